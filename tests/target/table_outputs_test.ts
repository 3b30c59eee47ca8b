// A table into several files: the same values in each, in order, all or none.
import { assert, assertEquals, assertRejects } from "@std/assert";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkGenfile, type Overrides, runPlan } from "../../engine.ts";
import { inFolder } from "../fixtures/folder.ts";

const COLUMNS = `
[table.t.columns]
id     = { gen = "sequence", primary = true }
name   = "person.full_name"
secret = { gen = "int", hidden = true }
score  = { gen = "decimal", min = 0, max = 100, scale = 2, null = 0.1 }
[table.u]
rows = 5
[table.u.columns]
id = "sequence"
`;

const GENFILE = `
version = 1
[target]
newline = "crlf"
[table.t]
rows = 5000
[[table.t.output]]
to = "names.csv"
columns = ["name", "id"]
[[table.t.output]]
to = "deep/{table}.ndjson"
[[table.t.output]]
to = "scores.txt"
columns = ["score"]
format = "tsv"
${COLUMNS}`;

async function planOf(text: string, overrides: Overrides) {
  const { plan, diagnostics } = await checkGenfile(text, { overrides });
  if (plan === undefined) throw new TypeError(JSON.stringify(diagnostics));
  return plan;
}

async function runInto(
  to: string,
  overrides: Overrides = {},
  text = GENFILE,
) {
  return await runPlan(await planOf(text, { to, ...overrides }));
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

Deno.test("outputs have their columns in their order, of the same rows", () =>
  inFolder(async (folder) => {
    const result = await runInto(folder);
    assertEquals(readdirSync(folder).sort(), [
      ...["deep", "names.csv", "scores.txt", "u.csv"],
    ]);
    const names = read(folder, "names.csv").split("\r\n");
    const objects = read(folder, "deep/t.ndjson").split("\n").slice(0, -1)
      .map((line) => JSON.parse(line));
    const scores = read(folder, "scores.txt").split("\r\n");
    assertEquals([names.length, objects.length, scores.length], [
      ...[5002, 5000, 5002],
    ]);
    assertEquals([names[0], scores[0]], ["name,id", "score"]);
    for (const [i, { id, name, score, ...rest }] of objects.entries()) {
      assertEquals(rest, {});
      assertEquals(names[i + 1], `${name},${id}`);
      const found = scores[i + 1];
      assertEquals(found === "\\N" ? null : Number(found), score);
    }
    // Rows are counted once, bytes in all files.
    const [t] = result.tables;
    assertEquals([t.table, t.rows, t.made], ["t", 5000, 5000]);
    const bytes = ["names.csv", "deep/t.ndjson", "scores.txt"].reduce(
      (sum, file) => sum + readFileSync(join(folder, file)).length,
      0,
    );
    assertEquals(t.bytes, bytes);
  }));

Deno.test("outputs are the same for any number of workers and any ring", () =>
  inFolder(async (folder) => {
    const files = ["names.csv", "deep/t.ndjson", "scores.txt"];
    await runInto(join(folder, "1"), { workers: 1 });
    const cases: [string, Overrides, string?][] = [
      ["2", { workers: 2 }],
      ["5", { workers: 5 }],
      ["narrow", { workers: 2, batch: 1 }, "records = 1"],
      ["small", { workers: 3 }, "bytes = 300"],
    ];
    for (const [name, overrides, buffer = ""] of cases) {
      const text = `${GENFILE}\n[buffer]\n${buffer}`;
      await runInto(join(folder, name), overrides, text);
      for (const file of files) {
        assertEquals(
          read(folder, `${name}/${file}`),
          read(folder, `1/${file}`),
          name,
        );
      }
    }
  }));

Deno.test("rows that are too wide for a whole chunk come in parts", () =>
  inFolder(async (folder) => {
    const text = `
version = 1
[table.t]
rows = 150
[[table.t.output]]
to = "a.csv"
columns = ["wide", "id"]
[[table.t.output]]
to = "b.csv"
columns = ["id"]
[table.t.columns]
id   = "sequence"
wide = { gen = "string", length = 60000 }
`;
    await runInto(folder, { workers: 1 }, text);
    const wide = read(folder, "a.csv").split("\n");
    const ids = read(folder, "b.csv").split("\n");
    assertEquals(wide.length, 152);
    assertEquals(
      wide.slice(1).map((line) => line.split(",")[1] ?? ""),
      ids.slice(1),
    );
  }));

Deno.test("modes go for every output, and nothing appears where one is refused", () =>
  inFolder(async (folder) => {
    await runInto(folder);
    const before = read(folder, "names.csv");
    await assertRejects(() => runInto(folder), Error, "it holds rows already");
    await runInto(folder, { mode: "append" });
    const [header, ...rows] = before.split("\r\n").slice(0, -1);
    assertEquals(
      read(folder, "names.csv"),
      [header, ...rows, ...rows, ""].join("\r\n"),
    );
    assertEquals(read(folder, "deep/t.ndjson").split("\n").length, 10001);
    await runInto(folder, { mode: "replace" });
    assertEquals(read(folder, "names.csv"), before);
    const other = join(folder, "other");
    Deno.mkdirSync(other);
    writeFileSync(join(other, "scores.txt"), "score\n1\n");
    await assertRejects(() => runInto(other), Error, "scores.txt");
    assertEquals(readdirSync(other), ["scores.txt"]);
  }));

Deno.test("a table without rows has files without rows", () =>
  inFolder(async (folder) => {
    await runInto(folder, { tableRows: new Map([["t", 0]]) });
    assertEquals(read(folder, "names.csv"), "name,id\r\n");
    assertEquals(read(folder, "deep/t.ndjson"), "");
    await runInto(folder, {
      tableRows: new Map([["t", 0]]),
      mode: "append",
    });
    assertEquals(read(folder, "names.csv"), "name,id\r\n");
  }));

Deno.test("the folder of outputs is that of the target", async () => {
  const paths = async (to: string, output: string) => {
    const text = `
version = 1
[table."a.b"]
rows = 1
[[table."a.b".output]]
to = "${output}"
[table."a.b".columns]
id = "sequence"
`;
    const { output: { files } } = await planOf(text, { to });
    return files.map(({ path, tables: [{ own }] }) => [path, own!.format]);
  };
  assertEquals(await paths("out/", "x.csv"), [["out/x.csv", "csv"]]);
  assertEquals(await paths("/", "x.csv"), [["/x.csv", "csv"]]);
  assertEquals(await paths(".", "x.json"), [["./x.json", "json"]]);
  assertEquals(await paths("o/{table}/r.tsv", "x"), [["o/a.b/x", "tsv"]]);
  assertEquals(await paths("{table}.sql", "{table}/x"), [["a.b/x", "sql"]]);
  assertEquals(await paths("out", "/tmp/x.sql"), [["/tmp/x.sql", "sql"]]);
  assertEquals(await paths("out", "../x"), [["out/../x", "csv"]]);
  assertEquals(await paths("null", "x.json"), [["", "json"]]);
});

Deno.test("--format is the last word on outputs too", () =>
  inFolder(async (folder) => {
    await runInto(folder, { format: "ndjson" });
    assertEquals(
      Object.keys(JSON.parse(read(folder, "names.csv").split("\n")[0])),
      ["name", "id"],
    );
  }));

Deno.test("a part of a primary key is none", () =>
  inFolder(async (folder) => {
    const text = `
version = 1
[table.t]
rows = 1
primary_key = ["a", "b"]
[[table.t.output]]
to = "part.sql"
columns = ["b"]
[[table.t.output]]
to = "whole.sql"
columns = ["b", "a"]
[table.t.columns]
a = "sequence"
b = "sequence"
`;
    await runInto(folder, {}, text);
    assert(!read(folder, "part.sql").includes("PRIMARY KEY"));
    assert(read(folder, "whole.sql").includes(`PRIMARY KEY ("b", "a")`));
  }));

Deno.test("where the command line says a database or a pipe, tables go there whole, and thrust says so", async () => {
  for (const to of ["sqlite:x.db", "postgres://localhost/x"]) {
    const { plan, diagnostics } = await checkGenfile(GENFILE, {
      overrides: { to },
    });
    assertEquals(plan!.output.files.flatMap(({ tables }) => tables).length, 2);
    assertEquals(
      diagnostics.map(({ severity, message, hint }) => [
        ...[severity, message, hint],
      ]),
      [[
        ...["warning", `the outputs of table "t" are not made`],
        `the whole table goes to "${to}"`,
      ]],
    );
  }
  assert(!existsSync("x.db"));
});

Deno.test("nowhere, rows of outputs are made and counted", async () => {
  const { tables: [t] } = await runPlan(await planOf(GENFILE, { to: "null" }));
  assertEquals(t.rows, 5000);
});
