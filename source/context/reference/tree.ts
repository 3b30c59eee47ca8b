// Trees: the earlier row of its own table, or of its block, that a row refers to.
import type { RandomStream } from "../../../core/generator.ts";
import type { Choose } from "./pick.ts";
import { type SpanFinder, Spans } from "./spans.ts";

/** How a tree looks. Where neither `branching` nor `depth` is given, any earlier row will do. */
export interface TreeShape {
  /** So many rows refer to each, the last but one level being full. */
  branching?: number;
  /** So many levels, each wider than the one before by the same factor; a row refers to any of the level above. */
  depth?: number;
  /** So many first rows refer to none. */
  roots?: number;
}

/** @param find The rows of the tree, all of them. */
export function chooseInTree(
  stream: RandomStream,
  find: SpanFinder,
  { branching, depth, roots = 1 }: TreeShape,
): Choose {
  const spans = new Spans();
  const levels = new Levels(depth ?? 1, roots);
  /** The place in the tree of the row that refers to none; -1 for a root. */
  const parentOf = (place: number, size: number, row: number) => {
    if (place < roots) return -1;
    if (branching !== undefined) return Math.floor((place - roots) / branching);
    if (depth === undefined) return stream.belowAt(row, 0, place);
    const { from, count } = levels.above(place, size);
    return count === 0 ? -1 : from + stream.belowAt(row, 0, count);
  };
  return (record, out) => {
    find(record, spans);
    const { low, high } = spans;
    const { numbers, count } = record.rows;
    for (let i = 0; i < count; i++) {
      const place = numbers[i] - low[i];
      const parent = place >= 0
        ? parentOf(place, high[i] - low[i], numbers[i])
        : -1;
      out.numbers[i] = parent < 0 ? -1 : low[i] + parent;
    }
  };
}

/** Sizes of trees whose levels are kept; more are computed again. */
const MAX_KEPT = 1000;

/** The levels of trees of so many rows each. */
class Levels {
  readonly #depth: number;
  readonly #roots: number;
  /** By size of the tree, where each level begins. */
  readonly #kept = new Map<number, number[]>();

  constructor(depth: number, roots: number) {
    this.#depth = depth;
    this.#roots = roots;
  }

  /** The level above that of a place. */
  above(place: number, size: number): { from: number; count: number } {
    const starts = this.#startsOf(size);
    let level = starts.length - 1;
    while (level > 0 && starts[level] > place) level--;
    return level === 0
      ? { from: 0, count: 0 }
      : { from: starts[level - 1], count: starts[level] - starts[level - 1] };
  }

  #startsOf(size: number): number[] {
    let starts = this.#kept.get(size);
    if (starts === undefined) {
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      starts = this.#levels(size);
      this.#kept.set(size, starts);
    }
    return starts;
  }

  /** The roots, and then each level wider by a factor that makes the last one end with the tree. */
  #levels(size: number): number[] {
    let low = 0;
    let high = size;
    for (let step = 0; step < 100; step++) {
      const factor = (low + high) / 2;
      if (this.#total(factor) < size) low = factor;
      else high = factor;
    }
    const starts = [0];
    let width = this.#roots;
    let end = 0;
    for (let level = 1; level < this.#depth; level++) {
      end += width;
      width *= high;
      const start = Math.max(
        starts[level - 1] + (level === 1 ? this.#roots : 1),
        Math.floor(end + 0.5),
      );
      if (start >= size) break;
      starts.push(start);
    }
    return starts;
  }

  #total(factor: number): number {
    let width = this.#roots;
    let total = 0;
    for (let level = 0; level < this.#depth; level++) {
      total += width;
      width *= factor;
    }
    return total;
  }
}
