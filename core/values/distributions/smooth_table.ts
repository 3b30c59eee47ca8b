// A smooth density with one peak as a table of its shares, and its quantiles between them.
import { exp } from "../math.ts";
import { shareOf } from "./sampler.ts";

/** Where the density is e to this power beside its peak, the table ends. */
const LEAST = -46;
/** A step of the table is this part of the distance over which the density changes. */
const STEP = 1 / 32;
/** More than any log-concave density needs: 46 · 32 on each side, and what lies near the peak. */
const MAX_STEPS = 20_000;

/** Gauss and Legendre's five points and weights between -1 and 1. */
const POINTS = [
  ...[-0.9061798459386640, -0.5384693101056831, 0],
  ...[0.5384693101056831, 0.9061798459386640],
];
const WEIGHTS = [
  ...[0.2369268850561891, 0.4786286704993665, 0.5688888888888889],
  ...[0.4786286704993665, 0.2369268850561891],
];

/**
 * Numerical inversion by a cubic between the entries: Hörmann & Leydold (2003), "Continuous random variate generation
 * by fast numerical inversion". The shares are right to about 10^-10.
 */
export class SmoothTable {
  readonly #places: Float64Array;
  /** Share below each place, and what lies between it and the next. */
  readonly #shares: Float64Array;
  readonly #masses: Float64Array;
  readonly #densities: Float64Array;
  readonly #index: Uint32Array;

  /**
   * @param logDensity Its logarithm, but for a constant.
   * @param scale Over what distance it changes, near a place.
   */
  constructor(
    peak: number,
    logDensity: (t: number) => number,
    scale: (t: number) => number,
  ) {
    const top = logDensity(peak);
    const height = (t: number) => exp(logDensity(t) - top);
    const walk = (direction: number) => {
      const found: number[] = [];
      let t = peak;
      for (let i = 0; i < MAX_STEPS; i++) {
        if (!(logDensity(t) - top > LEAST)) break;
        t += direction * STEP * scale(t);
        found.push(t);
      }
      return found;
    };
    const places = [...walk(-1).reverse(), peak, ...walk(1)];
    const steps = places.length - 1;
    this.#places = Float64Array.from(places);
    this.#masses = new Float64Array(steps);
    this.#shares = new Float64Array(places.length);
    for (let i = 0; i < steps; i++) {
      this.#masses[i] = integral(height, places[i], places[i + 1]);
      this.#shares[i + 1] = this.#shares[i] + this.#masses[i];
    }
    const total = this.#shares[steps];
    for (let i = 0; i < steps; i++) {
      this.#masses[i] /= total;
      this.#shares[i + 1] /= total;
    }
    this.#densities = Float64Array.from(places, (t) => height(t) / total);
    this.#index = new Uint32Array(steps);
    for (let cell = 0, step = 0; cell < steps; cell++) {
      while (step < steps - 1 && this.#shares[step + 1] <= cell / steps) step++;
      this.#index[cell] = step;
    }
  }

  /** Where a share 0 ≤ p < 1 lies below. */
  at(p: number): number {
    const shares = this.#shares;
    const last = this.#index.length - 1;
    const cell = Math.floor(p * (last + 1));
    let i = this.#index[cell <= last ? cell : last];
    while (i < last && shares[i + 1] <= p) i++;
    const mass = this.#masses[i];
    const s = shareOf((p - shares[i]) / mass);
    // Hermite's cubic of the place over the share.
    const width = this.#places[i + 1] - this.#places[i];
    const a = mass / this.#densities[i];
    const b = mass / this.#densities[i + 1];
    return this.#places[i] +
      s * (a + s * (3 * width - 2 * a - b + s * (a + b - 2 * width)));
  }

  /** The share below a place. */
  share(t: number): number {
    const places = this.#places;
    let i = 0;
    let above = this.#index.length - 1;
    if (t <= places[0]) return 0;
    if (t >= places[above + 1]) return 1;
    while (i < above) {
      const middle = (i + above) >> 1;
      if (places[middle + 1] > t) above = middle;
      else i = middle + 1;
    }
    const width = places[i + 1] - places[i];
    const s = (t - places[i]) / width;
    const mass = this.#masses[i];
    const a = this.#densities[i] * width;
    const b = this.#densities[i + 1] * width;
    return shareOf(
      this.#shares[i] +
        s * (a + s * (3 * mass - 2 * a - b + s * (a + b - 2 * mass))),
    );
  }
}

function integral(
  f: (t: number) => number,
  from: number,
  to: number,
): number {
  const half = (to - from) / 2;
  const middle = from + half;
  let sum = 0;
  for (let i = 0; i < 5; i++) sum += WEIGHTS[i] * f(middle + half * POINTS[i]);
  return sum * half;
}
