// How many bytes a table will take: measured on rows that are really made and encoded, spread over the table.
import type { Plan, TablePlan } from "../core/plan.ts";
import type { Source } from "../engine.ts";

/** Places of a table that are looked at, and rows made at each. */
const PLACES = 32;
const ROWS = 32;

/** Bytes of a table in its file, about; exact for a table of up to 1,024 rows. */
export function estimateBytes(
  source: Source,
  plan: Plan,
  table: TablePlan,
): number {
  let frame = 0;
  for (const file of plan.output.files) {
    for (const { table: name, prologue, epilogue } of file.tables) {
      if (name === table.name) frame += prologue.length + epilogue.length;
    }
  }
  let rows = 0;
  let bytes = 0;
  for (const { from, count } of sample(table.rows)) {
    source.encode(table, from, count, (_bytes, ends, made, _row, output) => {
      if (output === 0) rows += made;
      bytes += ends[made - 1];
    });
  }
  return rows === 0 ? frame : frame + Math.round(bytes / rows * table.rows);
}

/** All rows of a small table, else runs of rows from its first to its last. */
function sample(rows: number): { from: number; count: number }[] {
  if (rows <= PLACES * ROWS) return [{ from: 0, count: rows }];
  return Array.from({ length: PLACES }, (_, i) => ({
    from: Math.floor((rows - ROWS) / (PLACES - 1) * i),
    count: ROWS,
  }));
}
