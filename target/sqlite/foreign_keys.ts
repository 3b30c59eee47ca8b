// Looks whether every reference leads somewhere, once all rows are there.
import { ThrustError } from "../../core/errors.ts";
import { grouped } from "../../core/quantities.ts";
import { quoteName } from "../../core/sql/names.ts";
import type { Database } from "./database.ts";
import type { FilledTable } from "./columns.ts";

/** A row of `PRAGMA foreign_key_check`. */
interface Violation {
  table: string;
  /** NULL in a table without row numbers. */
  rowid: number | null;
  parent: string;
  fkid: number;
}

/** A row of `PRAGMA foreign_key_list`: a column of a key. */
interface KeyColumn {
  id: number;
  from: string;
}

/**
 * Checks the tables that have been filled, and those that refer to what has been emptied or made anew.
 *
 * @throws {ThrustError} VALUE_REFUSED with the first row that leads nowhere.
 */
export function checkForeignKeys(
  database: Database,
  tables: readonly FilledTable[],
  others: boolean,
): void {
  const doing = "check the foreign keys of";
  const names = new Set(tables.map(({ plan }) => plan.name));
  if (others) {
    const all = database.rows<{ name: string }>(
      doing,
      `SELECT DISTINCT s.name AS name FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS k ` +
        `WHERE s.type = 'table' AND k."table" COLLATE NOCASE IN (${
          tables.map(() => "?").join(", ")
        })`,
      ...names,
    );
    for (const { name } of all) names.add(name);
  }
  for (const name of names) {
    const check = `FROM pragma_foreign_key_check(?)`;
    const [first] = database.rows<Violation>(
      doing,
      `SELECT "table", rowid, parent, fkid ${check} LIMIT 1`,
      name,
    );
    if (first === undefined) continue;
    const [{ count }] = database.rows<{ count: number }>(
      doing,
      `SELECT count(*) AS count ${check}`,
      name,
    );
    throw violated(database, first, count);
  }
}

function violated(
  database: Database,
  { table, rowid, parent, fkid }: Violation,
  count: number,
): ThrustError {
  const doing = `read table "${table}" of`;
  const columns = database.rows<KeyColumn>(
    doing,
    `SELECT id, "from" FROM pragma_foreign_key_list(?) ORDER BY seq`,
    table,
  ).filter(({ id }) => id === fkid).map(({ from }) => from);
  const names = columns.map((name) => quoteName(name, "sqlite")).join(", ");
  const [row] = rowid === null ? [undefined] : database
    .rows<Record<string, unknown>>(
      doing,
      `SELECT ${names} FROM ${quoteName(table, "sqlite")} WHERE rowid = ?`,
      rowid,
    );
  const values = columns.map((name) =>
    row === undefined ? name : `${name} = ${JSON.stringify(row[name])}`
  );
  const which = rowid === null ? "a row" : `the row with rowid ${rowid}`;
  const more = count === 1
    ? ""
    : `; ${grouped(count)} rows of the table lead nowhere`;
  return new ThrustError(
    "VALUE_REFUSED",
    `Cannot keep the foreign keys of table "${table}" in ${database.name}: ` +
      `${which} refers to a row that table "${parent}" does not have (${
        values.join(", ")
      })${more}`,
    { file: database.name, table, field: columns[0] },
  );
}
