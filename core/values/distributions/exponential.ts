// The exponential distribution from the lower end on, cut at the upper one.
import { expm1, log1p } from "../math.ts";
import { centered, inside, type Quantiles, shareOf } from "./sampler.ts";

/** Exponential quantiles over a range. */
export class ExponentialQuantiles implements Quantiles {
  #mean: number;
  readonly #unit: number;
  readonly #whole: boolean;
  #low = NaN;
  #high = NaN;
  #within = 0;

  /**
   * @param mean Of the uncut distribution, from the lower end.
   * @param whole Values are whole units: the nearest is taken.
   * @param unit How many of the vector's units are one of the value's own, which a rate is in.
   */
  constructor(mean: number, whole: boolean, unit = 1) {
    this.#mean = mean;
    this.#whole = whole;
    this.#unit = unit;
  }

  get within(): number {
    return this.#within;
  }

  set(name: string, value: number): void {
    this.#mean = name === "rate" ? this.#unit / value : value;
    this.#low = NaN;
  }

  get isLaw(): boolean {
    return this.#mean > 0 && this.#mean < Infinity;
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

  share(x: number): number {
    const distance = (this.#whole ? Math.floor(x) + 0.5 : x) - this.#low;
    return shareOf(-expm1(-distance / this.#mean) / this.#within);
  }
}
