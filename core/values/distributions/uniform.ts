// Every value of the range equally often.
import type { RandomStream } from "../random.ts";
import type { Rows } from "../rows.ts";
import {
  addToEach,
  inside,
  type Limit,
  limitAt,
  type Quantiles,
  quantileSampler,
  type Sampler,
} from "./sampler.ts";

const TWO_53 = 9007199254740992;

/** Whole units, exactly uniform. */
export function uniformGrid(): Sampler {
  return { sample: sampleGrid, quantile: gridQuantile, cdf: gridCdf };
}

function sampleGrid(
  stream: RandomStream,
  rows: Rows,
  draw: number,
  low: Limit,
  high: Limit,
  out: Float64Array,
): void {
  const { count } = rows;
  if (typeof low === "number" && typeof high === "number") {
    if (!(low <= high)) {
      out.fill(NaN, 0, count);
      return;
    }
    const values = high - low + 1;
    if (values > TWO_53) {
      sampleWide(stream, rows, draw, low, high, out);
      return;
    }
    stream.below(rows, draw, values, out);
    if (low !== 0) addToEach(out, count, low);
    return;
  }
  if (
    low instanceof Float64Array && high instanceof Float64Array &&
    out !== low && out !== high
  ) {
    sampleBetween(stream, rows, draw, low, high, out);
    return;
  }
  for (let i = 0; i < count; i++) {
    const from = limitAt(low, i);
    const to = limitAt(high, i);
    out[i] = from <= to ? gridAt(stream, rows.numbers[i], draw, from, to) : NaN;
  }
}

/** Limits of each row's own: first a number below the size of each range, and any where it has none, or too many. */
function sampleBetween(
  stream: RandomStream,
  rows: Rows,
  draw: number,
  low: Float64Array,
  high: Float64Array,
  out: Float64Array,
): void {
  const { count } = rows;
  for (let i = 0; i < count; i++) {
    const size = high[i] - low[i] + 1;
    out[i] = size >= 1 && size <= TWO_53 ? size : 1;
  }
  stream.belowEach(rows, draw, out, out);
  for (let i = 0; i < count; i++) {
    const from = low[i];
    const to = high[i];
    if (!(from <= to)) out[i] = NaN;
    else if (to - from < TWO_53) out[i] += from;
    else out[i] = gridAt(stream, rows.numbers[i], draw, from, to);
  }
}

function gridAt(
  stream: RandomStream,
  row: number,
  draw: number,
  low: number,
  high: number,
): number {
  const values = high - low + 1;
  return values > TWO_53
    ? spread(stream.belowAt(row, draw, TWO_53), low, high)
    : low + stream.belowAt(row, draw, values);
}

function sampleWide(
  stream: RandomStream,
  rows: Rows,
  draw: number,
  low: number,
  high: number,
  out: Float64Array,
): void {
  stream.below(rows, draw, TWO_53, out);
  for (let i = 0; i < rows.count; i++) out[i] = spread(out[i], low, high);
}

/** 2^53 numbers over a range that has up to twice as many values, of which some are left out. */
function spread(x: number, low: number, high: number): number {
  const value = low + Math.floor(x * ((high - low) / TWO_53));
  return value > high ? high : value;
}

function gridQuantile(u: number, low: number, high: number): number {
  if (!(low <= high)) return NaN;
  const value = low + Math.floor(u * (high - low + 1));
  return value > high ? high : value;
}

function gridCdf(x: number, low: number, high: number): number {
  if (!(low <= high)) return NaN;
  if (x < low) return 0;
  return x >= high ? 1 : (Math.floor(x) - low + 1) / (high - low + 1);
}

/** All doubles from `low` on, below `high`. */
export function uniformContinuous(): Sampler {
  return quantileSampler(new ContinuousQuantiles());
}

class ContinuousQuantiles implements Quantiles {
  #low = 0;
  #high = 0;

  get within(): number {
    return 1;
  }

  range(low: number, high: number): void {
    this.#low = low;
    this.#high = high;
  }

  at(u: number): number {
    const width = this.#high - this.#low;
    const value = width < Infinity
      ? this.#low + u * width
      : this.#low * (1 - u) + this.#high * u;
    return inside(value, this.#low, this.#high);
  }
  share(x: number): number {
    const width = this.#high - this.#low;
    return width < Infinity
      ? (x - this.#low) / width
      : (x / 2 - this.#low / 2) / (this.#high / 2 - this.#low / 2);
  }
}
