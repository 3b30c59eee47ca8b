// What a run makes of a SQLite file that is there, in each mode.
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ThrustError } from "../../../core/errors.ts";
import { MODES } from "../../../core/plan.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { execute, fill, query, value } from "./_fill.ts";

const TWO = `
[table.people]
rows = 10
[table.people.columns]
id   = { gen = "sequence", primary = true }
code = { gen = "uuid", unique = true }

[table.visits]
rows = 30
[table.visits.columns]
person_id = { ref = "people.id" }
n = "sequence"
`;

async function refused(running: Promise<unknown>): Promise<string> {
  const error = await assertRejects(() => running, ThrustError);
  assertEquals(error.code, "TARGET_REFUSED");
  return error.message;
}

function count(file: string, table: string): unknown {
  return value(file, `SELECT count(*) FROM "${table}"`);
}

for (const mode of MODES) {
  Deno.test(`mode ${mode} makes a SQLite file that is missing, and nothing beside it`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "a b?.db");
      const result = await fill(TWO, file, { mode });
      assertEquals(result.outcome, "done");
      assertEquals(readdirSync(folder), ["a b?.db"]);
      assertEquals([count(file, "people"), count(file, "visits")], [10, 30]);
      assertEquals(value(file, "PRAGMA journal_mode"), "delete");
      assertEquals(result.tables.map(({ rows }) => rows), [10, 30]);
    }));

  Deno.test(`mode ${mode} makes missing tables and fills empty ones, and leaves others alone`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "t.db");
      execute(
        file,
        `CREATE TABLE people (code blob, id int, more text DEFAULT 'd');
         CREATE TABLE other (x); INSERT INTO other VALUES (7)`,
      );
      await fill(TWO, file, { mode });
      assertEquals([count(file, "people"), count(file, "visits")], [10, 30]);
      assertEquals(query(file, "SELECT * FROM other"), [{ x: 7 }]);
      const columns = query(
        file,
        "SELECT name FROM pragma_table_info('people')",
      )
        .map(({ name }) => name);
      assertEquals(
        columns,
        mode === "replace" ? ["id", "code"] : ["code", "id", "more"],
      );
      // A foreign key needs a key to refer to.
      assertEquals(
        query(file, "PRAGMA foreign_key_list('visits')").length,
        mode === "replace" ? 1 : 0,
      );
      if (mode !== "replace") {
        assertEquals(
          query(file, "SELECT DISTINCT more, typeof(code) AS t FROM people"),
          [{ more: "d", t: "text" }],
        );
      }
      assertEquals(readdirSync(folder), ["t.db"]);
    }));
}

Deno.test("a new table has its keys", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(TWO, file);
    const sql = query(file, "SELECT sql FROM sqlite_schema WHERE sql NOT NULL")
      .map(({ sql }) => sql);
    assertEquals(sql, [
      `CREATE TABLE "people" (
  "id" integer NOT NULL,
  "code" text NOT NULL,
  PRIMARY KEY ("id")
)`,
      `CREATE TABLE "visits" (
  "person_id" integer NOT NULL,
  "n" integer NOT NULL,
  FOREIGN KEY ("person_id") REFERENCES "people" ("id")
)`,
      `CREATE UNIQUE INDEX "people_code_key" ON "people" ("code")`,
    ]);
  }));

Deno.test("mode create refuses a table that holds rows before it changes anything", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(file, `CREATE TABLE visits AS SELECT 1 AS person_id, 1 AS n`);
    const before = readFileSync(file);
    assertEquals(
      await refused(fill(TWO, file)),
      `Cannot create table "visits" in ${
        JSON.stringify(file)
      }: it holds rows already; ` +
        `say --mode append, truncate or replace, or name another file with --to`,
    );
    assertEquals(readFileSync(file), before);
    assertEquals(readdirSync(folder), ["t.db"]);
  }));

Deno.test("mode append adds rows to those that are there", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    const text = `[table.t]\nrows = 5\n[table.t.columns]\nn = "sequence"\n`;
    await fill(text, file);
    await fill(text, file, { mode: "append", rows: 2 });
    assertEquals(
      query(file, "SELECT n FROM t").map(({ n }) => n),
      [1, 2, 3, 4, 5, 1, 2],
    );
  }));

Deno.test("mode truncate empties tables of this run and keeps their columns and indexes", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(TWO, file);
    execute(
      file,
      `ALTER TABLE visits ADD COLUMN note text DEFAULT 'x';
       CREATE INDEX mine ON visits (note)`,
    );
    await fill(TWO, file, { mode: "truncate", rows: 4 });
    assertEquals([count(file, "people"), count(file, "visits")], [4, 4]);
    assertEquals(
      query(file, "SELECT DISTINCT note FROM visits INDEXED BY mine"),
      [{ note: "x" }],
    );
  }));

Deno.test("mode replace makes the tables of this run anew", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(
      file,
      `CREATE TABLE people (zzz); INSERT INTO people VALUES (1); CREATE TABLE keep (a)`,
    );
    await fill(TWO, file, { mode: "replace", only: ["people"] });
    assertEquals(count(file, "people"), 10);
    assertEquals(
      query(file, "SELECT name FROM sqlite_schema WHERE type = 'table'"),
      [{ name: "keep" }, { name: "people" }],
    );
  }));

Deno.test("a file keeps its permissions, its journal mode and the symbolic link that leads to it", () =>
  inFolder(async (folder) => {
    const real = join(folder, "real.db");
    execute(real, "PRAGMA journal_mode = WAL; CREATE TABLE t (n)");
    chmodSync(real, 0o640);
    const link = join(folder, "link.db");
    symlinkSync("real.db", link);
    await fill(`[table.t]\nrows = 9\n[table.t.columns]\nn = "sequence"`, link);
    assertEquals(readdirSync(folder).sort(), ["link.db", "real.db"]);
    assertEquals(statSync(real).mode & 0o777, 0o640);
    assertEquals(count(real, "t"), 9);
    assertEquals(value(real, "PRAGMA journal_mode"), "wal");
  }));

Deno.test("an empty file becomes a database", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    writeFileSync(file, "");
    await fill(TWO, file);
    assertEquals(count(file, "visits"), 30);
  }));

Deno.test("tables that refer to each other in a circle are filled with their foreign keys", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(
      `[table.a]\nrows = 50\n[table.a.columns]
id = { gen = "sequence", primary = true }
b  = { ref = "b.id" }
[table.b]\nrows = 70\n[table.b.columns]
id = { gen = "uuid", primary = true }
a  = { ref = "a.id" }`,
      file,
      { batch: 7 },
    );
    assertEquals(query(file, "PRAGMA foreign_key_check"), []);
    const keys = (table: string) =>
      query(
        file,
        `SELECT "from", "table", "to" FROM pragma_foreign_key_list('${table}')`,
      );
    assertEquals(keys("a"), [{ from: "b", table: "b", to: "id" }]);
    assertEquals(keys("b"), [{ from: "a", table: "a", to: "id" }]);
  }));

Deno.test("a table that refers to one that is not there has no foreign key", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(TWO, file, { only: ["visits"] });
    assertEquals(query(file, "PRAGMA foreign_key_list('visits')"), []);
    assertEquals(count(file, "visits"), 30);
    // And one that is there already is referred to.
    const other = join(folder, "u.db");
    await fill(TWO, other, { only: ["people"] });
    await fill(TWO, other, { only: ["visits"] });
    assertEquals(query(other, "PRAGMA foreign_key_list('visits')").length, 1);
  }));

Deno.test("columns that the Genfile lacks take their defaults, those that a table makes itself are left to it", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(
      file,
      `CREATE TABLE T (
         made integer GENERATED ALWAYS AS (N * 2) STORED,
         extra text NOT NULL DEFAULT 'x', free, id INTEGER PRIMARY KEY,
         N integer, d generated always as (n + 1) virtual)`,
    );
    await fill(
      `[table.t]\nrows = 3\n[table.t.columns]\nn = "sequence"\nMADE = "uuid"\n`,
      file,
    );
    assertEquals(query(file, "SELECT id, n, made, d, extra, free FROM t"), [
      { id: 1, N: 1, made: 2, d: 2, extra: "x", free: null },
      { id: 2, N: 2, made: 4, d: 3, extra: "x", free: null },
      { id: 3, N: 3, made: 6, d: 4, extra: "x", free: null },
    ]);
  }));

Deno.test("the types of a table that is there win", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(
      file,
      `CREATE TABLE t (a text, b varchar(9), c text, d, e blob, f real, g numeric, h text);
       CREATE TABLE s (a ANY, b INTEGER, c TEXT) STRICT`,
    );
    await fill(
      `[table.t]\nrows = 1\n[table.t.columns]
a = 7\nb = { gen = "decimal", min = 2.5, max = 2.5, scale = 2 }\nc = true\nd = 5
e = true\nf = 3\ng = 12\nh = { gen = "float", min = 1.5, max = 1.5 }
[table.s]\nrows = 1\n[table.s.columns]\na = 3\nb = 4\nc = 5`,
      file,
    );
    const types = (table: string, columns: string) =>
      query(
        file,
        `SELECT ${
          columns.split("").map((c) => `typeof(${c}) || ' ' || ${c} AS ${c}`)
            .join()
        } FROM ${table}`,
      )[0];
    assertEquals(types("t", "abcdefgh"), {
      a: "text 7",
      b: "text 2.50",
      c: "text true",
      d: "integer 5",
      e: "integer 1",
      f: "real 3.0",
      g: "integer 12",
      h: "text 1.5",
    });
    assertEquals(types("s", "abc"), {
      a: "integer 3",
      b: "integer 4",
      c: "text 5",
    });
  }));

const misfits: [name: string, sql: string, message: string][] = [
  [
    "lacks columns",
    "CREATE TABLE people (id)",
    `it has no column "code"`,
  ],
  [
    "needs a column that the Genfile lacks",
    "CREATE TABLE people (id, code, must NOT NULL)",
    `its column "must" is NOT NULL without a default, and the Genfile has no such column`,
  ],
  [
    "is a view",
    "CREATE VIEW people AS SELECT 1 AS id, 2 AS code",
    "it is a view and no table",
  ],
  [
    "makes all columns itself",
    "CREATE TABLE people (x, id AS (x), code AS (x))",
    "it makes all these columns itself",
  ],
];

for (const [name, sql, message] of misfits) {
  Deno.test(`a table that ${name} is refused before anything is changed`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "t.db");
      execute(file, sql);
      const before = readFileSync(file);
      for (const mode of ["create", "append", "truncate"] as const) {
        const said = await refused(fill(TWO, file, { mode }));
        assertStringIncludes(
          said,
          `Cannot fill table "people" of ${JSON.stringify(file)}: ${message}`,
        );
        assertEquals(readFileSync(file), before);
      }
      assertEquals(readdirSync(folder), ["t.db"]);
    }));
}

for (const batch of [1, 63, 64, 65, 100, 1024, 5000]) {
  Deno.test(`batches of ${batch} rows put every row into its table once`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "t.db");
      execute(file, "PRAGMA synchronous = OFF; CREATE TABLE a (n, t)");
      const rows = batch === 1 ? 150 : 3000;
      await fill(
        `[table.a]\nrows = ${rows}\n[table.a.columns]\nn = "sequence"\nt = "person.full_name"
[table.b]\nrows = ${rows}\n[table.b.columns]\nn = "sequence"`,
        file,
        { batch },
      );
      for (const table of ["a", "b"]) {
        assertEquals(
          query(
            file,
            `SELECT count(*) AS c, count(DISTINCT n) AS d, max(n) AS m, sum(n <> rowid) AS w FROM ${table}`,
          ),
          [{ c: rows, d: rows, m: rows, w: 0 }],
        );
      }
    }));
}
