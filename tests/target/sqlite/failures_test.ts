// Everything that a SQLite file may have against a run: each ends in a message that says what and where, and leaves
// whole batches or nothing.
import {
  assert,
  assertEquals,
  assertLess,
  assertMatch,
  assertRejects,
} from "@std/assert";
import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import { ThrustError } from "../../../core/errors.ts";
import type { Overrides } from "../../../core/planning/plan_maker.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { execute, fill, query, value } from "./_fill.ts";

const ITEMS = `
[table.items]
rows = 1000
[table.items.columns]
id   = { gen = "sequence", primary = true }
name = { values = ["Ann", "Bob", "it's"] }
size = { gen = "int", min = 1, max = 9, null = 0.3 }
`;

/** The message of a run that fails; the file is called FILE in it. */
async function failing(
  text: string,
  file: string,
  overrides: Overrides = {},
): Promise<{ message: string; code: string; fields: unknown }> {
  const error = await assertRejects(
    () => fill(text, file, overrides),
    ThrustError,
  );
  const message = error.message.replaceAll(JSON.stringify(file), "FILE");
  return { message, code: error.code, fields: error.fields };
}

Deno.test("a directory that is missing, or is in the file's place, is told in the system's words", () =>
  inFolder(async (folder) => {
    assertEquals(
      (await failing(ITEMS, join(folder, "no", "t.db"))).message,
      "Cannot create FILE: there is no such directory (ENOENT); make it first",
    );
    assertEquals(
      (await failing(ITEMS, folder)).message,
      "Cannot open FILE: it is a directory; name a file in it",
    );
    writeFileSync(join(folder, "text"), "x");
    assertEquals(
      (await failing(ITEMS, join(folder, "text", "t.db"))).message,
      "Cannot open FILE: a part of its path is not a directory (ENOTDIR); name another place with --to",
    );
    assertEquals(readdirSync(folder), ["text"]);
  }));

Deno.test("a file that is no database is refused and stays as it is", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    const text = "some words ".repeat(1000);
    writeFileSync(file, text);
    for (const mode of ["create", "replace"]) {
      assertEquals(
        (await failing(ITEMS, file, { mode })).message,
        "Cannot open FILE: it is no SQLite database; name another file with --to",
      );
    }
    assertEquals(readFileSync(file, "utf8"), text);
    assertEquals(readdirSync(folder), ["t.db"]);
  }));

Deno.test("a file that another program is writing to is waited for, and then told of", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(file, "CREATE TABLE other (a)");
    const other = new DatabaseSync(file);
    other.exec("BEGIN IMMEDIATE");
    const from = performance.now();
    const { message, code } = await failing(ITEMS, file);
    const waited = performance.now() - from;
    assertEquals(code, "TARGET_FAILED");
    assertEquals(
      message,
      "Cannot write to FILE: another program is using it; " +
        "wait until that is done, or name another file with --to",
    );
    assert(waited > 3000, "it waited");
    assertLess(waited, 12_000);
    // Where the other is done in time, the run goes on.
    const running = fill(ITEMS, file);
    setTimeout(() => other.exec("COMMIT"), 1000);
    assertEquals((await running).outcome, "done");
    other.close();
    assertEquals(value(file, "SELECT count(*) FROM items"), 1000);
    assertEquals(readdirSync(folder), ["t.db"]);
  }));

const refusals: [
  name: string,
  table: string,
  message: RegExp,
  fields: Record<string, unknown>,
][] = [
  [
    "a duplicate key",
    `id INTEGER PRIMARY KEY, name, size); INSERT INTO items VALUES (700, 'x', 1`,
    /^Cannot write row 699 of table "items" to FILE: another row has the same in column "id" \(id = 700\); nothing has been committed$/,
    { table: "items", row: 699, field: "id" },
  ],
  [
    "a duplicate in a key of two columns",
    `id, name, size, UNIQUE (size, "name")`,
    /^Cannot write row \d+ of table "items" to FILE: another row has the same in columns "name" and "size" \(name = "(Ann|Bob|it's)", size = \d\); nothing/,
    { table: "items", row: "any", field: "name" },
  ],
  [
    "NULL",
    `id, name, size NOT NULL`,
    /^Cannot write row \d+ of table "items" to FILE: column "size" takes no NULL \(size = NULL\); nothing/,
    { table: "items", row: "any", field: "size" },
  ],
  [
    "a value that a check does not like",
    `id, name, size CHECK (size < 9)`,
    /^Cannot write row \d+ of table "items" to FILE: the table's check refuses it: size < 9 \(size = 9\); nothing/,
    { table: "items", row: "any", field: "size" },
  ],
  [
    "a type",
    `id INTEGER, name INTEGER, size INTEGER) STRICT; CREATE TABLE more (a`,
    /^Cannot write row 0 of table "items" to FILE: column "name" takes INTEGER only \(name = "(Ann|Bob|it's)"\); nothing/,
    { table: "items", row: 0, field: "name" },
  ],
  [
    "a type in the primary key",
    `id, name INTEGER PRIMARY KEY, size`,
    /^Cannot write row 0 of table "items" to FILE: the primary key takes INTEGER only; nothing/,
    { table: "items", row: 0 },
  ],
  [
    "what a trigger does not like",
    `id, name, size); CREATE TRIGGER tr BEFORE INSERT ON items WHEN NEW.id = 65
     BEGIN SELECT RAISE(ABORT, 'no 65, please'); END; CREATE TABLE more (a`,
    /^Cannot write row 64 of table "items" to FILE: no 65, please; nothing/,
    { table: "items", row: 64 },
  ],
];

for (const [name, table, pattern, expected] of refusals) {
  Deno.test(`a table that refuses ${name} is told of with row, column and value`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "t.db");
      execute(file, `CREATE TABLE items (${table})`);
      const rows = value(file, "SELECT count(*) FROM items");
      const { message, code, fields } = await failing(ITEMS, file, {
        mode: "append",
      });
      assertMatch(message, pattern);
      assertEquals(code, "VALUE_REFUSED");
      const { row, ...rest } = fields as Record<string, unknown>;
      assertEquals(
        {
          ...rest,
          row: expected.row === "any" ? expected.row : row,
        },
        { file: JSON.stringify(file), ...expected },
      );
      assertEquals(value(file, "SELECT count(*) FROM items"), rows);
      assertEquals(value(file, "PRAGMA integrity_check"), "ok");
      assertEquals(readdirSync(folder), ["t.db"]);
    }));
}

Deno.test("batches before a refused row stay, and the message counts them", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(
      file,
      `CREATE TABLE items (id INTEGER PRIMARY KEY, name, size);
       INSERT INTO items VALUES (700, 'x', 1)`,
    );
    const { message } = await failing(
      `${ITEMS}\n[table.first]\nrows = 50\n[table.first.columns]\na = "sequence"
[table.items2]\nrows = 50\n[table.items2.columns]\nid = { ref = "items.id" }`,
      file,
      { mode: "append", batch: 300 },
    );
    assertEquals(
      message,
      `Cannot write row 699 of table "items" to FILE: another row has the same in column "id" (id = 700); ` +
        `rows that were committed before stay: 600 of table "items"`,
    );
    assertEquals(
      query(
        file,
        "SELECT count(*) AS c, max(id) AS m FROM items WHERE id < 700",
      ),
      [{ c: 600, m: 600 }],
    );
    // The tables of the run were made with the first batch.
    assertEquals(value(file, "SELECT count(*) FROM first"), 0);
  }));

Deno.test("a run that fails before its first batch leaves emptied and replaced tables as they were", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(
      file,
      `CREATE TABLE items (id, name, size CHECK (size < 3)); INSERT INTO items VALUES (1, 2, 1);
       CREATE TABLE extra (a); INSERT INTO extra VALUES (5)`,
    );
    const before = readFileSync(file);
    await failing(ITEMS, file, { mode: "truncate" });
    const text =
      `[table.extra]\nrows = 3\n[table.extra.columns]\nb = { values = ["x", "\\u0000"] }`;
    await failing(text, file, { mode: "replace" });
    assertEquals(readFileSync(file).subarray(100), before.subarray(100));
    assertEquals(query(file, "SELECT * FROM extra"), [{ a: 5 }]);
  }));

Deno.test("a reference that leads nowhere after an append is told with table, row and value", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    execute(
      file,
      `CREATE TABLE boxes (id INTEGER PRIMARY KEY);
       CREATE TABLE items (id INTEGER PRIMARY KEY, name, size REFERENCES boxes (id));
       INSERT INTO boxes VALUES (1), (2), (3), (4), (5), (6), (7), (8)`,
    );
    const { message, code, fields } = await failing(ITEMS, file, {
      mode: "append",
    });
    assertMatch(
      message,
      /^Cannot keep the foreign keys of table "items" in FILE: the row with rowid \d+ refers to a row that table "boxes" does not have \(size = 9\); \d+ rows of the table lead nowhere; nothing has been committed$/,
    );
    assertEquals(code, "VALUE_REFUSED");
    assertEquals((fields as Record<string, unknown>).table, "items");
    assertEquals(value(file, "SELECT count(*) FROM items"), 0);
    execute(file, "INSERT INTO boxes VALUES (9)");
    assertEquals((await fill(ITEMS, file, { mode: "append" })).outcome, "done");
  }));

Deno.test("a table of others that refers to what a run has emptied is told of", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(ITEMS, file);
    execute(
      file,
      "CREATE TABLE uses (item REFERENCES items); INSERT INTO uses VALUES (900)",
    );
    const { message } = await failing(ITEMS, file, {
      mode: "truncate",
      rows: 20,
    });
    assertEquals(
      message,
      `Cannot keep the foreign keys of table "uses" in FILE: the row with rowid 1 refers to a row that table "items" does not have (item = 900); nothing has been committed`,
    );
    assertEquals(value(file, "SELECT count(*) FROM items"), 1000);
  }));

Deno.test("names that SQLite cannot have are told by SQLite, and nothing is made", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    const { message } = await failing(
      `[table.sqlite_t]\nrows = 1\n[table.sqlite_t.columns]\na = 1`,
      file,
    );
    assertEquals(
      message,
      `Cannot create table "sqlite_t" in FILE: object name reserved for internal use: sqlite_t`,
    );
    assertEquals(readdirSync(folder), []);
  }));

Deno.test("a new file that another program makes meanwhile is not written over", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    const running = failing(ITEMS.replace("1000", "300_000"), file);
    while (readdirSync(folder).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    writeFileSync(file, "mine");
    assertEquals(
      (await running).message,
      "Cannot create FILE: another program has made it meanwhile",
    );
    assertEquals(readFileSync(file, "utf8"), "mine");
    assertEquals(readdirSync(folder), ["t.db"]);
  }));

const root = process.getuid?.() === 0;

/** Calls `test` with a file system of so many mebibytes, where that may be made. */
async function onSmallDisk(
  size: number,
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "thrust-test-"));
  const args = ["-t", "tmpfs", "-o", `size=${size}m`, "tmpfs", folder];
  if (spawnSync("mount", args).status !== 0) return;
  try {
    await test(folder);
  } finally {
    execFileSync("umount", [folder]);
    rmSync(folder, { recursive: true });
  }
}

Deno.test({
  name:
    "a full disk fails the run, says so, and leaves no new file and an old one with whole batches",
  ignore: !root,
  fn: () =>
    onSmallDisk(4, async (folder) => {
      const many = ITEMS.replace("1000", "1_000_000");
      const file = join(folder, "t.db");
      const fresh = await failing(many, file, { batch: 10_000 });
      assertEquals(
        fresh.message,
        "Cannot write to FILE: no space is left there (ENOSPC); free some, or name another place with --to",
      );
      assertEquals(readdirSync(folder), []);

      mkdirSync(join(folder, "in"));
      const old = join(folder, "in", "t.db");
      execute(old, "CREATE TABLE items (id INTEGER PRIMARY KEY, name, size)");
      const { message } = await failing(many, old, { batch: 10_000 });
      const kept =
        /; rows that were committed before stay: ([\d,]+) of table "items"$/
          .exec(message);
      const rows = Number(kept?.[1].replaceAll(",", ""));
      assert(rows >= 10_000 && rows % 10_000 === 0);
      assertEquals(value(old, "SELECT count(*) FROM items"), rows);
      assertEquals(value(old, "PRAGMA integrity_check"), "ok");
      assertEquals(readdirSync(join(folder, "in")), ["t.db"]);
    }),
});
