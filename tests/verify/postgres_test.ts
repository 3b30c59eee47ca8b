// What verify finds in PostgreSQL.
import { assertEquals, assertMatch } from "@std/assert";
import { type Database, databaseTests } from "../fixtures/postgres.ts";
import {
  broken,
  everyGenerator,
  load,
  reportsOf,
  SHOP,
  ZONES,
} from "./_verify.ts";

const onDatabase = databaseTests();

onDatabase(
  "a database as it was written keeps every promise",
  async ({ url }) => {
    await load(SHOP, { to: url });
    assertEquals(await broken(SHOP, { to: url }), []);
    assertEquals(await broken(SHOP, { to: url }, 200), []);
    const [people, visits] = await reportsOf(SHOP, { to: url });
    const found = [...people.verdicts, ...visits.verdicts].filter((
      { promise },
    ) => / key /.test(promise)).map(({ found }) => found);
    assertEquals(found, [
      "unique index people_pkey",
      "unique index visits_pkey",
      "constraint visits_person_id_fkey",
    ]);
  },
);

onDatabase("every generator's values are found again", async ({ url }) => {
  await load(everyGenerator(), { to: url });
  assertEquals(await broken(everyGenerator(), { to: url }), []);
  assertEquals(await broken(everyGenerator(), { to: url }, 300), []);
});

/** Columns that keep other values than they are sent, or the same in another form. */
const KEPT_OTHERWISE = `
CREATE EXTENSION IF NOT EXISTS citext;
CREATE DOMAIN share AS numeric(5,1);
CREATE TABLE people (
  id numeric, name citext, note char(20), score share, ratio real,
  born timestamp, seen timestamptz(0), wakes text, active text, token text
);
CREATE TABLE visits (
  id varchar(40), person_id smallint, pages double precision
);`;

onDatabase(
  "what a server keeps otherwise is no false alarm",
  async (database) => {
    const { url } = database;
    const hasCitext = await database.run(
      "SELECT count(*)::int AS n FROM pg_available_extensions WHERE name = 'citext'",
    );
    await database.run(
      Number(hasCitext[0].n) === 1
        ? KEPT_OTHERWISE
        : KEPT_OTHERWISE.replace(/CREATE EXTENSION.*/, "")
          .replace("citext", "text"),
    );
    await load(SHOP, { to: url });
    assertEquals(await broken(SHOP, { to: url }), []);
  },
);

const KINDS = `
[table.kinds]
rows = 1500
[table.kinds.columns]
id = { gen = "sequence", start = 0, step = 7 }
document = { values = ['{"b": 1, "a": [1, 2]}', '[]', 'null', '{"x":"é"}'], type = "jsonb", null = 0.1 }
kept = { values = ['{"b": 1,  "a": [1, 2]}'], type = "json" }
address = { pattern = '(10|192)\\.0\\.[1-9]\\.[1-9]', type = "inet" }
network = { pattern = '10\\.[1-9]\\.0\\.0/16', type = "cidr" }
card = { pattern = '([0-9a-f]{2}:){5}[0-9a-f]{2}', type = "macaddr" }
days = { values = ["1 day", "24 hours", "P1M"], type = "interval" }
tags = { values = ["{a,b}", '{"c d",NULL}'], type = "text[]" }
far = { gen = "int", min = -4_000_000_000_000_000, max = 4_000_000_000_000_000 }
tiny = { gen = "decimal", min = -1, max = 1, scale = 9 }
large = { gen = "decimal", min = -90_000_000_000, max = 90_000_000_000, scale = 4 }
even = { values = [0, 100, 20_000, 300_000_000], type = "numeric" }
early = { gen = "timestamp", from = 1890-01-01, to = 2150-12-31, precision = 6 }
clock = { gen = "time", precision = 6 }
`;

onDatabase(
  "kinds of the server's own are compared as the server has them",
  async ({ url }) => {
    await load(KINDS, { to: url });
    assertEquals(await broken(KINDS, { to: url }), []);
  },
);

async function tampered(
  { run, url }: { run: (sql: string) => Promise<unknown>; url: string },
  sql: string,
): Promise<string[]> {
  await run(sql);
  return (await broken(SHOP, { to: url })).map((line) =>
    line.replace(/[0-9a-f-]{36}/g, "UUID").replace(/: [^:]+ ->/, ": N ->")
  );
}

onDatabase(
  "a row changed, deleted or added by hand is named",
  async (database) => {
    const { url } = database;
    const on = { url, run: (sql: string) => database.run(sql) };
    await load(SHOP, { to: url });
    assertEquals(
      await tampered(on, "UPDATE people SET score = 49.99 WHERE id = 1001"),
      ["people: values: 1 changed", "row 1000 score: N -> 49.99"],
    );
    await database.run("TRUNCATE people, visits CASCADE");
    await load(SHOP, { to: url, mode: "append" });
    assertEquals(await broken(SHOP, { to: url }), []);
    const [{ id }] = await database.run(
      "DELETE FROM visits WHERE ctid IN (SELECT ctid FROM visits LIMIT 1) RETURNING id",
    );
    const found = await broken(SHOP, { to: url });
    assertEquals(found.slice(0, 2), [
      "visits: rows: 4,999",
      "visits: values: 1 missing",
    ]);
    assertMatch(found[2], /^row \d+ missing$/);
    assertEquals(
      await tampered(
        on,
        `INSERT INTO visits VALUES ('${id}', 1, 3);
       ALTER TABLE visits DROP CONSTRAINT visits_person_id_fkey;
       ALTER TABLE visits DROP CONSTRAINT visits_pkey;
       ALTER TABLE visits ALTER pages DROP NOT NULL;
       INSERT INTO visits VALUES ('${id}', 88888, NULL)`,
      ).then((lines) => lines.slice(0, 6)),
      [
        "visits: rows: 5,001",
        "visits: values: 1 changed, 1 not expected",
        "visits: primary key (id): (UUID) more than once",
        "visits: NOT NULL: 1 in pages",
        "visits: distribution of person_id: 1 that it cannot have",
        "visits: foreign key (person_id): 1 not there, the first is (88888)",
      ],
    );
  },
);

onDatabase(
  "tables without a key are compared as bags of rows",
  async (database: Database) => {
    const { url } = database;
    const genfile = `
[table.log]
rows = 4000
[table.log.columns]
word = { pattern = '[a-z]{6}' }
level = { values = ["info", "warn"], weights = [9, 1] }
at = { gen = "timestamp", from = 2022-01-01, to = 2025-06-30 }
`;
    await load(genfile, { to: url });
    assertEquals(await broken(genfile, { to: url }), []);
    await database.run(
      "UPDATE log SET level = 'boom' WHERE ctid IN (SELECT ctid FROM log LIMIT 1)",
    );
    const [values, law, row] = await broken(genfile, { to: url });
    assertEquals(values, "log: values: 1 changed");
    assertEquals(law, "log: distribution of level: 1 that it cannot have");
    assertMatch(row, /^row \d+ level: (info|warn) -> boom$/);
  },
);

onDatabase(
  "rows that are there beside appended ones are allowed",
  async ({ url }) => {
    await load(SHOP, { to: url, seed: "9", only: ["visits"] });
    const overrides = { to: url, mode: "append", only: ["visits"] };
    await load(SHOP, overrides);
    assertEquals(await broken(SHOP, overrides), []);
  },
);

onDatabase(
  "local times are what PostgreSQL makes of points in time in a zone",
  async (database) => {
    const { url } = database;
    await load(ZONES, { to: url });
    assertEquals(await broken(ZONES, { to: url }), []);
    assertEquals(await broken(ZONES, { to: url }, 200), []);
    const [row] = await database.run(
      `SELECT count(*) FILTER (WHERE utc <> berlin)::int AS other,
        count(*) FILTER (WHERE local <> berlin AT TIME ZONE 'Europe/Berlin')::int AS off,
        count(local)::int > 15000 AS many
       FROM times`,
    );
    assertEquals(row, { other: 0, off: 0, many: true });
  },
);

onDatabase(
  "whether local time is kept is for a column that is there to say",
  async (database) => {
    const { url } = database;
    await database.run(
      `CREATE TABLE times (id bigint, utc timestamptz, berlin timestamp, local timestamptz, old text,
        coarse timestamp(0), list timestamptz[])`,
    );
    // Arrays make it travel as text.
    await load(ZONES, { to: url });
    assertEquals(await broken(ZONES, { to: url }), []);
    const [row] = await database.run(
      `SELECT count(*) FILTER (WHERE berlin <> utc AT TIME ZONE 'Europe/Berlin')::int AS off,
        count(*) FILTER (WHERE local <> utc)::int AS other FROM times`,
    );
    assertEquals(row, { off: 0, other: 0 });
  },
);

const LENGTHS = `
[table.shifts]
rows = 3000
[table.shifts.columns]
id = { gen = "sequence", primary = true }
length = { gen = "interval", from = "-1 day", to = "3 days", dist = "normal", precision = 3, null = 0.1 }
kept = { gen = "interval", from = "1 minute", to = "12 hours", precision = 6 }
`;

onDatabase(
  "lengths of time are compared as such, whatever the column keeps of them",
  async (database) => {
    const { url } = database;
    for (
      const [type, precision] of [["interval", 3], ["interval(1)", 1], [
        "interval hour to minute",
        0,
      ]]
    ) {
      await database.run(
        `DROP TABLE IF EXISTS shifts;
         CREATE TABLE shifts (id bigint PRIMARY KEY, length interval, kept ${type})`,
      );
      await load(LENGTHS, { to: url });
      assertEquals(await broken(LENGTHS, { to: url }), [], String(precision));
    }
    const [shifts] = await reportsOf(LENGTHS, { to: url });
    const [law] = shifts.verdicts.filter(({ promise }) =>
      promise === "distribution of length"
    );
    assertEquals([law.asked, law.verdict], ["normal", "ok"]);
    await database.run(
      "UPDATE shifts SET length = '1 month' WHERE id = 9; UPDATE shifts SET length = '1 second' WHERE id = 12",
    );
    assertEquals((await broken(LENGTHS, { to: url })).slice(0, 2), [
      "shifts: values: 2 changed",
      "shifts: type of length: 1 value is none",
    ]);
  },
);
