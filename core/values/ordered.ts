// Rising values without a look at the others: the k-th of n takes a value of the k-th of n parts of a range.

const SPLIT = 134217729; // 2^27 + 1
const TWO_53 = 9007199254740992;

/**
 * How many of `steps` values lie before the k-th of n equal parts, 0 ≤ k ≤ n: floor(k · steps / n), exactly. With at
 * least n steps, each part has one of its own.
 *
 * @param steps, n Whole numbers up to 2^53.
 */
export function stepsBefore(k: number, n: number, steps: number): number {
  const whole = Math.floor(steps / n);
  const rest = steps - whole * n;
  return k * whole + flooredShare(k, rest, n);
}

/** floor(k · rest / n) for 0 ≤ k ≤ n and 0 ≤ rest < n. */
function flooredShare(k: number, rest: number, n: number): number {
  const product = k * rest;
  // A quotient of exact numbers below 2^53 is never rounded up to a whole number.
  if (product < TWO_53) return Math.floor(product / n);
  let share = Math.floor(product / n);
  // Rounding may have led to a neighbour: what remains tells, in two doubles each.
  while (remainder(k, rest, product, share, n) < 0) share--;
  while (remainder(k, rest, product, share, n) >= n) share++;
  return share;
}

/** k · rest - share · n. */
function remainder(
  k: number,
  rest: number,
  product: number,
  share: number,
  n: number,
): number {
  const other = share * n;
  return product - other +
    (productError(k, rest, product) - productError(share, n, other));
}

/** What a · b is beyond its rounded product: Dekker (1971), "A floating-point technique for extending precision". */
function productError(a: number, b: number, product: number): number {
  const aHigh = upper(a);
  const bHigh = upper(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow -
    (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upper(x: number): number {
  const scaled = x * SPLIT;
  return scaled - (scaled - x);
}

/**
 * The k-th of n rising steps, where quantiles alone say `step`: as near to it as strictly rising values allow. Where
 * there are n of N steps or more, what the quantiles say counts N - n parts, and k the others.
 *
 * @param step 0 ≤ step < steps, not falling as k rises.
 */
export function risingStep(
  step: number,
  k: number,
  n: number,
  steps: number,
): number {
  if (steps < n) return step;
  const free = Math.floor(step * ((steps - n + 1) / steps));
  const most = steps - n;
  return (free < most ? free : most) + k;
}
