// Arrays in binary COPY: PostgreSQL has what CSV has, of every kind of item, with NULLs and without items, in columns of
// other types and domains too.
import { assert, assertEquals } from "@std/assert";
import { columnEncodingOf } from "../../../core/wire/postgres_encoding.ts";
import { valueType } from "../../../core/value_type.ts";
import { databaseTests } from "../../fixtures/postgres.ts";
import { differingRows, load, loadCsv } from "./_load.ts";

const onDatabase = databaseTests();

/** Items of each kind, with the types of the columns that take them beside their own. */
const ITEMS: [item: string, ...types: string[]][] = [
  [`{ gen = "int", min = -9, max = 9, null = 0.2 }`, "smallint", "bigint"],
  [
    `{ gen = "int", min = -9_000_000_000, max = 9_000_000_000 }`,
    "numeric",
    "double precision",
    "text",
  ],
  [
    `{ gen = "decimal", min = -5, max = 5, scale = 2, null = 0.2 }`,
    "numeric(3,1)",
    "double precision",
  ],
  [`{ gen = "decimal", min = 0, max = 90_000_000_000, scale = 4 }`, "text"],
  [`{ gen = "float", min = -1, max = 1e9 }`, "real", "numeric"],
  [`{ gen = "bool", null = 0.3 }`, "text"],
  [
    `{ gen = "date", from = 1600-01-01, to = 2100-01-01, null = 0.1 }`,
    "timestamp",
    "timestamptz",
  ],
  [`"time"`, "text"],
  [
    `{ gen = "timestamp", precision = 6, from = 1800-01-01, null = 0.1 }`,
    "timestamp",
    "timestamptz(0)",
    "date",
  ],
  [`{ gen = "timestamp", zone = "America/Sao_Paulo" }`, "timestamp"],
  [
    `{ gen = "interval", from = "-3 days", to = "90 days", precision = 3 }`,
    "interval(0)",
    "text",
  ],
  [`{ gen = "uuid", null = 0.2 }`, "text"],
  [
    `{ values = ["plain", "", "null", "NULL", "a,b", 'q"q', "back\\\\slash", "tab\\there", "\\u0001", "é€😀", "{x}"], null = 0.2 }`,
    "varchar(20)",
    "sometext",
  ],
  [`{ gen = "bytes", length = 7, null = 0.2 }`, "text"],
  [
    `{ gen = "json", columns = { a = { values = ['x"y'] }, b = "int" }, null = 0.2 }`,
    "json",
    "text",
  ],
  [`"ipv4"`, "inet"],
  [`{ gen = "mac", type = "macaddr" }`, "macaddr"],
  [`{ values = ["\\\\x00ff", "abc"] }`, "bytea"],
];

/** A table for each, so that one that travels as text leaves the others alone. */
const TABLES = ITEMS.flatMap(([item, ...types], i) =>
  [undefined, ...types].map((type, k) => ({ name: `t${i}_${k}`, type, item }))
);

const GENFILE = `version = 1
[run]
workers = 2
now = 2026-01-01T00:00:00Z
${
  TABLES.map(({ name, item }) => `
[table.${name}]
rows = 400
[table.${name}.columns]
id = "sequence"
c = { gen = "array", item = ${item}, max = 4, null = 0.1 }
`).join("")
}
[table.sizes]
rows = 100
[table.sizes.columns]
three = { gen = "array", item = { gen = "int", min = 1, max = 6 }, min = 3, max = 3 }
none = { gen = "array", item = "int", max = 0 }
`;

onDatabase("arrays in PostgreSQL are those of CSV", async (database) => {
  await database.run(
    "CREATE DOMAIN sometext AS varchar(30); CREATE DOMAIN many AS integer[]; CREATE TABLE sizes (three many, none bigint[])",
  );
  for (const { name, type } of TABLES) {
    if (type === undefined) continue;
    await database.run(`CREATE TABLE ${name} (id bigint, c ${type}[])`);
  }
  await load(GENFILE, database.url);
  // The server's own reading of literals is the measure, in the same columns.
  await loadCsv(GENFILE, database, [
    "sizes",
    ...TABLES.map(({ name }) => name),
  ]);
  for (const { name, type, item } of TABLES) {
    const differ = await differingRows(database, name, `csv_${name}`);
    assertEquals(differ, 0, `${item} in ${type}[]`);
  }
  assertEquals(await differingRows(database, "sizes", "csv_sizes"), 0);
  assertEquals(
    await database.run(`
    SELECT bool_or(array_position(c, NULL) > 0) AS nulls, bool_or(c = '{}') AS empty,
      bool_or(c IS NULL) AS whole, (SELECT count(*)::int FROM sizes WHERE none = '{}') AS none
    FROM t0_0`),
    [{ nulls: true, empty: true, whole: true, none: 100 }],
  );
});

Deno.test("an array travels in binary where its items can", () => {
  const item = valueType("int");
  const of = (receive: string) =>
    columnEncodingOf(valueType("array", { item }), {
      receive: "array_recv",
      item: { receive, oid: 23 },
    });
  assertEquals(of("int4recv"), { item: "int4", oid: 23 });
  assertEquals(of("date_recv"), undefined);
  assertEquals(of("array_recv"), undefined);
  assert(
    columnEncodingOf(valueType("array", { item }), {
      receive: "jsonb_recv",
    }) === "jsonb",
  );
});
