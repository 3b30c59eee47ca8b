// The normal distribution, cut by the range: inverse of the distribution function between the ends.
import { normalCdf, normalQuantile } from "../math.ts";
import { centered, inside, type Quantiles } from "./sampler.ts";

const STEP = 2.220446049250313e-16; // 2^-52

/** Normal quantiles over a range; mean and deviation follow from the range where they are not given. */
export class NormalQuantiles implements Quantiles {
  readonly #givenMean: number | undefined;
  readonly #givenDeviation: number | undefined;
  readonly #whole: boolean;
  #low = NaN;
  #high = NaN;
  #mean = 0;
  #deviation = 0;
  #mirrored = false;
  /** Share of the uncut distribution below the range, and within. */
  #below = 0;
  #within = 0;

  /** @param whole Values are whole units: the nearest is taken, so an end's cell reaches half a unit beyond it. */
  constructor(
    mean: number | undefined,
    deviation: number | undefined,
    whole: boolean,
  ) {
    this.#givenMean = mean;
    this.#givenDeviation = deviation;
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
    const half = this.#whole ? 0.5 : 0;
    this.#mean = this.#givenMean ?? low + (high - low) / 2;
    this.#deviation = this.#givenDeviation ?? (high - low) / 6;
    if (this.#deviation === 0) {
      this.#within = 1;
      return;
    }
    let from = (low - half - this.#mean) / this.#deviation;
    let to = (high + half - this.#mean) / this.#deviation;
    // The lower tail is the accurate one: a range above the mean is seen in the mirror.
    this.#mirrored = from > 0;
    if (this.#mirrored) [from, to] = [-to, -from];
    this.#below = normalCdf(from);
    this.#within = normalCdf(to) - this.#below;
  }

  at(u: number): number {
    const low = this.#low;
    const high = this.#high;
    if (this.#deviation === 0) return low;
    const share = centered(this.#mirrored ? 1 - u - STEP : u);
    const z = normalQuantile(this.#below + share * this.#within);
    let value = this.#mean + this.#deviation * (this.#mirrored ? -z : z);
    if (this.#whole) {
      value = Math.floor(value + 0.5);
      return value >= low ? value <= high ? value : high : low;
    }
    return inside(value, low, high);
  }
}
