// What tables get when their rows are there: keys, sequences that stand behind the loaded values, statistics.
import {
  type ForeignKey,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../../core/plan.ts";
import { quoteName, quoteTable } from "../../core/sql/names.ts";
import { hasKey } from "./catalogue.ts";
import type { Connection } from "./connection.ts";

/** Adds the keys of the tables that this run has made: foreign ones last, because tables may refer to each other. */
export async function addKeys(
  connection: Connection,
  plan: Plan,
  created: ReadonlySet<string>,
): Promise<void> {
  const tables = writtenTables(plan).filter(({ name }) => created.has(name));
  for (const table of tables) {
    if (isWhole(table, table.primaryKey)) {
      await addKey(connection, table, "PRIMARY KEY", table.primaryKey);
    }
    for (const key of table.uniqueKeys) {
      if (isWhole(table, key)) await addKey(connection, table, "UNIQUE", key);
    }
  }
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      // A table that this run does not write may be missing, or have no such key.
      if (await hasKey(connection, key.table, key.targets)) {
        await addForeignKey(connection, table, key);
      }
    }
  }
}

/** Whether there is a key, and all of its columns are written. */
function isWhole({ columns }: TablePlan, key: readonly string[]): boolean {
  return key.length > 0 &&
    key.every((name) =>
      columns.some((column) => column.name === name && !column.hidden)
    );
}

async function addKey(
  connection: Connection,
  { name: table }: TablePlan,
  kind: "PRIMARY KEY" | "UNIQUE",
  columns: readonly string[],
): Promise<void> {
  await connection.query(
    `add the ${kind === "UNIQUE" ? "unique" : "primary"} key (${
      columns.join(", ")
    }) of table "${table}"`,
    `ALTER TABLE ${quoteTable(table, "postgres")} ADD ${kind} (${
      listed(columns)
    })`,
    [],
    { table },
  );
}

async function addForeignKey(
  connection: Connection,
  { name: table }: TablePlan,
  key: ForeignKey,
): Promise<void> {
  await connection.query(
    `add the foreign key (${key.columns.join(", ")}) of table "${table}"`,
    `ALTER TABLE ${quoteTable(table, "postgres")} ADD FOREIGN KEY (${
      listed(key.columns)
    }) REFERENCES ${quoteTable(key.table, "postgres")} (${
      listed(key.targets)
    })`,
    [],
    { table },
  );
}

function listed(columns: readonly string[]): string {
  return columns.map((name) => quoteName(name, "postgres")).join(", ");
}

/** Moves the sequences and identities of loaded columns past what the columns hold; never back. */
export async function moveSequences(
  connection: Connection,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const quoted = quoteTable(table, "postgres");
  const owned = await connection.query<{ name: string; sequence: string }>(
    `read the sequences of table "${table}"`,
    OWNED_SEQUENCES,
    [quoted, JSON.stringify(columns)],
    { table },
  );
  for (const { name, sequence } of owned) {
    const column = quoteName(name, "postgres");
    await connection.query(
      `move the sequence of column "${name}" of table "${table}"`,
      `
SELECT setval($1::text::regclass, least(greatest(
    CASE WHEN q.seqincrement > 0 THEN held.most ELSE held.least END,
    q.seqmin), q.seqmax))
FROM (
  SELECT max(${column})::bigint AS most, min(${column})::bigint AS least
  FROM ${quoted}
) AS held, ${sequence} AS s, pg_catalog.pg_sequence AS q
WHERE q.seqrelid = $1::text::regclass AND CASE
  WHEN q.seqincrement > 0 THEN held.most >= s.last_value
  ELSE held.least <= s.last_value END`,
      [sequence],
      { table },
    );
  }
}

const OWNED_SEQUENCES = `
SELECT name, sequence
FROM json_array_elements_text($2::text::json) AS loaded(name),
  pg_get_serial_sequence($1::text, name) AS sequence
WHERE sequence IS NOT NULL`;

/** Tells the planner what is in the tables. */
export async function analyze(
  connection: Connection,
  tables: readonly string[],
): Promise<void> {
  const list = tables.map((name) => quoteTable(name, "postgres")).join(", ");
  await connection.query("analyze the tables", `ANALYZE ${list}`);
}

/** Drops tables that this run has made and nobody has put a row into. */
export async function dropEmpty(
  connection: Connection,
  tables: readonly string[],
): Promise<void> {
  if (tables.length === 0) return;
  const quoted = tables.map((name) => quoteTable(name, "postgres"));
  const doing = "drop the tables that were created";
  await connection.query(
    doing,
    `BEGIN; SET LOCAL lock_timeout = '2s'; LOCK TABLE ${quoted.join(", ")}`,
  );
  const [{ empty }] = await connection.query<{ empty: boolean }>(
    doing,
    `SELECT ${
      quoted.map((name) => `NOT EXISTS (SELECT FROM ${name})`).join(" AND ")
    } AS empty`,
  );
  await connection.query(
    doing,
    empty ? `DROP TABLE ${quoted.join(", ")}; COMMIT` : "ROLLBACK",
  );
}
