// The exponential distribution from the lower end on, cut at the upper one.
import { expm1, log1p } from "../math.ts";
import { centered, inside, type Quantiles } from "./sampler.ts";

/** Exponential quantiles over a range. */
export class ExponentialQuantiles implements Quantiles {
  readonly #mean: number;
  readonly #whole: boolean;
  #low = NaN;
  #high = NaN;
  #within = 0;

  /**
   * @param mean Of the uncut distribution, from the lower end.
   * @param whole Values are whole units: the nearest is taken.
   */
  constructor(mean: number, whole: boolean) {
    this.#mean = mean;
    this.#whole = whole;
  }

  /** Share of the uncut distribution that lies in the range set last. */
  get within(): number {
    return this.#within;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    const width = high - low + (this.#whole ? 0.5 : 0);
    this.#within = -expm1(-width / this.#mean);
  }

  at(u: number): number {
    const low = this.#low;
    const high = this.#high;
    const distance = -this.#mean * log1p(-centered(u) * this.#within);
    if (this.#whole) {
      const value = low + Math.floor(distance + 0.5);
      return value <= high ? value : high;
    }
    return inside(low + distance, low, high);
  }
}
