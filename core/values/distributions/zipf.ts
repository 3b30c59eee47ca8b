// Zipf's law over ranks.
import type { RandomStream } from "../../generator.ts";
import type { Rows } from "../rows.ts";
import { PowerLaw } from "./power_law.ts";
import {
  cdfBetween,
  limitAt,
  type Quantiles,
  type Sampler,
} from "./sampler.ts";
import { ZipfQuantiles } from "./zipf_quantiles.ts";

/** At least nine of ten candidates are taken, so the last try is never reached. */
const MAX_TRIES = 64;
/** Tries of one draw lie so far apart. */
const TRY_STRIDE = 256;

/**
 * Draws ranks by rejection inversion, in constant time for any number of ranks.
 *
 * Hörmann & Derflinger (1996), "Rejection-inversion to generate variates from monotone discrete distributions".
 *
 * @param exponent Skew, above 0. 1 is the classic law.
 * @param whole Whole units, `high` included; else whole steps from `low`, below `high`.
 */
export function zipf(exponent: number, whole: boolean): Sampler {
  const ranks = new ZipfRanks(exponent);
  const quantiles: Quantiles = new ZipfQuantiles(exponent, whole);
  return {
    quantile(u, low, high) {
      if (!(low <= high)) return NaN;
      quantiles.range(low, high);
      return quantiles.at(u);
    },
    cdf: (x, low, high) => cdfBetween(quantiles, x, low, high),
    sample(stream, rows, draw, low, high, out) {
      stream.fractions(rows, draw, out);
      const { count } = rows;
      for (let i = 0; i < count; i++) {
        const from = limitAt(low, i);
        const to = limitAt(high, i);
        if (!(from <= to)) {
          out[i] = NaN;
          continue;
        }
        ranks.domain(whole ? to - from + 1 : Math.ceil(to - from));
        const rank = ranks.pick(out[i]);
        out[i] = from +
          (rank >= 0 ? rank : redraw(ranks, stream, rows, i, draw));
      }
    },
  };
}

function redraw(
  ranks: ZipfRanks,
  stream: RandomStream,
  rows: Rows,
  i: number,
  draw: number,
): number {
  for (let again = 1; again < MAX_TRIES; again++) {
    const rank = ranks.accept(
      stream.fractionAt(rows.numbers[i], draw + again * TRY_STRIDE),
    );
    if (rank >= 0) return rank;
  }
  return 0;
}

/** Cells of the table of a domain. */
const CELLS = 16384;
const MARGIN = 1e-9;
const DRAWS_BEFORE_TABLE = 50_000;
/** Of more ranks, hardly any cell is of one rank. */
const MAX_COUNT = 1e6;

/** Rejection inversion over the ranks 1 to n of the literature, given out as 0 to n - 1. */
class ZipfRanks {
  readonly #law: PowerLaw;
  readonly #squeeze: number;
  readonly #areaFrom: number;
  #count = 1;
  #areaTo = 0;
  /** Draws of the domain at hand, until there are so many that a table of what they give pays. */
  #draws = 0;
  #table: Int32Array | undefined;

  constructor(exponent: number) {
    this.#law = new PowerLaw(exponent);
    this.#areaFrom = this.#law.area(1.5) - 1;
    this.#squeeze = 2 -
      this.#law.areaInverse(this.#law.area(2.5) - this.#law.height(2));
  }

  domain(count: number): void {
    if (count === this.#count) return;
    this.#count = count;
    this.#draws = 0;
    this.#table = undefined;
    this.#areaTo = this.#law.area(count + 0.5);
  }

  /** As `accept`, but looked up where all fractions around lead to the same rank. */
  pick(fraction: number): number {
    if (this.#table !== undefined) {
      const rank = this.#table[Math.floor(fraction * CELLS)];
      return rank >= 0 ? rank : this.accept(fraction);
    }
    if (this.#draws++ === DRAWS_BEFORE_TABLE && this.#count <= MAX_COUNT) {
      this.#table = this.#tabulated();
    }
    return this.accept(fraction);
  }

  /**
   * For each cell of fractions the rank that it leads to, or -1 where there are several, or some lead to none. What is
   * taken of a rank is one stretch, so a cell whose ends agree is of one mind; ends lie a little outside, further than
   * rounding reaches.
   */
  #tabulated(): Int32Array {
    const table = new Int32Array(CELLS).fill(-1);
    for (let cell = 1; cell < CELLS - 1; cell++) {
      const rank = this.accept(cell / CELLS - MARGIN);
      if (rank >= 0 && rank === this.accept((cell + 1) / CELLS + MARGIN)) {
        table[cell] = rank;
      }
    }
    return table;
  }

  /** The rank that a fraction leads to, or -1 where it leads to none. */
  accept(fraction: number): number {
    if (this.#count <= 1) return 0;
    const area = this.#areaTo + fraction * (this.#areaFrom - this.#areaTo);
    const x = this.#law.areaInverse(area);
    let rank = Math.floor(x + 0.5);
    if (rank < 1) rank = 1;
    else if (rank > this.#count) rank = this.#count;
    return rank - x <= this.#squeeze ||
        area >= this.#law.area(rank + 0.5) - this.#law.height(rank)
      ? rank - 1
      : -1;
  }
}
