// Tests of samples against theory. Seeds are fixed, so a test passes or fails for good; the limits are those that a
// right sample exceeds once in about a million times.

const LIMIT_Z = 4.75;

/** Pearson's chi-square test of counts against probabilities; rare cells are put together. */
export function assertCounts(
  counts: readonly number[],
  probabilities: readonly number[],
): void {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let cells = 0;
  let expected = 0;
  let observed = 0;
  for (let i = 0; i < counts.length; i++) {
    if (probabilities[i] === 0 && counts[i] > 0) {
      throw new RangeError(`Cell ${i} is impossible and has ${counts[i]}`);
    }
    expected += probabilities[i] * total;
    observed += counts[i];
    if (expected < 10 && i < counts.length - 1) continue;
    if (expected > 0) statistic += (observed - expected) ** 2 / expected;
    cells++;
    expected = observed = 0;
  }
  const freedom = cells - 1;
  if (freedom === 0) return;
  // Wilson & Hilferty (1931): the cube root of chi-square is nearly normal.
  const z = (Math.cbrt(statistic / freedom) - 1 + 2 / (9 * freedom)) /
    Math.sqrt(2 / (9 * freedom));
  if (!(z < LIMIT_Z)) {
    throw new RangeError(
      `Chi-square is ${statistic} at ${freedom} degrees of freedom`,
    );
  }
}

/** Kolmogorov and Smirnov's test of values against a distribution function. */
export function assertDistributed(
  values: Float64Array,
  cdf: (x: number) => number,
): void {
  const sorted = values.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const share = cdf(sorted[i]);
    distance = Math.max(distance, share - i / n, (i + 1) / n - share);
  }
  // P(sqrt(n) · distance > 2.7) is about 2 exp(-2 · 2.7²), once in a million.
  if (!(distance * Math.sqrt(n) < 2.7)) {
    throw new RangeError(`Kolmogorov and Smirnov's distance is ${distance}`);
  }
}
