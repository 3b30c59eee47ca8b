// Makes the tables of a run ready to be filled: looks at what is there, refuses what the mode or the columns do not
// allow, creates what is missing. All of it in one transaction: before the first row, a run leaves nothing behind.
import { ThrustError } from "../../core/errors.ts";
import type { Wire, WireTable } from "../../core/format.ts";
import type { ColumnPlan, Mode, Plan, TablePlan } from "../../core/plan.ts";
import { writtenTables } from "../../core/plan.ts";
import {
  type ColumnEncoding,
  columnEncodingOf,
} from "../../core/wire/postgres_encoding.ts";
import { quoteName, quoteTable, schemaOf } from "../../core/sql/names.ts";
import { sqlType } from "../../core/sql/types.ts";
import { nearest } from "../../core/values/nearest.ts";
import {
  findTables,
  type FoundColumn,
  type FoundTable,
  tablesWithRows,
} from "./catalogue.ts";
import type { Connection } from "./connection.ts";
import { type AsideKey, setAside } from "./foreign_keys.ts";

/** The tables of a run, ready. */
export interface ReadyTables {
  /** What the sources write of each. */
  wire: Wire;
  /** Those that this run has made. */
  created: ReadonlySet<string>;
  aside: AsideKey[];
}

/** Kinds of pg_class that a COPY can fill. */
const TABLE_KINDS = ["r", "p", "f"];
const KINDS: Record<string, string> = {
  v: "a view",
  m: "a materialized view",
  i: "an index",
  I: "an index",
  S: "a sequence",
  c: "a type",
};

/** @throws {ThrustError} If a table cannot be filled. Nothing is changed then. */
export async function readyTables(
  connection: Connection,
  plan: Plan,
): Promise<ReadyTables> {
  const tables = writtenTables(plan);
  const { mode } = plan.output;
  await connection.query("begin", "BEGIN");
  const before = await findTables(connection, tables);
  for (const table of tables) checkKind(connection, table, before);
  const existing = tables.filter(({ name }) => before.has(name));
  await empty(connection, existing, mode);
  const missing = mode === "replace"
    ? tables
    : tables.filter(({ name }) => !before.has(name));
  for (const table of missing) await create(connection, table);
  const found = await findTables(connection, tables);
  const wire = new Map(
    tables.map((
      table,
    ) => [table.name, wireOf(connection, table, found.get(table.name)!)]),
  );
  const aside = await setAside(connection, tables, found);
  await connection.query("create the tables", "COMMIT");
  return { wire, created: new Set(missing.map(({ name }) => name)), aside };
}

function checkKind(
  { server }: Connection,
  { name }: TablePlan,
  found: ReadonlyMap<string, FoundTable>,
): void {
  const kind = found.get(name)?.kind;
  if (kind === undefined || TABLE_KINDS.includes(kind)) return;
  throw refusal(
    name,
    `Cannot fill table "${name}" in ${server}: it is ${KINDS[kind] ?? "none"}`,
  );
}

/** Takes the rows out of tables that are there, or refuses to fill them, as the mode says. */
async function empty(
  connection: Connection,
  existing: readonly TablePlan[],
  mode: Mode,
): Promise<void> {
  if (existing.length === 0 || mode === "append") return;
  const names = existing.map(({ name }) => name);
  const list = names.map((name) => quoteTable(name, "postgres")).join(", ");
  const quoted = names.map((name) => `"${name}"`).join(", ");
  if (mode === "truncate") {
    await connection.query(`empty ${quoted}`, `TRUNCATE ${list}`);
  } else if (mode === "replace") {
    await connection.query(`drop ${quoted}`, `DROP TABLE ${list}`);
  } else {
    const [filled] = await tablesWithRows(connection, names);
    if (filled === undefined) return;
    throw refusal(
      filled,
      `Cannot fill table "${filled}" in ${connection.server}: it holds rows already; ` +
        `say --mode append, truncate or replace, or name another database with --to`,
    );
  }
}

/** Keys come when the rows are there: until then they would only cost time. */
async function create(
  connection: Connection,
  table: TablePlan,
): Promise<void> {
  const { name } = table;
  const schema = schemaOf(name, "postgres");
  const lines = writtenColumns(table).map(({ name, type }) =>
    `${quoteName(name, "postgres")} ${sqlType(type, "postgres")}${
      type.nullable ? "" : " NOT NULL"
    }`
  );
  const doing = `create table "${name}"`;
  if (schema !== undefined) {
    const made = `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema, "postgres")}`;
    await connection.query(doing, made, [], { table: name });
  }
  const made = `CREATE TABLE ${quoteTable(name, "postgres")} (${
    lines.join(", ")
  })`;
  await connection.query(doing, made, [], { table: name });
}

function writtenColumns(table: TablePlan): ColumnPlan[] {
  return table.columns.filter(({ hidden }) => !hidden);
}

/** What is written of a table: binary where the server's types allow it. */
function wireOf(
  { server }: Connection,
  table: TablePlan,
  found: FoundTable,
): WireTable {
  const pairs = writtenColumns(table).map((plan) => ({
    plan,
    found: columnOf(server, table, plan, found),
  })).filter(({ found }) => !found.generated);
  checkFilled(server, table, found);
  if (pairs.length === 0) {
    throw refusal(
      table.name,
      `Cannot fill table "${table.name}" in ${server}: the server computes all of its columns`,
    );
  }
  const columns = pairs.map(({ plan }) => plan.name);
  const encodings = pairs.map(({ plan, found }) =>
    columnEncodingOf(plan.type, found)
  );
  return encodings.every((one): one is ColumnEncoding => one !== undefined)
    ? { format: "postgres_binary", columns, options: { encodings } }
    // The server drops offsets where it has no use for them.
    : {
      format: "tsv",
      columns,
      options: { header: false, newline: "lf", offsets: true },
    };
}

function columnOf(
  server: string,
  table: TablePlan,
  { name }: ColumnPlan,
  { columns }: FoundTable,
): FoundColumn {
  const column = columns.find((one) => one.name === name);
  if (column !== undefined) return column;
  const names = columns.map((one) => one.name);
  const close = nearest(name, names);
  throw refusal(
    table.name,
    `Cannot fill table "${table.name}" in ${server}: it has no column "${name}"; ` +
      (close === undefined
        ? `it has ${names.join(", ")}`
        : `did you mean "${close}"?`),
    name,
  );
}

/** A column that the Genfile does not have takes its default, so it must have one or may be NULL. */
function checkFilled(
  server: string,
  table: TablePlan,
  { columns }: FoundTable,
): void {
  const written = new Set(writtenColumns(table).map(({ name }) => name));
  const lacking = columns.find(({ name, notNull, hasDefault }) =>
    notNull && !hasDefault && !written.has(name)
  );
  if (lacking === undefined) return;
  throw refusal(
    table.name,
    `Cannot fill table "${table.name}" in ${server}: its column "${lacking.name}" ` +
      `is NOT NULL without a default, and the Genfile does not have it`,
    lacking.name,
  );
}

function refusal(table: string, message: string, field?: string): ThrustError {
  return new ThrustError("TARGET_REFUSED", message, {
    table,
    ...(field !== undefined && { field }),
  });
}
