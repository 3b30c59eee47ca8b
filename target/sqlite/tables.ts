// The tables of a run in a SQLite database: what is there, what the mode makes of it, and how missing ones are created.
import { ThrustError } from "../../core/errors.ts";
import type { ForeignKey, Mode, TablePlan } from "../../core/plan.ts";
import { quoteName, quoteTable } from "../../core/sql_names.ts";
import { sqlType } from "../../core/sql_types.ts";
import type { RecordCell } from "../../core/sqlite_records.ts";
import type { ValueType } from "../../core/value_type.ts";
import type { Database } from "./database.ts";

/** A table as it is filled. */
export interface FilledTable {
  plan: TablePlan;
  /** Quoted. */
  sqlName: string;
  columns: FilledColumn[];
  /** Made by this run. */
  isNew: boolean;
  /** Absent where rows go in by statements. */
  pages?: TablePages;
}

/** How a new table's rows become pages of the file. */
export interface TablePages {
  root: number;
  /** The column whose values number the rows. */
  key: string | undefined;
  cells: RecordCell[];
}

/** A column that rows are written to. */
export interface FilledColumn {
  /** As the Genfile has it. */
  name: string;
  sqlName: string;
  type: ValueType;
  affinity: Affinity;
}

export type Affinity = "integer" | "text" | "none" | "real" | "numeric";

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

function newTable(
  plan: TablePlan,
  isPossible: (key: ForeignKey) => boolean,
): FilledTable {
  return {
    plan: {
      ...plan,
      foreignKeys: plan.foreignKeys.filter(isPossible),
    },
    sqlName: quoteTable(plan.name, "sqlite"),
    isNew: true,
    columns: plan.columns.filter(({ hidden }) => !hidden).map((
      { name, type },
    ) => ({
      name,
      sqlName: quoteName(name, "sqlite"),
      type,
      affinity: affinityOf(sqlType(type, "sqlite")),
    })),
  };
}

/** Foreign keys must stand in the statement: SQLite cannot add any to a table. */
function createTable(database: Database, table: FilledTable): void {
  const { plan, sqlName, columns } = table;
  const lines = columns.map((column) =>
    `${column.sqlName} ${sqlType(column.type, "sqlite")}${
      column.type.nullable ? "" : " NOT NULL"
    }`
  );
  const key = writtenKey(plan);
  if (key.length > 0) lines.push(`PRIMARY KEY (${quoteAll(key)})`);
  for (const { columns, table: parent, targets } of plan.foreignKeys) {
    lines.push(
      `FOREIGN KEY (${quoteAll(columns)}) REFERENCES ${
        quoteTable(parent, "sqlite")
      } (${quoteAll(targets)})`,
    );
  }
  database.execute(
    `create table "${plan.name}" in`,
    `CREATE TABLE ${sqlName} (\n  ${lines.join(",\n  ")}\n)`,
  );
}

/** The keys beside the primary one: made when all rows are there, which is faster. */
export function createIndexes(database: Database, table: FilledTable): void {
  const { plan, sqlName } = table;
  for (const key of plan.uniqueKeys) {
    const name = quoteName(`${plan.name}_${key.join("_")}_key`, "sqlite");
    database.execute(
      `make the columns ${key.join(", ")} of table "${plan.name}" unique in`,
      `CREATE UNIQUE INDEX ${name} ON ${sqlName} (${quoteAll(key)})`,
    );
  }
}

/**
 * How a table of a new file is written as pages; undefined where SQLite has to look at the values: where it makes
 * numbers of texts, and where rows are numbered by a column that need not rise.
 */
function pagesOf(
  database: Database,
  { plan, columns }: FilledTable,
): TablePages | undefined {
  const key = columns.find((column) => isRowNumber(plan, column))?.name;
  if (key !== undefined && !rises(plan, key)) return undefined;
  const cells = columns.map((column) => recordCell(column, key));
  if (cells.some((cell) => cell === undefined)) return undefined;
  const [{ root }] = database.rows<{ root: number }>(
    "read",
    `SELECT rootpage AS root FROM sqlite_schema WHERE type = 'table' AND name = ?`,
    plan.name,
  );
  return { root, key, cells: cells as RecordCell[] };
}

/** Whether a column is what SQLite calls INTEGER PRIMARY KEY: it stands in place of the row's number. */
function isRowNumber(plan: TablePlan, { name, type }: FilledColumn): boolean {
  const key = writtenKey(plan);
  return key.length === 1 && key[0] === name &&
    /^integer$/i.test(sqlType(type, "sqlite"));
}

/** Whether a column's values are known to rise from row to row. */
function rises({ columns }: TablePlan, name: string): boolean {
  const column = columns.find((one) => one.name === name)!;
  return column.generator === "sequence" && Number(column.params.step) > 0;
}

function recordCell(
  column: FilledColumn,
  key: string | undefined,
): RecordCell | undefined {
  const { name, type: { kind, scale }, affinity } = column;
  if (name === key) return "key";
  if (isSpelled(column)) {
    return affinity === "text" || affinity === "none" ? "text" : undefined;
  }
  if (affinity === "real") return "real";
  const isWhole = kind === "int" || kind === "bool" || scale === 0;
  if (kind !== "float" && isWhole) return "integer";
  return affinity === "none" ? "real" : "number";
}

/** The primary key's index, of which SQLite has not heard while pages were written. */
export function fillIndexes(
  database: Database,
  { plan, sqlName }: FilledTable,
) {
  if (writtenKey(plan).length === 0) return;
  database.execute(`index table "${plan.name}" of`, `REINDEX ${sqlName}`);
}

/** The primary key, unless a part of it is hidden. */
function writtenKey({ primaryKey, columns }: TablePlan): string[] {
  const isWritten = (name: string) =>
    columns.some((column) => column.name === name && !column.hidden);
  return primaryKey.every(isWritten) ? primaryKey : [];
}

/** What a column of a declared type makes of values ("Datatypes In SQLite", section 3.1). */
export function affinityOf(declared: string): Affinity {
  const type = declared.toUpperCase();
  if (type.includes("INT")) return "integer";
  if (/CHAR|CLOB|TEXT/.test(type)) return "text";
  if (type === "" || type === "ANY" || type.includes("BLOB")) return "none";
  if (/REAL|FLOA|DOUB/.test(type)) return "real";
  return "numeric";
}

/** Whether a column's values arrive as text: where they are none else, or where the column makes texts of numbers. */
export function isSpelled({ type: { kind }, affinity }: FilledColumn): boolean {
  const isNumber = kind === "int" || kind === "float" || kind === "decimal" ||
    kind === "bool";
  return !isNumber || affinity === "text";
}

function quoteAll(names: string[]): string {
  return names.map((name) => quoteName(name, "sqlite")).join(", ");
}

/** SQLite's names are the same where they differ in the case of ASCII letters only. */
export function sameName(a: string, b: string): boolean {
  return lower(a) === lower(b);
}

function lower(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
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
