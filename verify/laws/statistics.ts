// Tests of what was found against what was asked for. A right target fails one of them about once in a million.

/** In standard deviations of the normal law. */
export const LIMIT = 4.75;

/** Fewer values than this tell nothing of their law. */
export const FEWEST = 100;

/** From how many to how many of `count` independent cases happen that have a probability. */
export function tolerance(
  count: number,
  least: number,
  most: number,
): { from: number; to: number } {
  const deviation = (p: number) => LIMIT * Math.sqrt(count * p * (1 - p));
  const edge = (p: number) => p > 0 && p < 1 ? 1 : 0;
  return {
    from: Math.max(
      0,
      Math.ceil(count * least - deviation(least) - edge(least)),
    ),
    to: Math.min(
      count,
      Math.floor(count * most + deviation(most) + edge(most)),
    ),
  };
}

/**
 * Pearson's chi-square of counts against probabilities, in standard deviations; rare cells are put together.
 *
 * Wilson & Hilferty (1931): the cube root of chi-square is nearly normal.
 */
export function chiSquare(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  let statistic = 0;
  let cells = 0;
  let asked = 0;
  let found = 0;
  for (let i = 0; i < counts.length; i++) {
    if (probabilities[i] === 0 && counts[i] > 0) return Infinity;
    asked += probabilities[i] * total;
    found += counts[i];
    if (asked < 10 && i < counts.length - 1) continue;
    if (asked > 0) statistic += (found - asked) ** 2 / asked;
    cells++;
    asked = found = 0;
  }
  const freedom = cells - 1;
  if (freedom < 1) return 0;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - 1 + spread) / Math.sqrt(spread);
}
