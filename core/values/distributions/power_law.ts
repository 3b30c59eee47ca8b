// The curve x^-exponent, which Zipf's law follows from rank to rank, and the area below it.
import { exp, expm1, log, log1p } from "../math.ts";

export class PowerLaw {
  readonly #exponent: number;

  constructor(exponent: number) {
    this.#exponent = exponent;
  }

  /** x^-exponent. */
  height(x: number): number {
    return exp(-this.#exponent * log(x));
  }

  /** The integral of `height` from 1 to x. */
  area(x: number): number {
    const t = log(x);
    const power = (1 - this.#exponent) * t;
    return power === 0 ? t : t * (expm1(power) / power);
  }

  /** The x to which the area is so large. */
  areaInverse(area: number): number {
    let power = area * (1 - this.#exponent);
    if (power === 0) return exp(area);
    if (power < -1) power = -1; // rounding
    return exp(area * (log1p(power) / power));
  }
}
