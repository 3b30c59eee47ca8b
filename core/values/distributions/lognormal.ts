// The lognormal distribution: its logarithm is normal.
import { exp, log } from "../math.ts";
import { CutNormal } from "./cut_normal.ts";
import { inside, nearestInside, type Quantiles } from "./sampler.ts";

/** Lognormal quantiles over a range: of values, or of distances from the lower end. */
export class LognormalQuantiles implements Quantiles {
  #mean: number;
  #deviation: number;
  readonly #unit: number;
  readonly #fromLow: boolean;
  readonly #whole: boolean;
  readonly #cut = new CutNormal();
  #low = NaN;
  #high = NaN;
  #origin = 0;

  /**
   * @param mean Of the logarithm of the value in its own units, of which each has `unit` in the vector.
   * @param fromLow What is lognormal is the distance from the lower end.
   * @param whole Values are whole units: the nearest is taken.
   */
  constructor(
    mean: number,
    deviation: number,
    unit: number,
    fromLow: boolean,
    whole: boolean,
  ) {
    this.#mean = mean;
    this.#deviation = deviation;
    this.#unit = unit;
    this.#fromLow = fromLow;
    this.#whole = whole;
  }

  get within(): number {
    return this.#cut.within;
  }

  set(name: string, value: number): void {
    if (name === "mean") this.#mean = value;
    else this.#deviation = value;
    this.#low = NaN;
  }

  get isLaw(): boolean {
    return this.#mean > -Infinity && this.#mean < Infinity &&
      this.#deviation > 0 && this.#deviation < Infinity;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    this.#origin = this.#fromLow ? low : 0;
    const half = this.#whole ? 0.5 : 0;
    this.#cut.set(this.#score(low - half), this.#score(high + half));
  }

  /** Where a value of the vector stands on the standard normal distribution. */
  #score(x: number): number {
    const distance = (x - this.#origin) / this.#unit;
    return distance > 0
      ? (log(distance) - this.#mean) / this.#deviation
      : -Infinity;
  }

  at(u: number): number {
    const value = this.#origin +
      this.#unit * exp(this.#mean + this.#deviation * this.#cut.at(u));
    return this.#whole
      ? nearestInside(value, this.#low, this.#high)
      : inside(value, this.#low, this.#high);
  }

  share(x: number): number {
    return this.#cut.share(
      this.#score(this.#whole ? Math.floor(x) + 0.5 : x),
    );
  }
}
