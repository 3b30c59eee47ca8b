// The standard normal distribution between two ends: what normal and lognormal are made of.
import { normalCdf, normalQuantile } from "../math.ts";
import { centered, shareOf } from "./sampler.ts";

const STEP = 2.220446049250313e-16; // 2^-52

export class CutNormal {
  #mirrored = false;
  /** Share of the uncut distribution below the range, and within. */
  #below = 0;
  #within = 0;

  /** Share of the uncut distribution between the ends. */
  get within(): number {
    return this.#within;
  }

  set(from: number, to: number): void {
    // The lower tail is the accurate one: a range above the mean is seen in the mirror.
    this.#mirrored = from > 0;
    if (this.#mirrored) [from, to] = [-to, -from];
    this.#below = normalCdf(from);
    this.#within = normalCdf(to) - this.#below;
  }

  /** The value for a share 0 ≤ u < 1. */
  at(u: number): number {
    const share = centered(this.#mirrored ? 1 - u - STEP : u);
    const z = normalQuantile(this.#below + share * this.#within);
    return this.#mirrored ? -z : z;
  }

  /** The share below z. */
  share(z: number): number {
    const share = (normalCdf(this.#mirrored ? -z : z) - this.#below) /
      this.#within;
    return shareOf(this.#mirrored ? 1 - share : share);
  }
}
