// Ranks of Zipf's law by rejection inversion: which rank a fraction leads to, if to any.
import { PowerLaw } from "./power_law.ts";

/** Of more ranks, the likely ones are few of the draws. */
const MAX_COUNT = 1e6;
/** Cells of fractions, each with the first stretch that reaches into it. */
const CELLS = 65536;
/** So many of the likeliest ranks at most have their stretches kept, and none whose stretch is shorter. */
const MAX_STRETCHES = 65536;
const MIN_STRETCH = 1 / (8 * CELLS);
/** What it takes to fill the cells, in draws. */
const CELLS_WORTH = 4096;
/** Further than rounding reaches. */
const MARGIN = 1e-9;

/** Rejection inversion over the ranks 1 to n of the literature, given out as 0 to n - 1. */
export class ZipfRanks {
  readonly #law: PowerLaw;
  readonly #squeeze: number;
  readonly #areaFrom: number;
  #count = 1;
  #areaTo = 0;
  /** Draws of the domain at hand. */
  #draws = 0;
  #stretches: Stretches | undefined;

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
    this.#stretches = undefined;
    this.#areaTo = this.#law.area(count + 0.5);
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

  /** As `accept`, for many: puts ranks in the place of fractions. */
  acceptEach(fractions: Float64Array, count: number): void {
    if (this.#stretches !== undefined) {
      this.#lookUpEach(this.#stretches, fractions, count);
      return;
    }
    for (let i = 0; i < count; i++) fractions[i] = this.accept(fractions[i]);
    // Finding a stretch takes about as long as a draw.
    this.#draws += count;
    const most = Math.min(this.#count, MAX_STRETCHES);
    if (
      this.#draws > most + CELLS_WORTH && this.#count > 1 &&
      this.#count <= MAX_COUNT
    ) this.#stretches = this.#stretchesOf(most);
  }

  /** By its cell, a fraction leads to a rank, or else to the stretches that end in the cell. */
  #lookUpEach(
    { ends, cells }: Stretches,
    fractions: Float64Array,
    count: number,
  ): void {
    const last = ends.length / 2 - 2;
    for (let i = 0; i < count; i++) {
      const fraction = fractions[i];
      let k = cells[(fraction * CELLS) | 0];
      if (k < 0) {
        fractions[i] = ~k;
        continue;
      }
      while (fraction >= ends[2 * k + 1]) k++;
      fractions[i] = fraction > ends[2 * k] ? last - k : this.accept(fraction);
    }
  }

  /**
   * What is taken of a rank is one stretch of fractions: down to where both tests fail, or to the next rank's middle.
   * Stretches are kept a little shorter than they are; what lies near their ends is for `accept` to decide.
   */
  #stretchesOf(most: number): Stretches {
    const law = this.#law;
    const width = this.#areaTo - this.#areaFrom;
    const fractionOf = (area: number) => (this.#areaTo - area) / width;
    const all = new Float64Array(2 * most + 2).fill(Infinity);
    let head = 0;
    for (let rank = 1, k = 2 * most - 2; rank <= most; rank++, k -= 2) {
      const high = law.area(rank + 0.5);
      const low = Math.max(
        Math.min(high - law.height(rank), law.area(rank - this.#squeeze)),
        law.area(rank - 0.5),
      );
      all[k] = fractionOf(high) + MARGIN;
      all[k + 1] = fractionOf(low) - MARGIN;
      if (all[k + 1] - all[k] < MIN_STRETCH) break;
      head = rank;
    }
    const ends = all.slice(2 * (most - head));
    const cells = new Int32Array(CELLS);
    for (let cell = 0, k = 0; cell < CELLS; cell++) {
      while (ends[2 * k + 1] <= cell / CELLS) k++;
      const isWhole = ends[2 * k] < cell / CELLS &&
        (cell + 1) / CELLS < ends[2 * k + 1];
      cells[cell] = isWhole ? ~(head - 1 - k) : k;
    }
    return { ends, cells };
  }
}

/** Which fractions surely lead to which ranks. */
interface Stretches {
  /** Where each stretch begins and ends, in the order of fractions: the last rank first, and none behind the first. */
  ends: Float64Array;
  /** By cell: the inverse of the rank that it leads to, or the first stretch that ends in it or behind it. */
  cells: Int32Array;
}
