// A law of whole numbers as a table of all that occur: shares are sums, and a number is found in constant time.
import type { CountLaw } from "./counts.ts";

/** What is less likely than this, beside the likeliest, does not occur. */
const LEAST = 1e-20;
/** More entries than any law that is kept as a table needs. */
const MAX_ENTRIES = 100_000;

/**
 * A law with one peak, by how likely each number is beside its neighbour.
 *
 * Numbers are found through an index of as many equal shares as there are entries: Chen & Asau (1974), "On
 * generating random variates from an empirical distribution".
 */
export class CountTable implements CountLaw {
  readonly #first: number;
  /** Share at or below each entry; the last is 1. */
  readonly #shares: Float64Array;
  /** For each of equal shares, the first entry that reaches beyond its beginning. */
  readonly #index: Uint32Array;

  /**
   * @param mode The likeliest number.
   * @param last The greatest that can be.
   * @param up How likely k + 1 is beside k.
   * @param down How likely k - 1 is beside k.
   */
  constructor(
    mode: number,
    last: number,
    up: (k: number) => number,
    down: (k: number) => number,
  ) {
    const below: number[] = [];
    let weight = 1;
    for (let k = mode; k > 0 && below.length < MAX_ENTRIES; k--) {
      weight *= down(k);
      if (!(weight > LEAST)) break;
      below.push(weight);
    }
    const weights = below.reverse();
    this.#first = mode - weights.length;
    weights.push(1);
    weight = 1;
    for (let k = mode; k < last && weights.length < MAX_ENTRIES; k++) {
      weight *= up(k);
      if (!(weight > LEAST)) break;
      weights.push(weight);
    }
    this.#shares = sharesOf(weights);
    this.#index = indexOf(this.#shares);
  }

  below(k: number): number {
    const entry = k - 1 - this.#first;
    if (entry < 0) return 0;
    return entry < this.#shares.length ? this.#shares[entry] : 1;
  }

  at(p: number): number {
    const shares = this.#shares;
    const last = shares.length - 1;
    const cell = (p * shares.length) | 0;
    let entry = this.#index[cell <= last ? cell : last];
    while (entry < last && shares[entry] <= p) entry++;
    return this.#first + entry;
  }
}

function sharesOf(weights: readonly number[]): Float64Array {
  let total = 0;
  for (const weight of weights) total += weight;
  const shares = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    shares[i] = sum / total;
  }
  shares[weights.length - 1] = 1;
  return shares;
}

function indexOf(shares: Float64Array): Uint32Array {
  const index = new Uint32Array(shares.length);
  for (let cell = 0, entry = 0; cell < shares.length; cell++) {
    while (shares[entry] <= cell / shares.length) entry++;
    index[cell] = entry;
  }
  return index;
}
