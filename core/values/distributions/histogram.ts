// A distribution by its histogram: bins with weights, all values of a bin equally often.
import { inside, type Quantiles, shareOf } from "./sampler.ts";

/** From ≤ x < to, in units of the vector. */
export interface HistogramBin {
  from: number;
  to: number;
  weight: number;
}

/** Quantiles of a histogram over a range: what its ends cut off a bin takes that share of its weight. */
export class HistogramQuantiles implements Quantiles {
  readonly #whole: boolean;
  /** In rising order, without overlaps. */
  readonly #bins: readonly HistogramBin[];
  readonly #total: number;
  #low = NaN;
  #high = NaN;
  /** The part of each bin in the range: from (on whole units, the first), width (their number), weight before it. */
  readonly #froms: Float64Array;
  readonly #widths: Float64Array;
  readonly #before: Float64Array;

  /** @param whole Values are whole units: those that lie in a bin share its weight. */
  constructor(bins: readonly HistogramBin[], whole: boolean) {
    this.#whole = whole;
    this.#bins = [...bins].sort((a, b) => a.from - b.from);
    this.#total = this.#bins.reduce((sum, { weight }) => sum + weight, 0);
    this.#froms = new Float64Array(bins.length);
    this.#widths = new Float64Array(bins.length);
    this.#before = new Float64Array(bins.length + 1);
  }

  get within(): number {
    return this.#before[this.#bins.length] / this.#total;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    let before = 0;
    this.#bins.forEach(({ from, to, weight }, i) => {
      let all = to - from;
      let first = from > low ? from : low;
      let width = (to < high ? to : high) - first;
      if (this.#whole) {
        all = Math.ceil(to) - Math.ceil(from);
        first = Math.ceil(first);
        width = (Math.ceil(to) <= high ? Math.ceil(to) : high + 1) - first;
      }
      this.#froms[i] = first;
      this.#widths[i] = width > 0 ? width : 0;
      if (width > 0) before += weight * (width / all);
      this.#before[i + 1] = before;
    });
  }

  at(u: number): number {
    const before = this.#before;
    const share = u * before[this.#bins.length];
    let bin = 0;
    let above = this.#bins.length - 1;
    while (bin < above) {
      const middle = (bin + above) >> 1;
      if (before[middle + 1] > share) above = middle;
      else bin = middle + 1;
    }
    const weight = before[bin + 1] - before[bin];
    if (!(weight > 0)) return this.#low;
    const part = (share - before[bin]) / weight * this.#widths[bin];
    if (!this.#whole) {
      return inside(this.#froms[bin] + part, this.#low, this.#high);
    }
    const step = Math.floor(part);
    return this.#froms[bin] +
      (step < this.#widths[bin] ? step : this.#widths[bin] - 1);
  }

  share(x: number): number {
    const before = this.#before;
    const last = this.#bins.length - 1;
    let bin = 0;
    while (bin < last && this.#bins[bin + 1].from <= x) bin++;
    const done = x - this.#froms[bin] + (this.#whole ? 1 : 0);
    const part = this.#widths[bin] > 0
      ? shareOf((this.#whole ? Math.floor(done) : done) / this.#widths[bin])
      : 0;
    return shareOf(
      (before[bin] + part * (before[bin + 1] - before[bin])) / before[last + 1],
    );
  }
}
