// Tables that a run creates: their definition, how their rows become pages, and their indexes.
import type { ForeignKey, TablePlan } from "../../core/plan.ts";
import { quoteName, quoteTable } from "../../core/sql/names.ts";
import { sqlType } from "../../core/sql/types.ts";
import type { RecordCell } from "../../core/wire/sqlite_records.ts";
import type { Database } from "./database.ts";
import {
  affinityOf,
  type FilledColumn,
  type FilledTable,
  isSpelled,
  type TablePages,
} from "./columns.ts";

export function newTable(
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
export function createTable(database: Database, table: FilledTable): void {
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
export function pagesOf(
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
  // No affinity makes anything else of bytes.
  if (kind === "bytes") return "blob";
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

function quoteAll(names: string[]): string {
  return names.map((name) => quoteName(name, "sqlite")).join(", ");
}
