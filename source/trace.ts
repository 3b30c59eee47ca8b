// How one value came about: the columns of its row that were made on the way, and the rows that were read for them.
import type { ColumnShape } from "../core/format.ts";
import type { Alternative } from "../core/parameters.ts";
import { Rows } from "../core/values/rows.ts";
import { cellText } from "./formats/text.ts";
import type { ChunkRecord } from "./record.ts";
import type { SourceColumn } from "./table.ts";

/** A row, or several, and what was made of them. */
export interface RowTrace {
  table: string;
  /** The first row; undefined where there is none. */
  row: number | undefined;
  /** Rows that were read together: of children, more than one. */
  count: number;
  /** Columns that were made, by name; null is NULL. */
  columns: TracedColumn[];
  /** Rows that this row refers to, as far as they were needed. */
  stands: RowTrace[];
}

export interface TracedColumn {
  name: string;
  /** Of several rows, the first values. */
  text: string | null;
  /** Of a `case`: the alternative that held, from 0, and its condition; null where none did. */
  held?: { number: number; when: string | undefined; column: string } | null;
}

/** Of several rows, so many values are shown. */
const SHOWN = 8;

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
  const { rows, table } = record;
  const isMissing = rows.count === 0 || rows.nulls?.[0] === 1;
  const { columns, hops } = record.made();
  return {
    table: table.name,
    row: isMissing ? undefined : rows.numbers[0],
    count: isMissing ? 0 : rows.count,
    columns: isMissing ? [] : columns.map((index) => {
      const column = table.columns[index];
      return {
        name: column.plan.name,
        text: rows.count === 1
          ? textOf(record, column, index, 0)
          : listOf(record, column, index),
        ...heldOf(record, column),
      };
    }),
    stands: isMissing ? [] : together(hops.map(traceOf)),
  };
}

/** Rows that were read more than once are told once, with all that was read there. */
function together(traces: readonly RowTrace[]): RowTrace[] {
  const told = new Map<string, RowTrace>();
  for (const trace of traces) {
    const { table, row, count } = trace;
    const key = `${table}\0${row}\0${count}`;
    const before = told.get(key);
    if (before === undefined) {
      told.set(key, trace);
      continue;
    }
    const names = new Set(before.columns.map(({ name }) => name));
    told.set(key, {
      ...before,
      columns: [
        ...before.columns,
        ...trace.columns.filter(({ name }) => !names.has(name)),
      ],
      stands: together([...before.stands, ...trace.stands]),
    });
  }
  return [...told.values()];
}

function textOf(
  record: ChunkRecord,
  { plan, type, prepared }: SourceColumn,
  index: number,
  i: number,
): string | null {
  const shape: ColumnShape = {
    name: plan.name,
    type: { ...type, nullable: true },
    storage: prepared.storage,
    plain: false,
  };
  return cellText(shape, record.vector(index), i);
}

function listOf(
  record: ChunkRecord,
  column: SourceColumn,
  index: number,
): string {
  const { count } = record.rows;
  const texts: string[] = [];
  for (let i = 0; i < Math.min(count, SHOWN); i++) {
    texts.push(textOf(record, column, index, i) ?? "NULL");
  }
  return texts.join(", ") + (count > SHOWN ? ", …" : "");
}

/** The first alternative whose condition holds, asked as the generator asks. */
function heldOf(
  record: ChunkRecord,
  column: SourceColumn,
): Pick<TracedColumn, "held"> {
  const { generator, params } = column.plan;
  if (generator !== "case") return {};
  const alternatives = params.case as Alternative[];
  for (const [number, { when, column: name }] of alternatives.entries()) {
    const held = { number, when: when?.text, column: name };
    if (when === undefined) return { held };
    const reader = column.expression(when);
    const { numbers, nulls } = reader.read(record);
    if (numbers[0] === 1 && !(reader.type.nullable && nulls[0] === 1)) {
      return { held };
    }
  }
  return { held: null };
}
