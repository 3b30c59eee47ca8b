// The normal distribution, cut by the range: inverse of the distribution function between the ends.
import { CutNormal } from "./cut_normal.ts";
import { inside, nearestInside, type Quantiles } from "./sampler.ts";

const LARGE = 1e12;

/** Normal quantiles over a range; mean and deviation follow from the range where they are not given. */
export class NormalQuantiles implements Quantiles {
  #givenMean: number | undefined;
  #givenDeviation: number | undefined;
  readonly #whole: boolean;
  readonly #cut = new CutNormal();
  #low = NaN;
  #high = NaN;
  #mean = 0;
  #deviation = 0;

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

  get within(): number {
    return this.#deviation === 0 ? 1 : this.#cut.within;
  }

  set(name: string, value: number): void {
    if (name === "mean") this.#givenMean = value;
    else this.#givenDeviation = value;
    this.#low = NaN;
  }

  get isLaw(): boolean {
    const mean = this.#givenMean ?? 0;
    const deviation = this.#givenDeviation ?? 1;
    return mean > -Infinity && mean < Infinity &&
      deviation > 0 && deviation < Infinity;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    const half = this.#whole ? 0.5 : 0;
    this.#mean = this.#givenMean ?? low + (high - low) / 2;
    this.#deviation = this.#givenDeviation ?? (high - low) / 6;
    if (this.#deviation === 0) return;
    this.#cut.set(
      (low - half - this.#mean) / this.#deviation,
      (high + half - this.#mean) / this.#deviation,
    );
  }

  at(u: number): number {
    if (this.#deviation === 0) return this.#low;
    const distance = this.#deviation * this.#cut.at(u);
    if (this.#mean > LARGE && this.#whole) {
      // Their sum would have no digits left to tell the nearest by.
      const whole = Math.floor(this.#mean);
      const rest = Math.floor(this.#mean - whole + distance + 0.5);
      return nearestInside(whole + rest, this.#low, this.#high);
    }
    const value = this.#mean + distance;
    return this.#whole
      ? nearestInside(value, this.#low, this.#high)
      : inside(value, this.#low, this.#high);
  }

  share(x: number): number {
    if (this.#deviation === 0) return 1;
    const end = this.#whole ? Math.floor(x) + 0.5 : x;
    return this.#cut.share((end - this.#mean) / this.#deviation);
  }
}
