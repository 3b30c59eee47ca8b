// The triangular distribution: the ends of the range, and where it is likeliest.
import {
  centered,
  inside,
  nearestInside,
  type Quantiles,
  shareOf,
} from "./sampler.ts";

/** Triangular quantiles over a range. */
export class TriangularQuantiles implements Quantiles {
  #given: number | undefined;
  readonly #fromLow: boolean;
  readonly #whole: boolean;
  #low = NaN;
  #high = NaN;
  #mode = 0;

  /**
   * @param mode Where the peak stands; undefined: in the middle. Beyond an end it stands on that.
   * @param fromLow The mode is a distance from the lower end.
   * @param whole Values are whole units: the nearest is taken.
   */
  constructor(mode: number | undefined, fromLow: boolean, whole: boolean) {
    this.#given = mode;
    this.#fromLow = fromLow;
    this.#whole = whole;
  }

  get within(): number {
    return 1;
  }

  set(_name: string, value: number): void {
    this.#given = value;
    this.#low = NaN;
  }

  get isLaw(): boolean {
    return this.#given === this.#given;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    const mode = this.#given === undefined
      ? low + (high - low) / 2
      : this.#given + (this.#fromLow ? low : 0);
    this.#mode = mode < low ? low : mode > high ? high : mode;
  }

  at(u: number): number {
    const low = this.#low;
    const high = this.#high;
    const width = high - low;
    if (width === 0) return low;
    const share = centered(u);
    const peak = (this.#mode - low) / width;
    const value = share < peak
      ? low + width * Math.sqrt(share * peak)
      : high - width * Math.sqrt((1 - share) * (1 - peak));
    return this.#whole
      ? nearestInside(value, low, high)
      : inside(value, low, high);
  }

  share(x: number): number {
    const low = this.#low;
    const high = this.#high;
    const width = high - low;
    const end = this.#whole ? Math.floor(x) + 0.5 : x;
    if (end >= high) return 1;
    return shareOf(
      end < this.#mode
        ? (end - low) / width * ((end - low) / (this.#mode - low))
        : 1 - (high - end) / width * ((high - end) / (high - this.#mode)),
    );
  }
}
