// The keys that a written table has: primary and unique.
import type { ColumnSpec } from "./genfile/column.ts";
import type { TableSpec } from "./genfile/table.ts";

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

/** Whether a column is a key by itself, and written. */
export function isKey(table: TableSpec, name: string): boolean {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined || column.hidden) return false;
  const primary = primaryKeyOf(table);
  return isUniqueKey(column, primary) ||
    primary.length === 1 && primary[0] === name;
}
