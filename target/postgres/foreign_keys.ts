// Foreign keys of tables that are there already. One that refers to a table of the run that is not whole before (a later
// one, or the own: batches of two connections do not know each other's rows) is set aside while rows are loaded.
import type { TablePlan } from "../../core/plan.ts";
import { quoteName, quoteTable } from "../../core/sql/names.ts";
import type { FoundTable } from "./catalogue.ts";
import type { Connection } from "./connection.ts";

/** A foreign key that is not there while the run is at work. */
export interface AsideKey {
  table: string;
  name: string;
  definition: string;
}

/** Takes the foreign keys away that rows could not obey in the order in which they come. */
export async function setAside(
  connection: Connection,
  tables: readonly TablePlan[],
  found: ReadonlyMap<string, FoundTable>,
): Promise<AsideKey[]> {
  const oids = tables.map(({ name }) => found.get(name)?.oid);
  const aside = tables.flatMap(({ name: table }, index) =>
    found.get(table)!.foreignKeys
      .filter(({ refersTo }) => oids.indexOf(refersTo) >= index)
      .map(({ name, definition }) => ({ table, name, definition }))
  );
  for (const { table, name } of aside) {
    await connection.query(
      `set aside the foreign key "${name}" of table "${table}"`,
      `ALTER TABLE ${quoteTable(table, "postgres")} DROP CONSTRAINT ${
        quoteName(name, "postgres")
      }`,
      [],
      { table },
    );
  }
  return aside;
}

/** Puts foreign keys back: all rows are there. */
export async function putBack(
  connection: Connection,
  keys: readonly AsideKey[],
): Promise<void> {
  for (const key of keys) await add(connection, key, key.definition);
}

/**
 * Puts foreign keys back after a failure: for the rows to come, because those of the batches that stay may refer to some
 * that never came. Where they do not, and that is soon seen, the keys are as good as they were.
 */
export async function putBackUnchecked(
  connection: Connection,
  keys: readonly AsideKey[],
): Promise<void> {
  for (const key of keys) {
    try {
      await add(connection, key, withoutCheck(key.definition));
    } catch {
      // A partitioned table has no such keys.
      await add(connection, key, key.definition);
    }
  }
  if (keys.length === 0) return;
  await connection.query("limit the time", "SET statement_timeout = '1s'");
  for (const { table, name, definition } of keys) {
    if (definition === withoutCheck(definition)) continue;
    await connection.query(
      `check the foreign key "${name}" of table "${table}"`,
      `ALTER TABLE ${quoteTable(table, "postgres")} VALIDATE CONSTRAINT ${
        quoteName(name, "postgres")
      }`,
    );
  }
}

function withoutCheck(definition: string): string {
  return / NOT VALID$/.test(definition)
    ? definition
    : `${definition} NOT VALID`;
}

function add(
  connection: Connection,
  { table, name }: AsideKey,
  definition: string,
): Promise<unknown> {
  return connection.query(
    `put back the foreign key "${name}" of table "${table}"`,
    `ALTER TABLE ${quoteTable(table, "postgres")} ADD CONSTRAINT ${
      quoteName(name, "postgres")
    } ${definition}`,
    [],
    { table },
  );
}

/** For each table, the numbers of those before it whose rows the server looks for when it gets those of this one. */
export function referredTables(
  tables: readonly TablePlan[],
  found: ReadonlyMap<string, FoundTable>,
): number[][] {
  const oids = tables.map(({ name }) => found.get(name)?.oid);
  return tables.map(({ name }, index) =>
    found.get(name)!.foreignKeys
      .map(({ refersTo }) => oids.indexOf(refersTo))
      .filter((one) => one >= 0 && one < index)
  );
}
