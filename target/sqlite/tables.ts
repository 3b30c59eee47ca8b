// The tables of a run in a SQLite database: what is there, and what the mode makes of it.
import { ThrustError } from "../../core/errors.ts";
import type { Mode, TablePlan } from "../../core/plan.ts";
import { quoteName, quoteTable } from "../../core/sql/names.ts";
import {
  affinityOf,
  type FilledColumn,
  type FilledTable,
  sameName,
} from "./columns.ts";
import type { Database } from "./database.ts";
import { createTable, newTable, pagesOf } from "./new_tables.ts";

/** A column as `PRAGMA table_xinfo` shows it. */
interface FoundColumn {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  /** Its place in the primary key, from 1. */
  pk: number;
  /** 2 and 3: made by the table from others. */
  hidden: number;
}

/** Looks at everything first, so that nothing is changed before it is known that all can be filled. */
export function prepareTables(
  database: Database,
  plans: readonly TablePlan[],
  mode: Mode,
): FilledTable[] {
  const found = plans.map((plan) => findTable(database, plan, mode));
  const names = new Set(
    plans.filter((_, i) => found[i] === undefined).map(({ name }) => name),
  );
  const tables = plans.map((plan, i) =>
    found[i] ??
      newTable(
        plan,
        ({ table, targets }) =>
          names.has(table) || hasKey(database, table, targets),
      )
  );
  for (const { plan, sqlName } of tables) {
    const isThere = typeOfTable(database, plan.name) !== undefined;
    const doing = `empty table "${plan.name}" of`;
    if (!isThere) continue;
    if (mode === "truncate") {
      database.execute(doing, `DELETE FROM ${sqlName}`);
    } else if (mode === "replace") {
      database.execute(doing, `DROP TABLE ${sqlName}`);
    }
  }
  for (const table of tables) {
    if (table.isNew) createTable(database, table);
  }
  if (database.isNew) {
    for (const table of tables) table.pages = pagesOf(database, table);
  }
  return tables;
}

/** A table that is there and is to be filled as it is; undefined where one is to be created. */
function findTable(
  database: Database,
  plan: TablePlan,
  mode: Mode,
): FilledTable | undefined {
  const type = typeOfTable(database, plan.name);
  if (type === undefined) return undefined;
  if (type !== "table") {
    throw refusal(database, plan, `it is a ${type} and no table`);
  }
  if (mode === "replace") return undefined;
  const sqlName = quoteTable(plan.name, "sqlite");
  if (mode === "create" && holdsRows(database, plan.name, sqlName)) {
    throw new ThrustError(
      "TARGET_REFUSED",
      `Cannot create table "${plan.name}" in ${database.name}: it holds rows already; ` +
        `say --mode append, truncate or replace, or name another file with --to`,
      { table: plan.name },
    );
  }
  const columns = columnsOf(database, plan.name);
  checkLeftOut(database, plan, columns);
  return {
    plan,
    sqlName,
    isNew: false,
    columns: matchColumns(database, plan, columns),
  };
}

function typeOfTable(database: Database, table: string): string | undefined {
  return database.rows<{ type: string }>(
    "read",
    `SELECT type FROM sqlite_schema WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')`,
    table,
  )[0]?.type;
}

function holdsRows(
  database: Database,
  table: string,
  sqlName: string,
): boolean {
  const doing = `read table "${table}" of`;
  return database.rows(doing, `SELECT 1 FROM ${sqlName} LIMIT 1`).length > 0;
}

function columnsOf(database: Database, table: string): FoundColumn[] {
  return database.rows<FoundColumn>(
    `read table "${table}" of`,
    `SELECT * FROM pragma_table_xinfo(?)`,
    table,
  );
}

/** Whether a table that is there has a key of these columns, which a foreign key needs. */
function hasKey(
  database: Database,
  table: string,
  columns: readonly string[],
): boolean {
  const primary = columnsOf(database, table).filter(({ pk }) => pk > 0)
    .map(({ name }) => name);
  const unique = database.rows<{ names: string }>(
    `read table "${table}" of`,
    `SELECT json_group_array(c.name) AS names
     FROM pragma_index_list(?) AS i, pragma_index_info(i.name) AS c
     WHERE i."unique" AND NOT i.partial GROUP BY i.name`,
    table,
  ).map(({ names }): string[] => JSON.parse(names));
  return [primary, ...unique].some((names) =>
    names.length === columns.length &&
    columns.every((one) => names.some((name) => sameName(one, name)))
  );
}

/** The Genfile's columns among those of the table; those that the table makes itself are left to it. */
function matchColumns(
  database: Database,
  plan: TablePlan,
  found: FoundColumn[],
): FilledColumn[] {
  const columns: FilledColumn[] = [];
  const missing: string[] = [];
  for (const { name, type, hidden } of plan.columns) {
    if (hidden) continue;
    const column = found.find((one) => sameName(one.name, name));
    if (column === undefined) missing.push(`"${name}"`);
    else if (column.hidden === 0) {
      const sqlName = quoteName(column.name, "sqlite");
      const affinity = affinityOf(column.type);
      columns.push({ name, sqlName, type, affinity });
    }
  }
  if (missing.length > 0) {
    const what = missing.length === 1 ? "column" : "columns";
    throw refusal(database, plan, `it has no ${what} ${missing.join(", ")}`);
  }
  if (columns.length === 0) {
    throw refusal(database, plan, "it makes all these columns itself");
  }
  return columns;
}

/** A column that the Genfile lacks takes its default, so it must have one or may be NULL. */
function checkLeftOut(
  database: Database,
  plan: TablePlan,
  found: FoundColumn[],
): void {
  const written = plan.columns.filter(({ hidden }) => !hidden);
  const keys = found.filter(({ pk }) => pk > 0).length;
  for (const { name, type, notnull, dflt_value, pk, hidden } of found) {
    if (written.some((one) => sameName(one.name, name))) continue;
    const isRowNumber = pk > 0 && keys === 1 && /^integer$/i.test(type);
    if (hidden !== 0 || isRowNumber) continue;
    if (dflt_value === null && notnull === 1) {
      throw refusal(
        database,
        plan,
        `its column "${name}" is NOT NULL without a default, and the Genfile has no such column`,
      );
    }
  }
}

function refusal(
  database: Database,
  { name }: TablePlan,
  state: string,
): ThrustError {
  return new ThrustError(
    "TARGET_REFUSED",
    `Cannot fill table "${name}" of ${database.name}: ${state}`,
    { table: name },
  );
}
