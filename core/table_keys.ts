// The keys that a written table has: primary, unique, and foreign where a reference covers one of those.
import { isReference } from "./genfile/references.ts";
import type { ColumnSpec } from "./genfile/column.ts";
import type { TableSpec } from "./genfile/table.ts";
import type { ColumnAddress } from "./parameters.ts";
import type { ForeignKey } from "./plan.ts";

/** Columns of the primary key, in its order; empty without one. */
export function primaryKeyOf({ primaryKey, columns }: TableSpec): string[] {
  if (primaryKey !== undefined) return primaryKey.columns;
  return columns.filter(({ primary }) => primary).map(({ name }) => name);
}

/** Columns that are unique beside the primary key, each a key of its own. */
export function uniqueKeysOf(table: TableSpec): string[][] {
  const primary = primaryKeyOf(table);
  return table.columns
    .filter((column) => isUniqueKey(column, primary))
    .map(({ name }) => [name]);
}

function isUniqueKey(
  { name, unique, hidden }: ColumnSpec,
  primary: string[],
): boolean {
  return unique && !hidden && !(primary.length === 1 && primary[0] === name);
}

/** One for each written reference to a column that is a key by itself and is written where its table is. */
export function foreignKeysOf(
  table: TableSpec,
  tables: readonly TableSpec[],
): ForeignKey[] {
  return table.columns.flatMap((column) => {
    if (column.hidden || !isReference(column)) return [];
    const ref = column.params.ref as ColumnAddress;
    const target = tables.find(({ name }) => name === ref.table);
    if (target === undefined || !isKey(target, ref.column)) return [];
    return [{
      columns: [column.name],
      table: target.name,
      targets: [ref.column],
    }];
  });
}

function isKey(table: TableSpec, name: string): boolean {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined || column.hidden) return false;
  const primary = primaryKeyOf(table);
  return isUniqueKey(column, primary) ||
    primary.length === 1 && primary[0] === name;
}
