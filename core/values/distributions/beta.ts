// The beta distribution, stretched over the range.
import { exp, expm1, log, log1p } from "../math.ts";
import { SmoothTable } from "./smooth_table.ts";
import { centered, inside, nearestInside, type Quantiles } from "./sampler.ts";

/**
 * Beta quantiles over a range, by the logarithm of x / (1 - x): over that the density is smooth and has one peak,
 * whatever the shapes are.
 */
export class BetaQuantiles implements Quantiles {
  /** Where the density is greatest; the table is of distances from there. */
  readonly #peak: number;
  readonly #table: SmoothTable;
  readonly #whole: boolean;
  #low = 0;
  #high = 0;

  /** @param whole Values are whole units: the nearest is taken. */
  constructor(alpha: number, beta: number, whole: boolean) {
    this.#whole = whole;
    const both = alpha + beta;
    const peak = log(alpha) - log(beta);
    this.#peak = peak;
    // Beside the peak, and by the smaller shape: then the two terms are small where their difference is.
    const logDensity = alpha < beta
      ? (d: number) => alpha * d - both * logMixed(alpha / both, d)
      : (d: number) => -beta * d - both * logMixed(beta / both, -d);
    this.#table = new SmoothTable(0, logDensity, (d) => {
      const t = peak + d;
      const x = logistic(t);
      const slope = alpha - both * x;
      const bend = both * x * logistic(-t);
      const scale = 1 / ((slope < 0 ? -slope : slope) + Math.sqrt(bend));
      const most = farthest(t);
      return scale < most ? scale : most;
    });
  }

  get within(): number {
    return 1;
  }

  range(low: number, high: number): void {
    this.#low = low;
    this.#high = high;
  }

  at(u: number): number {
    const width = this.#high - this.#low;
    const t = this.#peak + this.#table.at(centered(u));
    const value = t > 0
      ? this.#high - width * logistic(-t)
      : this.#low + width * logistic(t);
    return this.#whole
      ? nearestInside(value, this.#low, this.#high)
      : inside(value, this.#low, this.#high);
  }

  share(x: number): number {
    const end = this.#whole ? Math.floor(x) + 0.5 : x;
    if (end <= this.#low) return 0;
    if (end >= this.#high) return 1;
    const t = log((end - this.#low) / (this.#high - end));
    return this.#table.share(t - this.#peak);
  }
}

/**
 * Where x or 1 - x is so small that only a power of it is left, a step may go as far as half the way back to where
 * that is not so. There the density may change its course within a unit.
 */
function farthest(t: number): number {
  const beyond = (t < 0 ? -t : t) - 45;
  return beyond > 0.125 ? 16 * beyond : 2;
}

/** 1 / (1 + e^-t). */
function logistic(t: number): number {
  return 1 / (1 + exp(-t));
}

/** ln(1 + share · (e^d - 1)). */
function logMixed(share: number, d: number): number {
  return d > 700 ? d + log(share) : log1p(share * expm1(d));
}
