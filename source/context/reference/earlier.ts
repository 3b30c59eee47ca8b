// A column of earlier rows that is made from what reads it: row by row back to the first, as deep as the tree.
import { ThrustError } from "../../../core/errors.ts";
import type { Rows, Vector } from "../../../core/generator.ts";
import { Rows as Numbers } from "../../../core/values/rows.ts";
import { Vector as Values } from "../../../core/values/vector.ts";
import { ChunkRecord } from "../../record.ts";
import type { SourceColumn, SourceTable } from "../../table.ts";
import { Places, type Stand } from "./stand.ts";

/** Levels of a tree; deeper ones would need more stack than there may be. */
const MAX_GENERATIONS = 250;

/** As `readAt`, for a column that is made from what reads it. */
export function readEarlier(
  stand: Stand,
  record: ChunkRecord,
  column: SourceColumn,
): Vector {
  const { rows } = stand.land(record).record;
  const next = record.generations + 1;
  const earlier = record.keep(
    `${stand.key}/earlier`,
    () => new Earlier(stand.table, next),
    (earlier) => earlier.gather(rows),
  );
  if (next > MAX_GENERATIONS && earlier.record.rows.count > 0) {
    const table = stand.table.name;
    throw new ThrustError(
      "SOURCE_FAILED",
      `Cannot make "${table}.${column.plan.name}": a row reads itself through more than ${MAX_GENERATIONS} earlier ones; give the tree more branching, or less depth`,
      { table, field: column.plan.name },
    );
  }
  return record.keep(
    `${stand.key}.${column.plan.name}/earlier`,
    () => new Values(),
    (out) => earlier.read(column, rows.count, out),
  );
}

/** The rows that are there, those side by side once. */
class Earlier {
  readonly record: ChunkRecord;
  readonly #rows = new Numbers(0);
  readonly #places = new Places();
  #missing: Uint8Array | undefined;

  constructor(table: SourceTable, generations: number) {
    this.record = new ChunkRecord(table, generations);
  }

  gather({ numbers, nulls, count }: Rows): void {
    const rows = this.#rows;
    rows.reset(count);
    const places = this.#places.reset(count);
    let last = -1;
    for (let i = 0; i < count; i++) {
      if (nulls !== undefined && nulls[i] === 1) {
        places[i] = 0;
        continue;
      }
      if (last < 0 || rows.numbers[last] !== numbers[i]) {
        rows.numbers[++last] = numbers[i];
      }
      places[i] = last;
    }
    rows.count = last + 1;
    this.#missing = nulls;
    this.record.start(rows.seal());
  }

  read(column: SourceColumn, count: number, out: Vector): void {
    const { storage, strings } = column.prepared;
    if (this.#rows.count > 0) {
      const values = column.read(this.record);
      out.gather(values, this.#places.array, count, storage, true);
    } else {
      out.prepare(storage, count);
      if (strings !== undefined) out.strings = strings;
    }
    const missing = this.#missing;
    if (missing === undefined) return;
    for (let i = 0; i < count; i++) {
      if (missing[i] === 0) continue;
      out.nulls[i] = 1;
      // What stands where a value is NULL is sound.
      if (storage === "slices") out.starts[i] = out.ends[i] = 0;
      if (storage === "entries") out.indexes[i] = 0;
    }
  }
}
