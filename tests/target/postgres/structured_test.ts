// Lengths of time, bytes, JSON and arrays in PostgreSQL: what it has is what CSV has, in columns of any type for them.
import { assertEquals } from "@std/assert";
import { databaseTests } from "../../fixtures/postgres.ts";
import { differingRows, load, loadCsv } from "./_load.ts";

const onDatabase = databaseTests();

const GENFILE = await Deno.readTextFile(
  new URL("../../golden/structured.toml", import.meta.url),
);

onDatabase(
  "structured values are those of CSV, in columns of their types",
  async (database) => {
    await load(GENFILE, database.url);
    await loadCsv(GENFILE, database, ["things", "views"]);
    assertEquals(await differingRows(database, "things", "csv_things"), 0);
    assertEquals(await differingRows(database, "views", "csv_views"), 0);
    const types = await database.run(`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type
    FROM pg_attribute WHERE attrelid = 'things'::regclass AND attnum > 0`);
    const typeOf = new Map(types.map(({ name, type }) => [name, type]));
    assertEquals(
      [
        "took",
        "key",
        "profile",
        "ints",
        "prices",
        "texts",
        "days",
        "moments",
        "uuids",
      ]
        .map((name) => typeOf.get(name)),
      [
        ...["interval", "bytea", "jsonb", "integer[]", "numeric(5,2)[]"],
        ...["text[]", "date[]", "timestamp with time zone[]", "uuid[]"],
      ],
    );
    assertEquals(
      ["flags", "lengths", "blobs", "objects", "matrix"].map((name) =>
        typeOf.get(name)
      ),
      ["boolean[]", "interval[]", "bytea[]", "jsonb[]", "jsonb"],
    );
    assertEquals(
      await database.run(`
      SELECT count(*)::int AS rows,
        count(*) FILTER (WHERE took < '0 s')::int > 0 AS negative,
        bool_and(octet_length(key) = 20) AS bytes,
        bool_and(profile ->> 'note' = '<' || hostile || '>') AS text,
        bool_and(cardinality(uuids) = 3) AS sizes,
        bool_and(profile -> 'a key' ->> 'took' ~ '^P') AS nested
      FROM things`),
      [{
        ...{ rows: 1200, negative: true, bytes: true, text: true },
        ...{ sizes: true, nested: true },
      }],
    );
  },
);

onDatabase(
  "columns that are there keep their types, and take structured values as these have them",
  async (database) => {
    const columns = `
id = "sequence"
a  = { gen = "interval", from = "-3 days", to = "90 days", precision = 6 }
b  = { gen = "interval", from = "-3 days", to = "90 days" }
c  = { gen = "bytes", length = 9 }
d  = { gen = "bytes", length = 9 }
e  = { gen = "json", columns = { x = "int", y = "person.full_name" } }
f  = { gen = "json", columns = { x = "int" } }
g  = { gen = "json", columns = { x = "int" } }
h  = { gen = "array", item = "person.first_name" }
i  = { gen = "array", item = "person.first_name" }
j  = { gen = "array", item = "person.first_name" }
`;
    const genfile = `[table.t]\nrows = 500\n[table.t.columns]\n${columns}`;
    await database.run(`CREATE TABLE t (
    id bigint, a interval, b text, c bytea, d text, e jsonb, f json, g varchar, h jsonb, i json, j text)`);
    await load(genfile, database.url);
    await load(genfile, database.url, { mode: "append" });
    assertEquals(
      await database.run(`
      SELECT count(*)::int AS rows, bool_and(b::interval IS NOT NULL) AS b,
        bool_and(d::bytea IS NOT NULL) AS d, bool_and(g::jsonb ? 'x') AS g,
        bool_and(jsonb_typeof(h) = 'array') AS h,
        bool_and(json_typeof(i) = 'array') AS i,
        bool_and(j::text[] IS NOT NULL) AS j
      FROM t`),
      [{ rows: 1000, b: true, d: true, g: true, h: true, i: true, j: true }],
    );
  },
);

onDatabase(
  "a NUL character in JSON is refused with its column and row",
  async (database) => {
    const error = await load(
      `[table.t]\nrows = 5\n[table.t.columns]
a = { gen = "json", columns = { x = { values = ["y\\u0000"] } } }`,
      database.url,
    ).catch((thrown) => thrown);
    assertEquals(error.code, "VALUE_REFUSED");
    assertEquals([error.fields.field, error.fields.row], ["a", 0]);
  },
);
