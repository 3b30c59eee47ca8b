// Weights have a sum, or they cannot be compared.

/** Hint where weights have no sum. */
export const BEYOND_NUMBERS =
  "together they are beyond 1.8e308: only how they compare counts";

/** Whether weights can be compared with their sum. */
export function haveSum(weights: Iterable<number>): boolean {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return Number.isFinite(sum);
}
