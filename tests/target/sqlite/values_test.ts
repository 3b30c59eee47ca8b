// The same Genfile gives the same values in SQLite as in CSV: all generators and types, NULL and hostile texts.
import { assert, assertEquals } from "@std/assert";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-types="../../source/formats/std_csv.d.ts"
import { parse as parseCsv } from "@std/csv";
import { type ColumnPlan, writtenTables } from "../../../core/plan.ts";
import { checkGenfile, runPlan } from "../../../engine.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { runtimes } from "../../fixtures/processes.ts";
import { execute, fill, query, value } from "./_fill.ts";

const GOLDEN = new URL("../../golden/", import.meta.url).pathname;
const MAIN = new URL("../../../main.ts", import.meta.url).pathname;

/** What a CSV file has for a value that SQLite gave. NULL and the empty text are told apart by the caller. */
function asText({ type }: ColumnPlan, found: unknown): string {
  if (found === null) return "";
  switch (type.kind) {
    case "decimal":
      return (found as number).toFixed(type.scale);
    case "bool":
      assert(found === 0 || found === 1);
      return found === 1 ? "true" : "false";
    default:
      return String(found);
  }
}

/** As SQLite keeps it. */
function storageOf({ type: { kind, scale } }: ColumnPlan): string {
  if (kind === "int" || kind === "bool") return "integer";
  if (kind === "decimal") return scale === 0 ? "integer" : "real";
  return kind === "float" ? "real" : "text";
}

Deno.test("SQLite has the values that CSV has, on every runtime", () =>
  inFolder(async (folder) => {
    cpSync(GOLDEN, folder, { recursive: true });
    const file = join(folder, "everything.toml");
    const text = readFileSync(file, "utf8");
    const checked = async (to: string) =>
      (await checkGenfile(text, { file, overrides: { to } })).plan!;
    const plan = await checked(join(folder, "csv"));
    await runPlan(plan);
    const databases = Object.entries(runtimes).flatMap(([name, command]) => [
      { command, database: join(folder, `${name}.db`) },
      { command, database: join(folder, `${name} there.db`) },
    ]).map(({ command, database }) => {
      // Into a file that is there rows go by statements, into a new one as pages.
      if (database.endsWith("there.db")) {
        execute(database, "CREATE TABLE x (y)");
      }
      const args = [MAIN, file, "--to", `sqlite:${database}`, "--quiet"];
      execFileSync(command[0], [...command.slice(1), ...args]);
      return database;
    });
    assert(databases.length >= 2);
    let compared = 0;
    for (const table of writtenTables(plan)) {
      const columns = table.columns.filter(({ hidden }) => !hidden);
      const lines = parseCsv(
        readFileSync(join(folder, "csv", `${table.name}.csv`), "utf8"),
      ).slice(1);
      assertEquals(lines.length, table.rows);
      for (const database of databases) {
        const rows = query(database, `SELECT * FROM "${table.name}"`);
        assertEquals(rows.length, table.rows);
        for (const column of columns) {
          const index = columns.indexOf(column);
          for (const [i, row] of rows.entries()) {
            const found = row[column.name];
            if (column.type.kind === "float" && found !== null) {
              assertEquals(found, Number(lines[i][index]));
            } else assertEquals(asText(column, found), lines[i][index]);
            compared++;
          }
          const storages = query(
            database,
            `SELECT DISTINCT typeof("${column.name}") AS t FROM "${table.name}"
             WHERE "${column.name}" IS NOT NULL`,
          );
          assert(
            storages.every(({ t }) => t === storageOf(column)),
            `${column.name}: ${JSON.stringify(storages)}`,
          );
        }
      }
    }
    assert(compared > 200_000);
    for (const database of databases) {
      assertEquals(value(database, "PRAGMA integrity_check"), "ok");
      assertEquals(
        value(database, "SELECT count(*) FROM people WHERE hostile = ''") !== 0,
        true,
      );
      assertEquals(
        value(database, "SELECT count(*) FROM people WHERE hostile IS NULL"),
        0,
      );
      assertEquals(
        query(database, "SELECT * FROM pragma_foreign_key_list('people')")
          .map((key) => [key.from, key.table, key.to]),
        [["referrer", "people", "id"]],
      );
    }
  }));

Deno.test("rows stand in their order, whatever the number of workers", () =>
  inFolder(async (folder) => {
    const text =
      `[table.t]\nrows = 20_000\n[table.t.columns]\nn = "sequence"\nu = "uuid"\n`;
    const bytes: Uint8Array[] = [];
    for (const workers of [1, 2, 5]) {
      const file = join(folder, `${workers}.db`);
      await fill(text, file, { workers });
      assertEquals(
        value(file, "SELECT count(*) FROM t WHERE n <> rowid"),
        0,
      );
      bytes.push(readFileSync(file));
    }
    assertEquals(bytes[0], bytes[1]);
    assertEquals(bytes[0], bytes[2]);
  }));

const DECIMALS = `
[table.t]
rows = 2000
[table.t.columns]
short = { gen = "decimal", min = -10, max = 10, scale = 1 }
long  = { gen = "decimal", min = -99999999999.9, max = 99999999999.9999, scale = 4 }
whole = { gen = "decimal", min = 1, max = 9000000000000000, scale = 0 }
text  = { gen = "decimal", min = 1, max = 90000000000000.99, scale = 2 }
`;

Deno.test("decimals read back equal, compare and divide as numbers; where float64 is too short they are text", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(DECIMALS, file);
    const { plan } = await checkGenfile(`version = 1\n${DECIMALS}`, {
      overrides: { to: join(folder, "csv") },
    });
    await runPlan(plan!);
    const lines = parseCsv(
      readFileSync(join(folder, "csv", "t.csv"), "utf8"),
    ).slice(1);
    const rows = query(file, "SELECT short, long, whole, text FROM t");
    for (const [i, { short, long, whole, text }] of rows.entries()) {
      assertEquals([
        (short as number).toFixed(1).replace("-0.0", "0.0"),
        (long as number).toFixed(4),
        String(whole),
        text,
      ], lines[i]);
    }
    assertEquals(
      query(
        file,
        `SELECT DISTINCT typeof(short) AS s, typeof(long) AS l, typeof(whole) AS w, typeof(text) AS t FROM t`,
      ),
      [{ s: "real", l: "real", w: "integer", t: "text" }],
    );
    const halves = query(
      file,
      "SELECT short / 2 AS half FROM t WHERE short = 3.0 OR short = 0.1",
    );
    assert(halves.length > 0);
    assert(halves.every(({ half }) => half === 1.5 || half === 0.05));
    const sorted = query(file, "SELECT short FROM t ORDER BY short")
      .map(({ short }) => short as number);
    assertEquals(sorted, sorted.toSorted((a, b) => a - b));
  }));

Deno.test("a decimal of unknown bounds that float64 cannot keep is refused", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(file, "CREATE TABLE t (d numeric)");
    const said = await fill(
      `[table.t]\nrows = 2000\n[table.t.columns]
d = { gen = "decimal", min = 0, max = 90000000000000.99, scale = 2 }`,
      file,
    ).catch((error) => error);
    assertEquals(said.code, "VALUE_REFUSED");
    assert(
      /^Cannot write column "d" of table "t" as a SQLite number: it has more than 15 digits \(type = "text" keeps them\) in row \d+; nothing has been committed$/
        .test(said.message),
      said.message,
    );
    assertEquals(value(file, "SELECT count(*) FROM t"), 0);
  }));

Deno.test("a NUL character is refused with its column and row", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    const said = await fill(
      `[table.t]\nrows = 5\n[table.t.columns]\na = { values = ["x", "y\\u0000z"] }`,
      file,
    ).catch((error) => error);
    assertEquals(said.code, "VALUE_REFUSED");
    assert(
      said.message.startsWith(
        `Cannot write column "a" of table "t" as SQLite text: there is a NUL character`,
      ),
      said.message,
    );
  }));
