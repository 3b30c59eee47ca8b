// How one value came about: the columns of its row that were made on the way, and the rows they stand on.
import type { ColumnShape } from "../core/format.ts";
import { Rows } from "../core/values/rows.ts";
import { cellText } from "./formats/text.ts";
import type { ChunkRecord } from "./record.ts";

/** A row and what was made of it. */
export interface RowTrace {
  table: string;
  /** Undefined where there is no row. */
  row: number | undefined;
  /** Columns that were made, by name; null is NULL. */
  columns: { name: string; text: string | null }[];
  /** Rows that this row refers to, as far as they were needed. */
  stands: RowTrace[];
}

/** Makes a column of one row in a record that nothing has been made in. */
export function traceRow(
  record: ChunkRecord,
  column: string,
  row: number,
): RowTrace {
  record.start(new Rows(1).range(row, 1));
  record.table.column(column).read(record);
  return traceOf(record);
}

function traceOf(record: ChunkRecord): RowTrace {
  const { columns, hops } = record.made();
  const isMissing = record.rows.nulls?.[0] === 1;
  return {
    table: record.table.name,
    row: isMissing ? undefined : record.rows.numbers[0],
    columns: columns.map((index) => {
      const { plan, type, prepared } = record.table.columns[index];
      const shape: ColumnShape = {
        name: plan.name,
        type: { ...type, nullable: true },
        storage: prepared.storage,
        plain: false,
      };
      return {
        name: plan.name,
        text: cellText(shape, record.vector(index), 0),
      };
    }),
    stands: hops.filter(({ rows }) => rows.count === 1).map(traceOf),
  };
}
