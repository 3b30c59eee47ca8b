// The normal distribution, cut by the range: inverse of the distribution function between the ends.
import { CutNormal } from "./cut_normal.ts";
import { inside, nearestInside, type Quantiles } from "./sampler.ts";

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

  set(name: string, value: number): boolean {
    if (name === "mean") this.#givenMean = value;
    else this.#givenDeviation = value;
    this.#low = NaN;
    return name === "mean"
      ? value > -Infinity && value < Infinity
      : value > 0 && value < Infinity;
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
    const value = this.#mean + this.#deviation * this.#cut.at(u);
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
