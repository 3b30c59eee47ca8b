// The Pareto distribution from the lower end on, cut at the upper one.
import { exp, expm1, log1p } from "../math.ts";
import {
  centered,
  inside,
  nearestInside,
  type Quantiles,
  shareOf,
} from "./sampler.ts";

/**
 * Pareto quantiles over a range: more than d beyond the lower end lies a share of (1 + d / scale)^-shape. With the
 * lower end as the scale that is Pareto's own law, else Lomax's.
 */
export class ParetoQuantiles implements Quantiles {
  #shape: number;
  #given: number | undefined;
  readonly #unit: number;
  readonly #fromLow: boolean;
  readonly #whole: boolean;
  #low = NaN;
  #high = NaN;
  #scale = 1;
  #within = 0;

  /**
   * @param scale In units of the vector; undefined: the lower end where it is a number above 0, else `unit`.
   * @param unit How many of the vector's units are one of the value's own.
   * @param fromLow The lower end is a point in time, no size.
   * @param whole Values are whole units: the nearest is taken.
   */
  constructor(
    shape: number,
    scale: number | undefined,
    unit: number,
    fromLow: boolean,
    whole: boolean,
  ) {
    this.#shape = shape;
    this.#given = scale;
    this.#unit = unit;
    this.#fromLow = fromLow;
    this.#whole = whole;
  }

  get within(): number {
    return this.#within;
  }

  set(name: string, value: number): void {
    if (name === "shape") this.#shape = value;
    else this.#given = value;
    this.#low = NaN;
  }

  get isLaw(): boolean {
    const scale = this.#given ?? 1;
    return this.#shape > 0 && this.#shape < Infinity &&
      scale > 0 && scale < Infinity;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    this.#scale = this.#given ??
      (low > 0 && !this.#fromLow ? low : this.#unit);
    this.#within = this.#below(high - low + (this.#whole ? 0.5 : 0));
  }

  /** Share of the uncut distribution up to so far beyond the lower end. */
  #below(distance: number): number {
    return -expm1(-this.#shape * log1p(distance / this.#scale));
  }

  at(u: number): number {
    const power = -log1p(-centered(u) * this.#within) / this.#shape;
    const value = this.#low +
      this.#scale * (power > 1 ? exp(power) - 1 : expm1(power));
    return this.#whole
      ? nearestInside(value, this.#low, this.#high)
      : inside(value, this.#low, this.#high);
  }

  share(x: number): number {
    const distance = (this.#whole ? Math.floor(x) + 0.5 : x) - this.#low;
    return shareOf(this.#below(distance) / this.#within);
  }
}
