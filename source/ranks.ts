// Ranks: numbers that differ from row to row, which unique columns make their values from.
import type {
  PartialRecord,
  Prepared,
  RandomStream,
  Ranked,
  Rows,
} from "../core/generator.ts";
import type { NullRows, RankPlan, RankStep } from "../core/plan.ts";
import { Rows as NumberedRows } from "../core/values/rows.ts";
import { Permutation, permuteEach } from "../core/values/permutation.ts";

/** A stream of the table by what keys it and its purpose. */
export type Streams = (what: string, purpose: string) => RandomStream;

/** The siblings that rows stand among: by row its place, and by place the parent and the first of its children. */
export interface Siblings {
  places: Uint32Array;
  firsts: Float64Array;
  record: { rows: Rows };
}

/** What ranks are made for. */
export interface RankedTable {
  rows: number;
  streams: Streams;
  siblings(record: PartialRecord): Siblings | undefined;
}

/** Scratch of the record that no generator asks for. */
const RANKS_SLOT = 15;

/** Values made from ranks, as if they had been drawn. */
export function preparedFrom(
  ranked: Ranked,
  plan: RankPlan,
  table: RankedTable,
): Prepared {
  const ranks = new Ranks(plan, table);
  return {
    ...ranked,
    fill(record, out) {
      const numbers = record.scratch(RANKS_SLOT);
      ranks.of(record, numbers);
      ranked.fill(record, numbers, out);
    },
  };
}

/** Changes the first `count` numbers. */
type Apply = (numbers: Float64Array, count: number, among?: Siblings) => void;

export class Ranks {
  readonly #steps: Apply[];
  readonly #skip: SomeRows | undefined;
  readonly #siblings: RankedTable["siblings"] | undefined;
  readonly #item: number | undefined;
  /** Each row as the parent of its items. */
  #places = new Uint32Array(0);

  constructor(plan: RankPlan, { rows, streams, siblings }: RankedTable) {
    this.#steps = plan.steps.map((step) => applyOf(step, streams));
    this.#skip = plan.skip && new SomeRows(plan.skip, rows, streams);
    this.#siblings = plan.among === "siblings" ? siblings : undefined;
    this.#item = plan.among === "items" ? plan.item ?? 0 : undefined;
  }

  /** Writes a rank for each of the record's rows. */
  of(record: PartialRecord, out: Float64Array): void {
    const { count, numbers } = record.rows;
    if (this.#item !== undefined) {
      const among = this.#eachItself(record);
      out.fill(this.#item, 0, count);
      for (const apply of this.#steps) apply(out, count, among);
      return;
    }
    const among = this.#siblings?.(record);
    if (among !== undefined) {
      const { places, firsts } = among;
      for (let i = 0; i < count; i++) {
        out[i] = numbers[i] - firsts[places[i]];
      }
    } else if (this.#skip === undefined) {
      out.set(numbers.subarray(0, count));
    } else {
      this.#skip.positions(record, out);
    }
    for (const apply of this.#steps) apply(out, count, among);
  }

  #eachItself(record: PartialRecord): Siblings {
    const { count, numbers } = record.rows;
    if (this.#places.length < count) {
      this.#places = Uint32Array.from({ length: count }, (_, i) => i);
    }
    return { places: this.#places, firsts: numbers, record };
  }
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
  if (step.kind === "line") {
    const { width, slope, size } = step;
    return (numbers, count) => {
      for (let i = 0; i < count; i++) {
        const y = Math.floor(numbers[i] / width);
        numbers[i] = (numbers[i] - y * width + slope * y) % size;
      }
    };
  }
  const { size } = step;
  const stream = streams(step.what, step.purpose);
  if (step.kind === "permuteWithin") {
    const within = new PermutationsWithin(stream, step);
    return (numbers, count) => within.permute(numbers, count);
  }
  const same = permutationOf(stream, size);
  const own = new OwnPermutations(stream, size);
  return (numbers, count, among) => {
    // A row past the table's end can be asked for: then there is no promise to keep.
    for (let i = 0; i < count; i++) {
      if (numbers[i] >= size) numbers[i] %= size;
    }
    if (among === undefined) same.permute(numbers, count);
    else own.permute(numbers, count, among);
  };
}

function permutationOf(
  stream: RandomStream,
  size: number,
): Permutation {
  return new Permutation(stream.wordAt(0, 0), stream.wordAt(0, 1), size);
}

/** A permutation for each parent. */
class OwnPermutations {
  readonly #stream: RandomStream;
  readonly #size: number;
  #capacity = 0;
  /** By parent, then by row. */
  #words0 = new Int32Array(0);
  #words1 = new Int32Array(0);
  #keys0 = new Int32Array(0);
  #keys1 = new Int32Array(0);
  #sizes = new Float64Array(0);

  constructor(stream: RandomStream, size: number) {
    this.#stream = stream;
    this.#size = size;
  }

  permute(numbers: Float64Array, count: number, among: Siblings): void {
    this.#reserve(count);
    const { places, record: { rows: parents } } = among;
    this.#stream.words(parents, 0, this.#words0);
    this.#stream.words(parents, 1, this.#words1);
    const keys0 = this.#keys0;
    const keys1 = this.#keys1;
    for (let i = 0; i < count; i++) {
      keys0[i] = this.#words0[places[i]];
      keys1[i] = this.#words1[places[i]];
    }
    permuteEach(numbers, count, keys0, keys1, this.#sizes);
  }

  #reserve(count: number): void {
    if (count <= this.#capacity) return;
    this.#capacity = count;
    this.#words0 = new Int32Array(count);
    this.#words1 = new Int32Array(count);
    this.#keys0 = new Int32Array(count);
    this.#keys1 = new Int32Array(count);
    this.#sizes = new Float64Array(count).fill(this.#size);
  }
}

/** A permutation for each remainder. */
class PermutationsWithin {
  readonly #stream: RandomStream;
  readonly #divisor: number;
  readonly #rest: number;
  readonly #size: number;
  readonly #remainders = new NumberedRows(0);
  #keys0 = new Int32Array(0);
  #keys1 = new Int32Array(0);
  #sizes = new Float64Array(0);

  constructor(
    stream: RandomStream,
    { divisor, rest, size }: Extract<RankStep, { kind: "permuteWithin" }>,
  ) {
    this.#stream = stream;
    this.#divisor = divisor;
    this.#rest = rest;
    this.#size = size;
  }

  permute(numbers: Float64Array, count: number): void {
    if (this.#sizes.length < count) {
      this.#keys0 = new Int32Array(count);
      this.#keys1 = new Int32Array(count);
      this.#sizes = new Float64Array(count).fill(this.#size);
    }
    const remainders = this.#remainders;
    remainders.reset(count);
    for (let i = 0; i < count; i++) {
      const times = Math.floor(numbers[i] / this.#divisor);
      remainders.numbers[i] = numbers[i] - times * this.#divisor;
      numbers[i] = times % this.#rest;
    }
    remainders.seal();
    this.#stream.words(remainders, 0, this.#keys0);
    this.#stream.words(remainders, 1, this.#keys1);
    permuteEach(numbers, count, this.#keys0, this.#keys1, this.#sizes);
  }
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
  mark({ rows }: { rows: Rows }, flags: Uint8Array): void {
    const { count } = rows;
    if (this.#numbers.length < count) this.#numbers = new Float64Array(count);
    this.#permute(rows, this.#numbers);
    for (let i = 0; i < count; i++) {
      flags[i] |= this.#numbers[i] < this.#count ? 1 : 0;
    }
  }

  /** The position of each row among all others; these themselves come last. */
  positions({ rows }: { rows: Rows }, out: Float64Array): void {
    this.#permute(rows, out);
    const others = this.#rows - this.#count;
    for (let i = 0; i < rows.count; i++) {
      out[i] += out[i] < this.#count ? others : -this.#count;
    }
  }

  #permute({ count, numbers }: Rows, out: Float64Array): void {
    for (let i = 0; i < count; i++) {
      const row = numbers[i];
      out[i] = row < this.#rows ? row : row % this.#rows;
    }
    this.#permutation.permute(out, count);
  }
}
