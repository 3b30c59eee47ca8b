// Ranks taken apart into draws: a writer that draws its characters writes those of a rank instead.
import type { RandomStream, Rows } from "../../core/generator.ts";

const TWO_53 = 9007199254740992;

/** How many of the draws, from the first on, are made from a rank, and how many ranks there are. */
export interface Countable {
  draws: number;
  domain: number;
}

/** @param choices Of each draw in order: what it can give. */
export function countDraws(choices: readonly number[]): Countable {
  let domain = 1;
  let draws = 0;
  for (const choice of choices) {
    if (domain * choice > TWO_53) break;
    domain *= choice;
    draws++;
  }
  return { draws, domain };
}

/**
 * Gives draws in their order, the first ones as digits of ranks and the others at random. Different ranks give
 * different draws, so texts that differ where draws differ are different.
 */
export class RankDraws implements RandomStream {
  readonly #random: RandomStream;
  readonly #draws: number;
  #left: Float64Array = new Float64Array(0);

  /** @param draws How many are made from ranks. */
  constructor(random: RandomStream, draws: number) {
    this.#random = random;
    this.#draws = draws;
  }

  /** Begins with other ranks, which are used up. */
  start(ranks: Float64Array): void {
    this.#left = ranks;
  }

  below(
    rows: Rows,
    draw: number,
    n: number,
    out: Float64Array | Uint32Array,
  ): void {
    if (draw >= this.#draws) {
      this.#random.below(rows, draw, n, out);
      return;
    }
    const left = this.#left;
    for (let i = 0; i < rows.count; i++) {
      let whole = Math.floor(left[i] / n);
      let rest = left[i] - whole * n;
      if (rest < 0) { // the quotient was rounded up to a whole number
        whole--;
        rest += n;
      }
      left[i] = whole;
      out[i] = rest;
    }
  }

  belowEach(
    rows: Rows,
    draw: number,
    sizes: Float64Array,
    out: Float64Array,
  ): void {
    this.#random.belowEach(rows, draw, sizes, out);
  }
  words(rows: Rows, draw: number, out: Int32Array | Uint32Array): void {
    this.#random.words(rows, draw, out);
  }
  fractions(rows: Rows, draw: number, out: Float64Array): void {
    this.#random.fractions(rows, draw, out);
  }
  wordAt(row: number, draw: number): number {
    return this.#random.wordAt(row, draw);
  }
  belowAt(row: number, draw: number, n: number): number {
    return this.#random.belowAt(row, draw, n);
  }
  fractionAt(row: number, draw: number): number {
    return this.#random.fractionAt(row, draw);
  }
}
