// Where references stand: rows of some table for the rows of a record, as a record of their own.
import type { Repeated, Rows, Vector } from "../../../core/generator.ts";
import { Vector as Values } from "../../../core/values/vector.ts";
import type { ChunkRecord } from "../../record.ts";
import type { SourceColumn, SourceTable } from "../../table.ts";

/** Where a reference column stands: a row of `table`, or none, for each row of a record. */
export interface Stand {
  table: SourceTable;
  nullable: boolean;
  /** Whether the column's own `null` says where there is no row. */
  tookNull: boolean;
  /** Whether rows that stand side by side often stand on the same row: then landings have places. */
  repeats: boolean;
  /** Equal for what stands on the same row of the same record. */
  key: string;
  land(record: ChunkRecord): Landing;
}

/** The rows that a record's rows stand on. */
export interface Landing {
  record: ChunkRecord;
  /** By row of the first record, which of `record`'s rows it stands on; undefined: the one at the same place. */
  places: Uint32Array | undefined;
}

/** Where one stands after going to `way` and on by `step`. */
export function along(way: Stand, step: Stand): Stand {
  const key = `${way.key}>${step.key}`;
  return {
    table: step.table,
    nullable: way.nullable || step.nullable,
    tookNull: false,
    repeats: way.repeats,
    key,
    land(record) {
      const middle = way.land(record);
      const last = step.land(middle.record);
      const { places: to } = middle;
      const { places: on } = last;
      if (to === undefined) return last;
      if (on === undefined) return { record: last.record, places: to };
      const { rows } = record;
      const both = record.keep(key, () => new Places(), (places) => {
        const array = places.reset(rows.count);
        for (let i = 0; i < rows.count; i++) array[i] = on[to[i]];
      });
      return { record: last.record, places: both.array };
    },
  };
}

/** A row that stands on itself. */
export function itself(table: SourceTable): Stand {
  return {
    table,
    nullable: false,
    tookNull: false,
    repeats: false,
    key: "itself",
    land: (record) => ({ record, places: undefined }),
  };
}

/** For each row of something, a place in something else. */
export class Places {
  array = new Uint32Array(0);

  reset(count: number): Uint32Array {
    if (this.array.length < count) this.array = new Uint32Array(count);
    return this.array;
  }
}

/** A column of the rows that a record's rows stand on. */
export function readAt(
  stand: Stand,
  record: ChunkRecord,
  column: SourceColumn,
): Vector {
  const { record: there, places } = stand.land(record);
  const values = column.read(there);
  if (places === undefined) return values;
  const nullable = stand.nullable || column.type.nullable ||
    there.rows.nulls !== undefined;
  return record.keep(
    `${stand.key}.${column.plan.name}`,
    () => new Values(),
    (vector) =>
      vector.gather(
        values,
        places,
        record.rows.count,
        column.prepared.storage,
        nullable,
      ),
  );
}

/** Such a column where neighbours stand on the same row: as it is there. */
export function readRepeated(
  stand: Stand,
  record: ChunkRecord,
  column: SourceColumn,
): Repeated {
  const { record: there, places } = stand.land(record);
  return { values: column.read(there), places: places! };
}

/** Writes the numbers of the rows stood on, with their nulls. */
export function copyRows(
  { record, places }: Landing,
  count: number,
  out: Rows,
): void {
  const { numbers, nulls } = record.rows;
  for (let i = 0; i < count; i++) {
    out.numbers[i] = numbers[places === undefined ? i : places[i]];
  }
  if (nulls === undefined) return;
  const flags = out.addNulls();
  for (let i = 0; i < count; i++) {
    flags[i] = nulls[places === undefined ? i : places[i]];
  }
}
