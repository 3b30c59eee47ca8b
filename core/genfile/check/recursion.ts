// Columns that read themselves in earlier rows of their own table: the level of a tree, the path to a folder. Such a
// circle ends at the first row, so it is none; which reference closes it is found here.
import type { ColumnSpec } from "../spec.ts";
import type { References } from "../references.ts";

/** Gives what a column is made from. */
export type Needs = (column: ColumnSpec) => readonly ColumnSpec[];

/**
 * The references that read, in an earlier row, a column that is made from them.
 *
 * @param targetOf The column that a reference shows.
 */
export function earlierReads(
  columns: readonly ColumnSpec[],
  references: References,
  needs: Needs,
  targetOf: (column: ColumnSpec) => ColumnSpec | undefined,
): Set<ColumnSpec> {
  const earlier = new Set(
    columns.filter((column) => {
      const target = targetOf(column);
      // What shows nothing but itself has no beginning.
      return target !== column && target?.table === column.table &&
        references.isEarlier(column);
    }),
  );
  const found = new Set<ColumnSpec>();
  for (const column of earlier) {
    const target = targetOf(column)!;
    const near = reached(
      [target],
      (one) => needs(one).filter(({ table }) => table === column.table),
    );
    if (!near.has(column)) continue;
    // A way round over another table may come back to any row.
    const abroad = [...near].flatMap((one) =>
      needs(one).filter(({ table }) => table !== column.table)
    );
    if (!reached(abroad, needs).has(column)) found.add(column);
  }
  return found;
}

/** All columns that some are made from, with those themselves. */
function reached(
  from: readonly ColumnSpec[],
  needs: Needs,
): Set<ColumnSpec> {
  const seen = new Set(from);
  const rest = [...from];
  for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
    for (const needed of needs(one)) {
      if (seen.has(needed)) continue;
      seen.add(needed);
      rest.push(needed);
    }
  }
  return seen;
}
