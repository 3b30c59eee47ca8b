// How many of a number of trials succeed, each with the same probability.
import type { CountLaw } from "./counts.ts";
import { CountTable } from "./count_table.ts";
import { WIDE, WideCounts } from "./count_wide.ts";

/** Undefined where the trials are no whole number from 0 on, or p is no probability. */
export function binomialLaw(
  { trials, p }: Readonly<Record<string, number>>,
): CountLaw | undefined {
  if (!(trials >= 0 && Math.floor(trials) === trials && trials < Infinity)) {
    return undefined;
  }
  if (!(p >= 0 && p <= 1)) return undefined;
  const q = 1 - p;
  const variance = trials * p * q;
  const deviation = Math.sqrt(variance);
  if (deviation > WIDE) {
    return new WideCounts(
      trials * p,
      deviation,
      (q - p) / deviation,
      (1 - 6 * p * q) / variance,
    );
  }
  const mode = Math.floor((trials + 1) * p);
  return new CountTable(
    mode <= trials ? mode : trials,
    trials,
    (k) => (trials - k) / (k + 1) * (p / q),
    (k) => k / (trials - k + 1) * (q / p),
  );
}
