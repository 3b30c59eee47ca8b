// What verify finds in SQLite databases.
import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { ThrustError } from "../../core/errors.ts";
import { inFolder } from "../fixtures/folder.ts";
import { execute, query, value } from "../target/sqlite/_fill.ts";
import {
  broken,
  everyGenerator,
  load,
  reportsOf,
  SHOP,
  ZONES,
} from "./_verify.ts";

Deno.test("a SQLite database as it was written keeps every promise", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "shop.db");
    await load(SHOP, { to: `sqlite:${file}` });
    assertEquals(await broken(SHOP, { to: `sqlite:${file}` }), []);
    assertEquals(await broken(SHOP, { to: `sqlite:${file}` }, 200), []);
    const more = join(folder, "more.db");
    await load(everyGenerator(), { to: `sqlite:${more}` });
    assertEquals(await broken(everyGenerator(), { to: `sqlite:${more}` }), []);
    assertEquals(
      await broken(everyGenerator(), { to: `sqlite:${more}` }, 300),
      [],
    );
  });
});

Deno.test("values that another table's types keep otherwise are no difference", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "shop.db");
    execute(
      file,
      `CREATE TABLE people (id TEXT, name BLOB, note, score TEXT, ratio TEXT,
       born NUMERIC, seen TEXT, wakes TEXT, active TEXT, token TEXT)`,
    );
    await load(SHOP, { to: `sqlite:${file}` });
    assertEquals(await broken(SHOP, { to: `sqlite:${file}` }), []);
  });
});

/** What is found after some statements. */
async function tampered(sql: string, sample?: number): Promise<string[]> {
  let found: string[] = [];
  await inFolder(async (folder) => {
    const file = join(folder, "shop.db");
    await load(SHOP, { to: `sqlite:${file}` });
    execute(file, sql);
    found = await broken(SHOP, { to: `sqlite:${file}` }, sample);
  });
  return found.map((line) =>
    line.replace(/[0-9a-f-]{36}/g, "UUID").replace(/: \d+ ->/, ": N ->")
  );
}

Deno.test("a row changed, deleted or added by hand is named", async () => {
  assertEquals(
    await tampered("UPDATE people SET name = 'Nobody' WHERE id = 8"),
    [
      "people: values: 1 changed",
      `row 7 name: ${await nameOf(7)} -> Nobody`,
    ],
  );
  assertEquals(
    await tampered("DELETE FROM people WHERE id = 3000"),
    [
      "people: rows: 2,999",
      "people: values: 1 missing",
      "row 2999 missing",
      "visits: foreign key (person_id): 3 not there, the first is (3000)",
    ].map((line) => line.includes("foreign") ? LOST : line).filter(Boolean),
  );
  assertEquals(
    await tampered("INSERT INTO visits VALUES ('x', 77777, 3)"),
    [
      "visits: rows: 5,001",
      "visits: values: 1 not expected",
      "visits: type of id: 1 value is none",
      "visits: distribution of person_id: 1 that it cannot have",
      "visits: foreign key (person_id): 1 not there, the first is (77777)",
      "unexpected id=x person_id=77777 pages=3",
    ],
  );
});

Deno.test("a sample finds what it looks at", async () => {
  assertEquals(
    await tampered("UPDATE visits SET pages = pages + 1", 50).then((found) =>
      found.filter((line) => /values/.test(line))
    ),
    ["visits: values: 50 changed"],
  );
  assertEquals(await tampered("DELETE FROM visits", 50), [
    "visits: rows: 0",
    "visits: values: 50 missing",
    ...Array.from({ length: 10 }, (_, i) => `row ${i} missing`),
  ]);
});

Deno.test("a file or a table that is missing is named", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "shop.db");
    await assertRejects(
      () => broken(SHOP, { to: `sqlite:${file}` }),
      ThrustError,
      `Cannot verify ${
        JSON.stringify(file)
      }: there is no such file; run thrust first`,
    );
    execute(file, "CREATE TABLE visits (id, pages)");
    assertEquals(
      (await broken(SHOP, { to: `sqlite:${file}` })).slice(0, 3),
      [
        `people: shape: there is no table "people" in ${
          JSON.stringify(file)
        }: run thrust first`,
        'visits: shape: it has no column "person_id"',
        "visits: rows: 0",
      ],
    );
  });
});

let lost = "";
const LOST = await (async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "shop.db");
    await load(SHOP, { to: `sqlite:${file}` });
    const n = value(file, "SELECT count(*) FROM visits WHERE person_id = 3000");
    if (n !== 0) {
      lost =
        `visits: foreign key (person_id): ${n} not there, the first is (3000)`;
    }
  });
  return lost;
})();

async function nameOf(row: number): Promise<string> {
  let name = "";
  await inFolder(async (folder) => {
    const file = join(folder, "shop.db");
    await load(SHOP, { to: `sqlite:${file}` });
    name = String(value(file, `SELECT name FROM people WHERE id = ${row + 1}`));
  });
  return name;
}

Deno.test("a change in any column of any kind is found", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "more.db");
    const to = { to: `sqlite:${file}` };
    await load(everyGenerator(), to);
    const names = query(
      file,
      "SELECT name FROM pragma_table_info('everything')",
    ).map(({ name }) => String(name)).filter((name) => name !== "id");
    execute(
      file,
      names.map((name, i) =>
        `UPDATE everything SET "${name}" = 'changed' WHERE id = ${10 * i + 1};`
      ).join("\n"),
    );
    const report = (await reportsOf(everyGenerator(), to)).at(-1)!;
    assertEquals(report.differences!.changed, names.length);
    assertEquals(
      report.differences!.first.map(({ row, cells }) => [
        row,
        ...cells.map(({ column, found }) => [column, found]),
      ]),
      names.slice(0, 10).map((name, i) => [10 * i, [name, "changed"]]),
    );
  });
});

Deno.test("local times are what SQLite has of points in time in a zone", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "zones.db");
    await load(ZONES, { to: `sqlite:${file}` });
    assertEquals(await broken(ZONES, { to: `sqlite:${file}` }), []);
    assertEquals(await broken(ZONES, { to: `sqlite:${file}` }, 200), []);
    const [row] = query(
      file,
      `SELECT sum(strftime('%s', utc) <> strftime('%s', berlin)) AS other,
        sum(local <> substr(berlin, 1, 19)) AS longer, count(DISTINCT substr(berlin, 20)) AS offsets
       FROM times`,
    );
    assertEquals({ ...row }, { other: 0, longer: 0, offsets: 2 });
    execute(
      file,
      "UPDATE times SET local = '2025-06-01T00:00:01' WHERE id = 7",
    );
    assertEquals(
      (await broken(ZONES, { to: `sqlite:${file}` })).length > 0,
      true,
    );
  });
});
