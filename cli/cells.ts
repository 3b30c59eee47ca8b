// Rows of a table as texts, for eyes: what `preview` and the samples of `generators` show.
import { CHUNK_ROWS, type TablePlan } from "../core/plan.ts";
import { cellText, type Source } from "../engine.ts";

/** A block of cells; null is NULL. */
export interface Cells {
  columns: { name: string; hidden: boolean; right: boolean }[];
  rows: (string | null)[][];
}

/** Kinds whose values line up at the right. */
const NUMBERS: readonly string[] = ["int", "float", "decimal"];

/** Computes any rows of a table, hidden columns too. */
export function readCells(
  source: Source,
  table: TablePlan,
  rows: readonly number[],
): Cells {
  const columns = table.columns.filter((column) => column.inner === undefined);
  const names = columns.map((column) => column.name);
  const shapes = source.shapes(table.name, true);
  const cells: Cells["rows"] = [];
  for (let at = 0; at < rows.length; at += CHUNK_ROWS) {
    const some = rows.slice(at, at + CHUNK_ROWS);
    const vectors = source.evaluate(table.name, names, some);
    for (let i = 0; i < some.length; i++) {
      cells.push(
        shapes.map((shape, column) => cellText(shape, vectors[column], i)),
      );
    }
  }
  return {
    columns: columns.map(({ name, hidden, type }) => ({
      name,
      hidden,
      right: NUMBERS.includes(type.kind),
    })),
    rows: cells,
  };
}
