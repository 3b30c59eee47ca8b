// Checks `primary`, `unique`, `distinct`, `primary_key` and the table's `unique`: what promises different values must
// keep the promise by construction.
import type { ColumnSpec, TableKey, TableSpec, Types } from "../spec.ts";
import type { Problems } from "../problems.ts";
import { planTableKeys } from "./table_keys.ts";
import { planUniqueColumns } from "./columns.ts";
import { planDifferingItems } from "./differing_items.ts";
import type { KeySurroundings } from "./proofs.ts";

export function checkKeys(
  surroundings: KeySurroundings,
  table: TableSpec,
  types: Types,
): void {
  const { problems } = surroundings;
  for (const column of table.columns) {
    if (!column.broken && column.primary) checkNotNull(problems, column, types);
  }
  planUniqueColumns(surroundings, table);
  planDifferingItems(surroundings, table);
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
  const keys: TableKey[] = [...table.uniqueKeys];
  if (
    table.primaryKey !== undefined &&
    checkPrimaryKey(problems, table, table.primaryKey, types)
  ) keys.unshift(table.primaryKey);
  planTableKeys(surroundings, table, [...keys, ...distinctKeys(table)]);
}

/** In a table made per another, `distinct` is a key of the parent and the column. */
function distinctKeys({ columns, per }: TableSpec): TableKey[] {
  if (per === undefined || !("table" in per)) return [];
  return columns.filter(({ distinct }) => distinct).map((column) => ({
    columns: [column.name],
    place: column.common.get("distinct")!.place,
  }));
}

function checkNotNull(
  problems: Problems,
  column: ColumnSpec,
  types: Types,
): void {
  if (!mayBeNull(types, column)) return;
  problems.error(
    column.common.get("null")?.place ?? column.place,
    `primary column "${column.name}" can be NULL`,
    column.null > 0 ? "leave null out" : "what it is made from can be NULL",
  );
}

function mayBeNull(types: Types, column: ColumnSpec): boolean {
  const type = types.get(column);
  return type !== undefined && type.nullable && !type.neverNull;
}

/** Whether the key is one that can be kept. */
function checkPrimaryKey(
  problems: Problems,
  table: TableSpec,
  { columns, place }: TableKey,
  types: Types,
): boolean {
  if (table.columns.some(({ primary }) => primary)) {
    problems.error(
      place,
      `table "${table.name}" has a primary_key and a primary column`,
      "leave one out",
    );
    return false;
  }
  const key = table.columns.filter(({ name }) => columns.includes(name));
  if (key.some((column) => column.broken)) return false;
  const nullable = key.find((column) => mayBeNull(types, column));
  if (nullable === undefined) return true;
  problems.error(
    place,
    `column "${nullable.name}" of the primary key can be NULL`,
    "leave out what makes it NULL (null, when), or leave it out of the key",
  );
  return false;
}
