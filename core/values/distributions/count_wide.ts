// A law of whole numbers that is so wide that it is nearly normal: its quantiles by Cornish and Fisher's expansion.
import { normalCdf, normalQuantile } from "../math.ts";
import type { CountLaw } from "./counts.ts";

/** From this standard deviation on the expansion's shares are right to about 10^-9, and a table would be large. */
export const WIDE = 100;
/** Beyond so many standard deviations there is nothing that a double can tell from 0. */
const FAR = 40;

/**
 * Cornish & Fisher (1938), "Moments and cumulants in the specification of distributions", to the second order; the
 * last term is Sheppard's, for whole numbers seen as cells of a continuous law.
 */
export class WideCounts implements CountLaw {
  readonly #mean: number;
  readonly #deviation: number;
  /** Coefficients of 1, z, z² and z³, in standard deviations. */
  readonly #c0: number;
  readonly #c1: number;
  readonly #c2: number;
  readonly #c3: number;

  constructor(
    mean: number,
    deviation: number,
    skewness: number,
    excess: number,
  ) {
    this.#mean = mean;
    this.#deviation = deviation;
    const square = skewness * skewness;
    this.#c0 = -skewness / 6;
    this.#c1 = 1 - excess / 8 + 5 * square / 36 -
      1 / (24 * deviation * deviation);
    this.#c2 = skewness / 6;
    this.#c3 = excess / 24 - square / 18;
  }

  below(k: number): number {
    const wanted = (k - 0.5 - this.#mean) / this.#deviation;
    if (wanted < -FAR) return 0;
    if (wanted > FAR) return 1;
    let z = wanted;
    for (let step = 0; step < 6; step++) {
      const slope = this.#c1 + z * (2 * this.#c2 + z * 3 * this.#c3);
      z -= (this.#standard(z) - wanted) / slope;
    }
    return normalCdf(z);
  }

  #standard(z: number): number {
    return this.#c0 + z * (this.#c1 + z * (this.#c2 + z * this.#c3));
  }

  at(p: number): number {
    // Where p is 0 or 1 the answer is the first or last number of the range, which the caller knows.
    if (p <= 0) return 0;
    if (p >= 1) return Infinity;
    const x = this.#mean + this.#deviation * this.#standard(normalQuantile(p));
    const count = Math.floor(x + 0.5);
    return count > 0 ? count : 0;
  }
}
