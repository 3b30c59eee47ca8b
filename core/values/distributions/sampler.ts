// What a prepared distribution can do, and how those with quantiles draw.
import type { RandomStream } from "../../generator.ts";
import type { Rows } from "../rows.ts";

/** A limit of the range: the same for every row, or one for each. */
export type Limit = number | Float64Array;

/** A distribution with its parameters, ready to draw. It keeps nothing between calls that a value depends on. */
export interface Sampler {
  /**
   * Draws a value for each row, between `low` and `high`: both inclusive on whole units (int, decimal, date, ranks,
   * and the units of a timestamp, whose caller takes 1 off an end that is exclusive), `high` exclusive for float.
   * NaN where a limit is NaN or `low` is above `high`. One draw number gives one value for a row; what it uses
   * beyond that lies 256 apart (draw + 256, draw + 512 …), so a generator's draws are below 256.
   */
  sample(
    stream: RandomStream,
    rows: Rows,
    draw: number,
    low: Limit,
    high: Limit,
    out: Float64Array,
  ): void;
  /** The value below which a share 0 ≤ u < 1 of all lies; undefined where the distribution has no such form. */
  readonly quantile?: (u: number, low: number, high: number) => number;
}

/** A distribution by its quantiles over a range that is set first; setting the same range again costs nothing. */
export interface Quantiles {
  /** `low` ≤ `high`. */
  range(low: number, high: number): void;
  /** The value for a share 0 ≤ u < 1, within the range whatever rounding does. */
  at(u: number): number;
}

const HALF_STEP = 1.1102230246251565e-16; // 2^-53
const STEP = 2.220446049250313e-16; // 2^-52
const LEAST_NORMAL = 2.2250738585072014e-308;
const LEAST = 5e-324;

/** The middle of the step of 2^-52 that a random fraction stands for: never 0, never 1. */
export function centered(u: number): number {
  return u + HALF_STEP;
}

/** A value that rounding may have pushed out of the range, from `low` on and below `high`. */
export function inside(value: number, low: number, high: number): number {
  if (value < high) return value >= low ? value : low;
  const size = high < 0 ? -high : high;
  const below = high - (size > LEAST_NORMAL ? size * STEP : LEAST);
  return below > low ? below : low;
}

/** A sampler that draws one fraction a value. */
export function quantileSampler(quantiles: Quantiles): Sampler {
  return {
    sample(stream, rows, draw, low, high, out) {
      stream.fractions(rows, draw, out);
      const { count } = rows;
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
        const from = typeof low === "number" ? low : low[i];
        const to = typeof high === "number" ? high : high[i];
        if (from <= to) {
          quantiles.range(from, to);
          out[i] = quantiles.at(out[i]);
        } else {
          out[i] = NaN;
        }
      }
    },
    quantile(u, low, high) {
      if (!(low <= high)) return NaN;
      quantiles.range(low, high);
      return quantiles.at(u);
    },
  };
}
