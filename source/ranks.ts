// Ranks: numbers that differ from row to row, which unique columns make their values from.
import type {
  PartialRecord,
  Prepared,
  RandomStream,
  Ranked,
} from "../core/generator.ts";
import type { NullRows, RankPlan, RankStep } from "../core/plan.ts";
import { Permutation } from "../core/values/permutation.ts";

/** A stream of the table by what keys it and its purpose. */
export type Streams = (what: string, purpose: string) => RandomStream;

/** Scratch of the record that no generator asks for. */
const RANKS_SLOT = 15;

/** Changes the first `count` numbers. */
type Apply = (numbers: Float64Array, count: number) => void;

/** Values made from ranks, as if they had been drawn. */
export function preparedFrom(
  ranked: Ranked,
  plan: RankPlan,
  rows: number,
  streams: Streams,
): Prepared {
  const steps = plan.steps.map((step) => applyOf(step, streams));
  const skip = plan.skip && new SomeRows(plan.skip, rows, streams);
  return {
    ...ranked,
    fill(record, out) {
      const { count, numbers } = record.rows;
      const ranks = record.scratch(RANKS_SLOT);
      if (skip === undefined) ranks.set(numbers.subarray(0, count));
      else skip.positions(record, ranks);
      for (const apply of steps) apply(ranks, count);
      ranked.fill(record, ranks, out);
    },
  };
}

function applyOf(step: RankStep, streams: Streams): Apply {
  if (step.kind === "digit") {
    const { divisor, size } = step;
    return (numbers, count) => {
      for (let i = 0; i < count; i++) {
        numbers[i] = Math.floor(numbers[i] / divisor) % size;
      }
    };
  }
  const { size } = step;
  const permutation = permutationOf(
    streams(step.what, step.purpose),
    size,
  );
  return (numbers, count) => {
    // A row past the table's end can be asked for: then there is no promise to keep.
    for (let i = 0; i < count; i++) {
      if (numbers[i] >= size) numbers[i] %= size;
    }
    permutation.permute(numbers, count);
  };
}

export function permutationOf(
  stream: RandomStream,
  size: number,
): Permutation {
  return new Permutation(stream.wordAt(0, 0), stream.wordAt(0, 1), size);
}

/** So many rows of a table, spread by a permutation, so that exactly that many are found. */
export class SomeRows {
  readonly #count: number;
  readonly #rows: number;
  readonly #permutation: Permutation;
  #numbers = new Float64Array(0);

  constructor({ what, count }: NullRows, rows: number, streams: Streams) {
    this.#count = count;
    this.#rows = Math.max(rows, 1);
    this.#permutation = permutationOf(streams(what, "null/rows"), this.#rows);
  }

  /** Sets flags of the rows that are among them. */
  mark(record: PartialRecord, flags: Uint8Array): void {
    const { count } = record.rows;
    if (this.#numbers.length < count) this.#numbers = new Float64Array(count);
    this.#permute(record, this.#numbers);
    for (let i = 0; i < count; i++) {
      flags[i] |= this.#numbers[i] < this.#count ? 1 : 0;
    }
  }

  /** The position of each row among all others; these themselves come last. */
  positions(record: PartialRecord, out: Float64Array): void {
    this.#permute(record, out);
    const others = this.#rows - this.#count;
    for (let i = 0; i < record.rows.count; i++) {
      out[i] += out[i] < this.#count ? others : -this.#count;
    }
  }

  #permute({ rows }: PartialRecord, out: Float64Array): void {
    const { count, numbers } = rows;
    for (let i = 0; i < count; i++) {
      const row = numbers[i];
      out[i] = row < this.#rows ? row : row % this.#rows;
    }
    this.#permutation.permute(out, count);
  }
}
