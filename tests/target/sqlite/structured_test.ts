// Lengths of time, bytes, JSON and arrays in SQLite: by statements and as pages, what NDJSON has.
import { assert, assertEquals } from "@std/assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkGenfile, runPlan } from "../../../engine.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { execute, query, value } from "./_fill.ts";

const GENFILE = new URL("../../golden/structured.toml", import.meta.url)
  .pathname;

async function runTo(to: string, overrides = {}): Promise<void> {
  const text = readFileSync(GENFILE, "utf8");
  const { plan } = await checkGenfile(text, {
    file: GENFILE,
    overrides: { to, ...overrides },
  });
  await runPlan(plan!);
}

/** As a row of NDJSON has it. */
function asJson(found: unknown, isJson: boolean): unknown {
  if (found instanceof Uint8Array) return found.toBase64();
  return isJson && found !== null ? JSON.parse(found as string) : found;
}

Deno.test("structured values are those of NDJSON: text, JSON and blobs", () =>
  inFolder(async (folder) => {
    await runTo(folder, { format: "ndjson" });
    const there = join(folder, "there.db");
    execute(there, "CREATE TABLE x (y)");
    const databases = [join(folder, "new.db"), there];
    for (const database of databases) {
      await runTo(`sqlite:${database}`);
      assertEquals(value(database, "PRAGMA integrity_check"), "ok");
      for (const table of ["things", "views"]) {
        const lines = readFileSync(join(folder, `${table}.ndjson`), "utf8")
          .split("\n").slice(0, -1);
        const rows = query(database, `SELECT * FROM ${table}`);
        assertEquals(rows.length, lines.length);
        rows.forEach((row, i) => {
          const expected = JSON.parse(lines[i]);
          for (const [name, found] of Object.entries(row)) {
            const isJson = typeof expected[name] === "object";
            assertEquals(asJson(found, isJson), expected[name], name);
          }
        });
      }
      assertEquals(
        query(
          database,
          `SELECT DISTINCT typeof(took) AS t, typeof(key) AS k, typeof(profile) AS p, typeof(ints) AS i
           FROM things WHERE took IS NOT NULL AND profile IS NOT NULL`,
        ),
        [{ t: "text", k: "blob", p: "text", i: "text" }],
      );
      assertEquals(
        value(
          database,
          "SELECT count(*) FROM things WHERE json_array_length(prices) <> 2",
        ),
        0,
      );
    }
  }));

Deno.test("a row that is refused is told with its bytes", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(file, "CREATE TABLE t (b blob CHECK (length(b) > 2))");
    const { plan } = await checkGenfile(
      `version = 1\n[table.t]\nrows = 5\n[table.t.columns]\nb = { gen = "bytes", length = 2 }`,
      { overrides: { to: `sqlite:${file}` } },
    );
    const said = await runPlan(plan!).catch((error) => error);
    assertEquals(said.code, "VALUE_REFUSED");
    assert(/check refuses it/.test(said.message), said.message);
  }));
