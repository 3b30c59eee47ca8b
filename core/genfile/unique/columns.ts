// Columns that promise different values each by itself: what does not keep the promise by how it is made has its values
// made from ranks that never repeat, where there are enough values for the rows.
import type { NullRows } from "../../plan.ts";
import { grouped } from "../../quantities.ts";
import { type ColumnSpec, shownName, type TableSpec } from "../spec.ts";
import { isReference } from "../references.ts";
import { isUniqueByItself, type KeySurroundings } from "./proofs.ts";
import {
  countThing,
  keyOf,
  type ReportParameter,
  thereAre,
  type Thing,
  widerHint,
} from "./domains.ts";

/** Plans the columns of a table that are unique each by itself. */
export function planUniqueColumns(
  surroundings: KeySurroundings,
  table: TableSpec,
): void {
  const { scopeOf } = surroundings;
  const unique = table.columns.filter((column) =>
    !column.broken &&
    (column.unique || column.primary ||
      // Without siblings, there are the table's other rows.
      column.distinct && scopeOf(column).parent === undefined)
  );
  for (const thing of thingsOf(surroundings, table, unique)) {
    planThing(surroundings, thing);
  }
}

/** The things that columns show, each with all columns that show it. */
export function thingsOf(
  { scopeOf, references }: KeySurroundings,
  table: TableSpec,
  unique: readonly ColumnSpec[],
): Thing[] {
  const things = new Map<string, Thing>();
  for (const column of unique) {
    const shared = column.generator?.shares?.(column.params, scopeOf(column));
    const part = shared?.part;
    const key = part === undefined ? column.name : `\0${shared!.thing}`;
    const thing = things.get(key) ?? {
      columns: part === undefined
        ? [column]
        : isReference(column)
        ? references.sharers(column)
        : table.columns.filter((one) =>
          !one.broken &&
          one.generator?.shares?.(one.params, scopeOf(one))?.thing ===
            shared!.thing
        ),
      unique: [],
      parts: [],
      what: part === undefined ? column.name : shared!.thing,
      purpose: part === undefined ? "unique" : "unique/thing",
    };
    things.set(key, thing);
    thing.unique.push(column);
    if (part !== undefined && !thing.parts.includes(part)) {
      thing.parts.push(part);
    }
  }
  return [...things.values()];
}

function planThing(surroundings: KeySurroundings, thing: Thing): void {
  const { scopeOf } = surroundings;
  const [first] = thing.unique;
  const rows = scopeOf(first).rows(first.table) ?? 0;
  const shares = thing.unique.map((column) => column.null);
  // References that share a row are NULL together. Of other things, each column has NULLs of its own, and where the one
  // that has fewest shows a value, there must be a rank for it.
  const isShared = isReference(first);
  const nullRows = nullRowsOf(
    thing,
    rows,
    isShared ? Math.max(...shares) : Math.min(...shares),
  );
  for (const column of thing.unique) {
    const own = isShared ? nullRows : nullRowsOf(thing, rows, column.null);
    if (own !== undefined) column.nullRows = own;
  }
  const other = thing.unique.find((one) =>
    !isUniqueByItself(surroundings, one)
  );
  if (other === undefined) return;
  const report = reporterOf(surroundings, first);
  const size = countThing(surroundings, thing, other, report);
  if (size === undefined) return;
  const needed = rows - (nullRows?.count ?? 0);
  if (size < needed) {
    report(
      first,
      keyOf(first),
      `"${shownName(first)}" needs ${grouped(needed)} different values, and ${
        thereAre(size)
      }`,
      size === 0
        ? "what its locales have is the same: leave some of them out"
        : widerHint(first),
    );
    return;
  }
  const { what, purpose, parts } = thing;
  for (const column of thing.columns) {
    column.ranks = {
      steps: first.generator!.numbered || size === 0
        ? []
        : [{ kind: "permute", what, purpose, size }],
      parts,
      ...(nullRows !== undefined && { skip: nullRows }),
    };
  }
}

/** Exactly round(p · rows) rows are NULL. */
function nullRowsOf(
  thing: Thing,
  rows: number,
  share: number,
): NullRows | undefined {
  if (share === 0) return undefined;
  return { what: thing.what, count: Math.round(share * rows) };
}

export function reporterOf(
  { problems }: KeySurroundings,
  unique: ColumnSpec,
): ReportParameter {
  return (column, parameter, message, hint) => {
    const node = column.given.get(parameter) ?? column.common.get(parameter) ??
      unique.common.get(keyOf(unique));
    problems.error(node?.place ?? column.place, message, hint);
  };
}
