// How many children each parent has in a table made per another: totals, a parent's first child and a child's parent,
// each without looking at other parents.
import type { DistributionSpec } from "../parameters.ts";
import { prepareSampler } from "./distributions.ts";
import { randomStream } from "./random_stream.ts";

/** How many children a parent has: from `min` to `max`, by `dist` (undefined: each number equally often). */
export interface CountSpec {
  min: number;
  max: number;
  dist?: DistributionSpec;
}

/** The most children of one parent: the total of a deck is then below 2^53. */
export const MAX_CHILDREN = 2 ** 32;

/** Children stand together, in the order of their parents. Parents and children are numbered from 0, without end. */
export interface ChildCounts {
  /** The first child of a parent. For the number of parents it is the number of all their children. */
  first(parent: number): number;
  /** The parent of a child. */
  parentOf(child: number): number;
  /** Where the children of so many parents, one after another, end; counted from a child `base`. */
  ends(parent: number, count: number, base: number, out: Float64Array): void;
}

/** @param table The table of the children. */
export function childCounts(
  seed: string,
  table: string,
  { min, max, dist }: CountSpec,
): ChildCounts {
  if (min === max) return new EqualCounts(min);
  const sampler = prepareSampler(dist, { kind: "int", scale: 0 });
  return new DeckCounts(seed, table, (u) => sampler.quantile(u, min, max));
}

/** Every parent has as many. */
class EqualCounts implements ChildCounts {
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  first(parent: number): number {
    return parent * this.#count;
  }

  parentOf(child: number): number {
    return wholeParts(child, this.#count);
  }

  ends(parent: number, count: number, base: number, out: Float64Array): void {
    for (let k = 0; k < count; k++) {
      out[k] = (parent + k + 1) * this.#count - base;
    }
  }
}

/** Parents in a block. */
const DECK = 65536;

/**
 * The counts of 65,536 parents are the quantiles of the distribution at (i + 1/2) / 65,536, shuffled once. Every block
 * of as many parents has the same counts, read from a place of its own, so all blocks have the same total and the
 * distribution is exact in each; its tails end at the quantiles 1 / 131,072 from either end.
 */
class DeckCounts implements ChildCounts {
  /** The children of the deck's parents before each. */
  readonly #before = new Float64Array(DECK + 1);
  readonly #total: number;
  readonly #turns;
  /** The first parent of the block that was asked for last. */
  #firstParent = 0;
  /** Where that block starts in the deck. */
  #turn = 0;
  /** What the sums of its deck are counted from. */
  #base = 0;

  constructor(
    seed: string,
    table: string,
    quantile: (share: number) => number,
  ) {
    const deck = new Float64Array(DECK);
    for (let i = 0; i < DECK; i++) deck[i] = quantile((i + 0.5) / DECK);
    const shuffle = randomStream(seed, table, "", "per/deck");
    for (let i = DECK - 1; i > 0; i--) {
      const other = shuffle.belowAt(i, 0, i + 1);
      const count = deck[i];
      deck[i] = deck[other];
      deck[other] = count;
    }
    const before = this.#before;
    for (let i = 0; i < DECK; i++) before[i + 1] = before[i] + deck[i];
    this.#total = before[DECK];
    this.#turns = randomStream(seed, table, "", "per/turn");
    this.#enter(0);
  }

  #enter(block: number): void {
    this.#firstParent = block * DECK;
    this.#turn = this.#turns.belowAt(block, 0, DECK);
    this.#base = block * this.#total - this.#before[this.#turn];
  }

  #enterFor(parent: number): void {
    if (
      parent < this.#firstParent || parent >= this.#firstParent + DECK
    ) this.#enter(Math.floor(parent / DECK));
  }

  first(parent: number): number {
    this.#enterFor(parent);
    const place = this.#turn + (parent - this.#firstParent);
    return place < DECK
      ? this.#base + this.#before[place]
      : this.#base + this.#total + this.#before[place - DECK];
  }

  ends(parent: number, count: number, base: number, out: Float64Array): void {
    const before = this.#before;
    // A stretch of the deck at a time: it goes round once in each block.
    for (let k = 0; k < count;) {
      const next = parent + k;
      this.#enterFor(next);
      const offset = next - this.#firstParent;
      const place = this.#turn + offset;
      const isRound = place >= DECK;
      const from = isRound ? place - DECK : place;
      const until = Math.min(
        count,
        k + (isRound ? DECK - offset : DECK - place),
      );
      const added = this.#base + (isRound ? this.#total : 0) - base;
      for (let at = from + 1; k < until; at++) out[k++] = added + before[at];
    }
  }

  parentOf(child: number): number {
    const total = this.#total;
    const block = wholeParts(child, total);
    if (block * DECK !== this.#firstParent) this.#enter(block);
    const turn = this.#turn;
    const before = this.#before;
    let rest = child - block * total + before[turn];
    if (rest >= total) rest -= total;
    // The parent's place: the last one with no more children before it than `rest`.
    let low = 0;
    let high = DECK;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (before[middle] <= rest) low = middle;
      else high = middle;
    }
    return block * DECK + (low >= turn ? low - turn : low - turn + DECK);
  }
}

/** How often `part` goes into a whole number; 0 where there are no parts. */
function wholeParts(whole: number, part: number): number {
  if (part === 0) return 0;
  const times = Math.floor(whole / part);
  // The quotient may have been rounded up to a whole number.
  return times * part > whole ? times - 1 : times;
}
