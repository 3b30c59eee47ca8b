// Tables of a PostgreSQL server.
import process from "node:process";
import { type Plan, writtenTables } from "../../core/plan.ts";
import type { Source } from "../../source/source.ts";
import { findTables } from "../../target/postgres/catalogue.ts";
import { Connection } from "../../target/postgres/connection.ts";
import { readSettings } from "../../target/postgres/settings.ts";
import type { Place } from "../place.ts";
import { PostgresTable } from "./table.ts";

export async function openPostgres(source: Source, plan: Plan): Promise<Place> {
  const connection = await Connection.open(
    readSettings(plan.output.url!, process.env),
  );
  try {
    // All tables as they are at one moment.
    await connection.query(
      "read the tables",
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    );
    // What the server makes of lengths of time is then read as any other is.
    await connection.query(
      "read the tables",
      "SET LOCAL intervalstyle = iso_8601",
    );
    const tables = writtenTables(plan);
    const found = await findTables(connection, plan.tables);
    return {
      tables: tables.map((table) =>
        new PostgresTable(connection, source, table, found)
      ),
      close: () => connection.close(),
    };
  } catch (thrown) {
    await connection.close();
    throw thrown;
  }
}
