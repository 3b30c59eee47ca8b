// Tables that are there already: their types win, and what the server makes by itself stays its own.
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ThrustError } from "../../../core/errors.ts";
import { type Database, databaseTests } from "../../fixtures/postgres.ts";
import { differingRows, load, loadCsv } from "./_load.ts";

const onDatabase = databaseTests();

const TYPES = `
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN share AS percent;
CREATE TABLE everything (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  small smallint,
  number integer NOT NULL,
  amount numeric(12,2),
  rough real,
  ratio double precision,
  part share,
  flag boolean,
  name varchar(40),
  code char(8),
  handle citext,
  feeling mood,
  born date,
  at time,
  seen timestamptz,
  made timestamp,
  uid uuid,
  document jsonb,
  raw json,
  data bytea,
  address inet,
  card macaddr,
  label varchar(60),
  counted jsonb,
  doubled integer GENERATED ALWAYS AS (number * 2) STORED,
  noted text DEFAULT 'by default'
)`;

const GENFILE = `
[table.everything]
rows = 5000
[table.everything.columns]
seen     = { gen = "timestamp", from = 1999-01-01, to = 2026-01-01, precision = 3, null = 0.1 }
id       = "sequence"
small    = { gen = "int", min = -100, max = 100, null = 0.2 }
number   = { gen = "int", min = -1_000_000, max = 1_000_000 }
doubled  = { gen = "int", min = 1, max = 2 }
amount   = { gen = "decimal", min = -5000, max = 5_000_000, scale = 2, null = 0.1 }
rough    = { gen = "int", min = 0, max = 1000 , type = "real", null = 0.5 }
ratio    = { gen = "float", min = -1, max = 1 }
part     = { gen = "decimal", min = 0, max = 100, scale = 1 }
flag     = { gen = "bool", null = 0.3 }
name     = "person.full_name"
code     = { pattern = "[A-Z]{3}-[0-9]{2}" }
handle   = "username"
feeling  = { values = ["sad", "ok", "happy"], null = 0.1 }
born     = { gen = "date", from = 1890-01-01, to = 2120-01-01 }
at       = { gen = "time", null = 0.1 }
made     = { gen = "timestamp", from = 1700-01-01, to = 2500-01-01 }
uid      = { gen = "uuid", null = 0.1 }
document = { values = ['{"a": 1}', '[1, null, "x"]'] }
raw      = { values = ['{"a": 1}', '[1, null, "x"]'] }
data     = { pattern = '\\\\x[0-9a-f]{8}' }
address  = { values = ["10.0.0.1", "::1", "192.168.1.0/24"], null = 0.1 }
label    = { template = "no. {number}/{id}" }
counted  = { template = "{id}" }
card     = { pattern = '08:00:2b:[0-9a-f]{2}:[0-9a-f]{2}:00' }
`;

const COLUMNS = [...GENFILE.matchAll(/^(\w+) +=/gm)].map(([_, name]) => name)
  .filter((name) => !["doubled", "rows"].includes(name));

async function assertAsCsv(
  database: Database,
  genfile: string,
  columns: string[],
): Promise<void> {
  await loadCsv(genfile, database, ["everything"]);
  assertEquals(await database.count("csv_everything"), 5000);
  assertEquals(
    await differingRows(database, "everything", "csv_everything", columns),
    0,
  );
}

onDatabase(
  "every type of column is filled with the values that CSV has",
  async (database) => {
    await database.run(TYPES);
    await load(GENFILE, database.url);
    await assertAsCsv(database, GENFILE, COLUMNS);
    const [made] = await database.run(`
    SELECT count(*)::int AS n FROM everything
    WHERE doubled = number * 2 AND noted = 'by default'`);
    assertEquals(made.n, 5000);
  },
);

onDatabase(
  "columns without a binary form are filled as text, with the same values",
  async (database) => {
    await database.run(`${TYPES};
    ALTER TABLE everything ADD COLUMN tags text[], ADD COLUMN long interval,
      ADD COLUMN price money, ADD COLUMN digits numeric`);
    const genfile = `${GENFILE}
tags   = { values = ['{a,b}', '{}', '{"x,y","\\"q\\""}'] }
long   = { values = ["1 day", "02:03:04"], null = 0.1 }
price  = { values = ["1.50", "-3"] }
digits = { pattern = '\\d{20}\\.\\d{5}' }
`;
    await load(genfile, database.url);
    const columns = [...COLUMNS, "tags", "long", "price", "digits"];
    await assertAsCsv(database, genfile, columns);
  },
);

onDatabase("partitions get the rows that are theirs", async (database) => {
  await database.run(`
    CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
    CREATE TABLE events_a PARTITION OF events
      FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
    CREATE TABLE events_b PARTITION OF events DEFAULT`);
  await load(
    `[table.events]
rows = 1000
[table.events.columns]
id = "sequence"
at = { gen = "date", from = 2020-01-01, to = 2021-12-31 }
`,
    database.url,
  );
  const a = await database.count("events_a");
  const b = await database.count("events_b");
  assertEquals(a + b, 1000);
  assertEquals(a > 300 && b > 300, true);
});

onDatabase(
  "sequences and identities stand after what was loaded, and never go back",
  async (database) => {
    await database.run(`
    CREATE SCHEMA app;
    CREATE TABLE app.t (
      id bigint GENERATED ALWAYS AS IDENTITY,
      "Own" serial,
      far serial,
      down integer GENERATED BY DEFAULT AS IDENTITY
        (INCREMENT -1 MINVALUE -1000000 MAXVALUE -1 START -1),
      other serial
    );
    SELECT setval('app.t_far_seq', 1000000)`);
    const genfile = `
[table."app.t"]
rows = 2500
[table."app.t".columns]
id   = "sequence"
Own  = { gen = "sequence", start = 10, step = 2 }
far  = "sequence"
down = { gen = "sequence", start = -5, step = -1 }
`;
    await load(genfile, database.url);
    await database.run("INSERT INTO app.t DEFAULT VALUES");
    const last = `SELECT id::int, "Own", far, down, other FROM app.t
    ORDER BY other DESC LIMIT 1`;
    assertEquals(await database.run(last), [
      { id: 2501, Own: 5009, far: 1000001, down: -2505, other: 2501 },
    ]);
  },
);

async function refusal(
  database: Database,
  table: string,
  columns: string,
): Promise<ThrustError> {
  await database.run(table);
  return await assertRejects(
    () =>
      load(`[table.t]\nrows = 10\n[table.t.columns]\n${columns}`, database.url),
    ThrustError,
  );
}

onDatabase(
  "a column that the table lacks is refused with the nearest name",
  async (database) => {
    const error = await refusal(
      database,
      "CREATE TABLE t (id bigint, first_name text)",
      'id = "sequence"\nfirst_nam = "person.first_name"\n',
    );
    assertEquals(error.code, "TARGET_REFUSED");
    assertEquals(
      error.message,
      `Cannot fill table "t" in ${database.shown}: it has no column "first_nam"; did you mean "first_name"?`,
    );
    assertEquals(error.fields, { table: "t", field: "first_nam" });
  },
);

onDatabase(
  "a column that must have a value and is not in the Genfile is refused",
  async (database) => {
    const error = await refusal(
      database,
      "CREATE TABLE t (id bigint, kind text NOT NULL)",
      'id = "sequence"\n',
    );
    assertStringIncludes(error.message, 'its column "kind" is NOT NULL');
  },
);

onDatabase(
  "a view is refused, and a table that the server computes",
  async (database) => {
    const view = await refusal(
      database,
      "CREATE VIEW t AS SELECT 1 AS id",
      'id = "sequence"\n',
    );
    assertStringIncludes(view.message, "it is a view");
    const computed = await refusal(
      database,
      "DROP VIEW t; CREATE TABLE t (id int GENERATED ALWAYS AS (1) STORED)",
      'id = "sequence"\n',
    );
    assertStringIncludes(computed.message, "computes all of its columns");
  },
);
