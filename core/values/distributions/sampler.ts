// What a prepared distribution can do, and how those with quantiles draw.
import type { RandomStream } from "../random.ts";
import type { Rows } from "../rows.ts";

/** A limit of the range: the same for every row, or one for each. */
export type Limit = number | Float64Array;

/** Parameters that follow the row, by name, in the units of the vector: one for each row, NaN where it is NULL. */
export type Following = Readonly<Record<string, Float64Array>>;

/** A distribution with its parameters, ready to draw. It keeps nothing between calls that a value depends on. */
export interface Sampler {
  /**
   * Draws a value for each row, between `low` and `high`: both inclusive on whole units (int, decimal, date, ranks,
   * and the units of a timestamp, whose caller takes 1 off an end that is exclusive), `high` exclusive for float.
   * NaN where a limit or a parameter is NaN, or `low` is above `high`. One draw number gives one value for a row;
   * what it uses beyond that lies 256 apart (draw + 256, draw + 512 …), so a generator's draws are below 256.
   */
  sample(
    stream: RandomStream,
    rows: Rows,
    draw: number,
    low: Limit,
    high: Limit,
    out: Float64Array,
    following?: Following,
  ): void;
  /** The value below which a share 0 ≤ u < 1 of all between the limits lies; it never falls as u rises. */
  quantile(u: number, low: number, high: number): number;
  /** The share of all between the limits that is at or below x. */
  cdf(x: number, low: number, high: number): number;
}

/** A distribution by its quantiles over a range that is set first; setting the same range again costs nothing. */
export interface Quantiles {
  /** `low` ≤ `high`. */
  range(low: number, high: number): void;
  /** Share of the uncut distribution that lies in the range. */
  readonly within: number;
  /** The value for a share 0 ≤ u < 1, within the range whatever rounding does. */
  at(u: number): number;
  /** The share of what lies in the range that is at or below x; exact only for `low` ≤ x < `high`. */
  share(x: number): number;
  /** Changes a parameter, before the range is set; absent where none can follow the row. */
  set?(name: string, value: number): void;
  /** Whether there is a law with the parameters that have been set; asked before the range is. */
  readonly isLaw?: boolean;
}

const HALF_STEP = 1.1102230246251565e-16; // 2^-53
const STEP = 2.220446049250313e-16; // 2^-52
const LEAST_NORMAL = 2.2250738585072014e-308;
const LEAST = 5e-324;

/** The middle of the step of 2^-52 that a random fraction stands for: never 0, never 1. */
export function centered(u: number): number {
  return u + HALF_STEP;
}

/** A share that rounding may have pushed out of 0 to 1. */
export function shareOf(value: number): number {
  return value >= 0 ? value <= 1 ? value : 1 : 0;
}

/** A value that rounding may have pushed out of the range, from `low` on and below `high`. */
export function inside(value: number, low: number, high: number): number {
  if (value < high) return value >= low ? value : low;
  const size = high < 0 ? -high : high;
  let below = high - (size > LEAST_NORMAL ? size * HALF_STEP : LEAST);
  // Below a negative power of two doubles are twice as far apart.
  if (below === high) below = high - size * STEP;
  return below > low ? below : low;
}

/** The nearest whole unit; those that rounding may have pushed out of the range are its ends. */
export function nearestInside(
  value: number,
  low: number,
  high: number,
): number {
  const whole = Math.floor(value + 0.5);
  return whole >= low ? whole <= high ? whole : high : low;
}

/** A sampler that draws one fraction a value. */
export function quantileSampler(quantiles: Quantiles): Sampler {
  return {
    sample(stream, rows, draw, low, high, out, following) {
      stream.fractions(rows, draw, out);
      if (following !== undefined) {
        sampleFollowing(quantiles, rows.count, low, high, out, following);
      } else sampleBetween(quantiles, rows.count, low, high, out);
    },
    quantile(u, low, high) {
      if (!(low <= high)) return NaN;
      quantiles.range(low, high);
      return quantiles.at(u);
    },
    cdf(x, low, high) {
      return cdfBetween(quantiles, x, low, high);
    },
  };
}

/** The distribution function of what is cut to a range. */
export function cdfBetween(
  quantiles: Quantiles,
  x: number,
  low: number,
  high: number,
): number {
  if (!(low <= high)) return NaN;
  if (x < low) return 0;
  if (x >= high) return 1;
  quantiles.range(low, high);
  return quantiles.share(x);
}

/** Puts the values in the place of their fractions. */
function sampleBetween(
  quantiles: Quantiles,
  count: number,
  low: Limit,
  high: Limit,
  out: Float64Array,
): void {
  if (typeof low === "number" && typeof high === "number") {
    if (!(low <= high)) {
      out.fill(NaN, 0, count);
      return;
    }
    quantiles.range(low, high);
    for (let i = 0; i < count; i++) out[i] = quantiles.at(out[i]);
    return;
  }
  for (let i = 0; i < count; i++) {
    const from = limitAt(low, i);
    const to = limitAt(high, i);
    if (from <= to) {
      quantiles.range(from, to);
      out[i] = quantiles.at(out[i]);
    } else {
      out[i] = NaN;
    }
  }
}

function sampleFollowing(
  quantiles: Quantiles,
  count: number,
  low: Limit,
  high: Limit,
  out: Float64Array,
  following: Following,
): void {
  const names = Object.keys(following);
  for (let i = 0; i < count; i++) {
    const from = limitAt(low, i);
    const to = limitAt(high, i);
    for (const name of names) quantiles.set!(name, following[name][i]);
    if (from <= to && quantiles.isLaw!) {
      quantiles.range(from, to);
      out[i] = quantiles.at(out[i]);
    } else {
      out[i] = NaN;
    }
  }
}

/** The limit for one row of a chunk. */
export function limitAt(limit: Limit, i: number): number {
  return typeof limit === "number" ? limit : limit[i];
}

/** A limit may be an array as well; from here it is read as a number for sure, which JavaScriptCore adds by itself. */
const addend = new Float64Array(1);

export function addToEach(out: Float64Array, count: number, low: number): void {
  addend[0] = low;
  for (let i = 0; i < count; i++) out[i] += addend[0];
}
