// The partial record: the rows of a chunk, and the columns and shared things already made for them.
import type { PartialRecord } from "../core/generator.ts";
import { Rows } from "../core/values/rows.ts";
import { Vector } from "../core/values/vector.ts";
import type { SourceTable } from "./table.ts";

/** Something computed for the current rows; stale as soon as the record's generation moves on. */
interface Kept<T> {
  generation: number;
  value: T;
}

/**
 * Rows of one table and, made when first asked for, their columns.
 *
 * `evaluate(column, rows)` of the design is `start(rows)` and then `vector(column)`. A reference asks for a `hop`: a
 * record of another table whose rows are those that this record's rows stand on. Records form a tree that is built
 * on the first chunk and reused for all others, so a chunk allocates nothing.
 */
export class ChunkRecord implements PartialRecord {
  readonly table: SourceTable;
  /** How many earlier rows of their own table were gone through to come here. */
  readonly generations: number;
  rows: Rows = new Rows(0);
  #generation = 0;
  /** One a column, then its generation. */
  readonly #vectors: Kept<Vector>[];
  readonly #shares = new Map<string, Kept<Uint32Array>>();
  readonly #kept = new Map<string, Kept<unknown>>();
  /** Scratch by nesting: what is made on the way to something else has scratch of its own. */
  readonly #scratch: Float64Array<ArrayBuffer>[][] = [];
  #depth = 0;

  constructor(table: SourceTable, generations = 0) {
    this.table = table;
    this.generations = generations;
    this.#vectors = table.columns.map(() => ({
      generation: 0,
      value: new Vector(),
    }));
  }

  /** Begins with other rows; everything made for the last ones is stale. */
  start(rows: Rows): void {
    this.rows = rows;
    this.#generation++;
  }

  /** The column's values for the rows. */
  vector(index: number): Vector {
    // Items of columns come when their column is first made.
    const kept = this.#vectors[index] ??= {
      generation: 0,
      value: new Vector(),
    };
    if (kept.generation !== this.#generation) {
      this.#depth++;
      this.table.columns[index].make(this, kept.value);
      this.#depth--;
      this.#addMissing(kept.value.nulls);
      kept.generation = this.#generation;
    }
    return kept.value;
  }

  /** Where there is no row, every column is NULL. */
  #addMissing(nulls: Uint8Array): void {
    const missing = this.rows.nulls;
    if (missing === undefined) return;
    for (let i = 0; i < this.rows.count; i++) nulls[i] |= missing[i];
  }

  share(key: string, compute: (out: Uint32Array) => void): Uint32Array {
    let kept = this.#shares.get(key);
    if (kept === undefined || kept.value.length < this.rows.count) {
      kept = { generation: 0, value: new Uint32Array(this.rows.count) };
      this.#shares.set(key, kept);
    }
    if (kept.generation !== this.#generation) {
      this.#depth++;
      compute(kept.value);
      this.#depth--;
      kept.generation = this.#generation;
    }
    return kept.value;
  }

  /** Something of the engine's own that is made once, and computed anew for each chunk when it is first needed. */
  keep<T>(key: string, make: () => T, compute: (value: T) => void): T {
    let kept = this.#kept.get(key) as Kept<T> | undefined;
    if (kept === undefined) {
      kept = { generation: 0, value: make() };
      this.#kept.set(key, kept);
    }
    if (kept.generation !== this.#generation) {
      this.#depth++;
      compute(kept.value);
      this.#depth--;
      kept.generation = this.#generation;
    }
    return kept.value;
  }

  /** A record of other rows of the same table, for once. */
  besides(rows: readonly number[], use: (record: ChunkRecord) => void): void {
    const numbers = new Rows(rows.length);
    numbers.reset(rows.length);
    numbers.numbers.set(rows);
    const other = new ChunkRecord(this.table);
    other.start(numbers.seal());
    use(other);
  }

  /** The record of the rows that these rows stand on; `choose` writes their numbers when they are first needed. */
  hop(
    key: string,
    table: SourceTable,
    choose: (record: ChunkRecord, out: Rows) => void,
  ): ChunkRecord {
    const { record } = this.keep(key, () => new Hop(table), (hop) => {
      hop.rows.reset(this.rows.count);
      choose(this, hop.rows);
      hop.record.start(hop.rows.seal());
    });
    return record;
  }

  /** What has been made for the current rows: columns by number, and records of the rows that were read on the way. */
  made(): { columns: number[]; hops: ChunkRecord[] } {
    const isFresh = (one: Kept<unknown> | undefined) =>
      one?.generation === this.#generation;
    return {
      columns: this.#vectors.flatMap((one, i) => isFresh(one) ? [i] : []),
      hops: [...this.#kept.values()].flatMap((one) =>
        isFresh(one) && leadsOn(one.value) ? [one.value.record] : []
      ),
    };
  }

  scratch(slot: number): Float64Array<ArrayBuffer> {
    const slots = this.#scratch[this.#depth] ??= [];
    let array = slots[slot];
    if (array === undefined || array.length < this.rows.count) {
      array = slots[slot] = new Float64Array(this.rows.count);
    }
    return array;
  }
}

function leadsOn(value: unknown): value is { record: ChunkRecord } {
  return typeof value === "object" && value !== null && "record" in value &&
    value.record instanceof ChunkRecord;
}

/** A record of another table, and the memory for its row numbers. */
class Hop {
  readonly record: ChunkRecord;
  readonly rows = new Rows(0);

  constructor(table: SourceTable) {
    this.record = new ChunkRecord(table);
  }
}
