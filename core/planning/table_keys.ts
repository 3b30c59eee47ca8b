// The keys that a written table has: primary and unique.
import type { ColumnSpec, TableSpec } from "../genfile/spec.ts";

/** Columns of the primary key, in its order; empty without one. */
export function primaryKeyOf({ primaryKey, columns }: TableSpec): string[] {
  if (primaryKey !== undefined) return primaryKey.columns;
  return columns.filter(({ primary }) => primary).map(({ name }) => name);
}

/** Keys beside the primary one: columns that are unique by themselves, and several together; none with a hidden column. */
export function uniqueKeysOf(table: TableSpec): string[][] {
  const primary = primaryKeyOf(table);
  const single = table.columns
    .filter((column) => isUniqueKey(column, primary))
    .map(({ name }) => [name]);
  const hidden = new Set(
    table.columns.filter((column) => column.hidden).map(({ name }) => name),
  );
  const keys = new Map(
    [...single, ...table.uniqueKeys.map(({ columns }) => columns)]
      .filter((columns) => !columns.some((name) => hidden.has(name)))
      .map((columns) => [columns.toSorted().join("\0"), columns]),
  );
  keys.delete(primary.toSorted().join("\0"));
  return [...keys.values()];
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
