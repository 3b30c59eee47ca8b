// Checks `primary`, `unique` and `primary_key`: what promises different values must keep the promise by construction.
import type { Scope } from "../generator.ts";
import type { ColumnSpec } from "./column.ts";
import type { Problems } from "./problems.ts";
import type { Types } from "./resolve.ts";
import type { TableSpec } from "./table.ts";
import { isUniqueByItself, planUniqueColumns } from "./unique.ts";

export function checkKeys(
  problems: Problems,
  table: TableSpec,
  types: Types,
  scopeOf: (column: ColumnSpec) => Scope,
): void {
  for (const column of table.columns) {
    if (!column.broken && column.primary) checkNotNull(problems, column, types);
  }
  planUniqueColumns(problems, table, scopeOf);
  const primary = table.columns.filter((column) => column.primary);
  if (primary.length > 1) {
    problems.error(
      primary[1].common.get("primary")?.place,
      `"${primary[0].name}" and "${primary[1].name}" are both primary`,
      `for several columns, give the table primary_key = [${
        primary.map(({ name }) => JSON.stringify(name)).join(", ")
      }]`,
    );
  }
  if (table.primaryKey !== undefined) {
    checkPrimaryKey(problems, table, primary, types, scopeOf);
  }
}

function checkNotNull(
  problems: Problems,
  column: ColumnSpec,
  types: Types,
): void {
  if (!types.get(column)?.nullable) return;
  problems.error(
    column.common.get("null")?.place ?? column.place,
    `primary column "${column.name}" can be NULL`,
    column.null > 0 ? "leave null out" : "what it is made from can be NULL",
  );
}

function isUnique(column: ColumnSpec, scope: Scope): boolean {
  return column.unique || isUniqueByItself(column, scope);
}

function checkPrimaryKey(
  problems: Problems,
  table: TableSpec,
  primary: readonly ColumnSpec[],
  types: Types,
  scopeOf: (column: ColumnSpec) => Scope,
): void {
  const { columns, place } = table.primaryKey!;
  if (primary.length > 0) {
    problems.error(
      place,
      `table "${table.name}" has a primary_key and a primary column`,
      "leave one out",
    );
    return;
  }
  const key = table.columns.filter(({ name }) => columns.includes(name));
  if (key.some((column) => column.broken)) return;
  const nullable = key.find((column) => types.get(column)?.nullable);
  if (nullable !== undefined) {
    problems.error(
      place,
      `column "${nullable.name}" of the primary key can be NULL`,
    );
  } else if (!key.some((one) => isUnique(one, scopeOf(one)))) {
    problems.error(
      place,
      "a primary key in which no column is unique by itself is not supported yet",
      "a sequence or uuid in it is",
    );
  }
}
