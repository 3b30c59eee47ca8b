// Tables that a run makes: types, keys, modes; the example shop with every constraint on.
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { ThrustError } from "../../../core/errors.ts";
import { type Database, databaseTests } from "../../fixtures/postgres.ts";
import { differingRows, load, loadCsv } from "./_load.ts";

const onDatabase = databaseTests();

const SHOP = await Deno.readTextFile(
  new URL("../../../examples/shop.toml", import.meta.url),
);

async function constraints(
  database: Database,
  types: string,
): Promise<string[]> {
  const rows = await database.run(`
    SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS key
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      AND contype = ANY ('{${types}}') ORDER BY 1`);
  return rows.map(({ key }) => String(key));
}

onDatabase(
  "the example shop is filled with every key on, and holds what CSV does",
  async (database) => {
    const scale = 0.05;
    const result = await load(SHOP, database.url, { scale });
    assertEquals(result.outcome, "done");
    assertEquals(await constraints(database, "p,u,f"), [
      "customers FOREIGN KEY (referrer) REFERENCES customers(id)",
      "customers PRIMARY KEY (id)",
      "items FOREIGN KEY (order_id) REFERENCES orders(id)",
      "items FOREIGN KEY (product_id) REFERENCES products(id)",
      "items PRIMARY KEY (id)",
      "orders FOREIGN KEY (customer_id) REFERENCES customers(id)",
      "orders PRIMARY KEY (id)",
      "products PRIMARY KEY (id)",
    ]);
    const tables = ["customers", "products", "orders", "items"];
    await loadCsv(SHOP, database, tables, { scale });
    for (const table of tables) {
      assertEquals(await differingRows(database, table, `csv_${table}`), 0);
    }
    assertEquals(
      result.tables.map(({ rows }) => rows),
      await Promise.all(tables.map((table) => database.count(`csv_${table}`))),
    );
    const analyzed = await database.run(`
    SELECT relname FROM pg_class
    WHERE reltuples > 0 AND relname = ANY ('{${tables}}')`);
    assertEquals(analyzed.length, 4);
  },
);

onDatabase(
  "created columns have the types of their generators, and NOT NULL where none is",
  async (database) => {
    await load(
      `
[table."app.Things"]
rows = 100
[table."app.Things".columns]
id      = { gen = "sequence", primary = true }
uid     = { gen = "uuid", unique = true }
small   = { gen = "int", min = 0, max = 9 }
large   = { gen = "int", min = 0, max = 9_000_000_000 }
ratio   = { gen = "float", null = 0.5 }
price   = { gen = "decimal", min = 0, max = 999, scale = 2 }
flag    = "bool"
born    = { gen = "date", from = 2000-01-01, to = 2001-01-01 }
at      = "time"
"made at" = { gen = "timestamp", from = 2000-01-01, to = 2001-01-01 }
"quo\\"te" = { gen = "string", length = 3, type = "varchar(3)" }
address = { value = "10.0.0.1", type = "inet" }
_hidden = "bool"
secret  = { gen = "bool", hidden = true }
`,
      database.url,
    );
    const columns = await database.run(`
    SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS shown
    FROM pg_attribute a WHERE attrelid = 'app."Things"'::regclass
      AND attnum > 0 ORDER BY attnum`);
    assertEquals(columns.map(({ shown }) => shown), [
      "id bigint NOT NULL",
      "uid uuid NOT NULL",
      "small integer NOT NULL",
      "large bigint NOT NULL",
      "ratio double precision",
      "price numeric(5,2) NOT NULL",
      "flag boolean NOT NULL",
      "born date NOT NULL",
      "at time without time zone NOT NULL",
      "made at timestamp with time zone NOT NULL",
      'quo"te character varying(3) NOT NULL',
      "address inet NOT NULL",
      "_hidden boolean NOT NULL",
    ]);
    const keys = await database.run(`
    SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint
    WHERE conrelid = 'app."Things"'::regclass AND contype IN ('p', 'u')
    ORDER BY 1`);
    assertEquals(keys.map(({ key }) => key), [
      "PRIMARY KEY (id)",
      "UNIQUE (uid)",
    ]);
  },
);

const CIRCLE = `
[table.people]
rows = 3000
[table.people.columns]
id      = { gen = "sequence", primary = true }
team_id = { ref = "teams.id" }
[table.teams]
rows = 50
[table.teams.columns]
id      = { gen = "sequence", primary = true }
lead_id = { ref = "people.id" }
`;

onDatabase(
  "tables that refer to each other are filled, NOT NULL and keys included",
  async (database) => {
    await load(CIRCLE, database.url, { connections: 2 });
    assertEquals(await constraints(database, "f"), [
      "people FOREIGN KEY (team_id) REFERENCES teams(id)",
      "teams FOREIGN KEY (lead_id) REFERENCES people(id)",
    ]);
    await load(CIRCLE, database.url, { mode: "truncate", seed: "2" });
    await load(CIRCLE, database.url, { mode: "replace", seed: "3" });
    assertEquals(await database.count("people"), 3000);
    assertEquals((await constraints(database, "f")).length, 2);
  },
);

const ONE = `
[table.t]
rows = 2500
[table.t.columns]
id = { gen = "sequence", primary = true }
n  = { gen = "int", min = 0, max = 9 }
`;

onDatabase(
  "create fills empty tables as they are, and refuses rows that are there",
  async (database) => {
    await database.run("CREATE TABLE t (id int, n int, kept text DEFAULT 'x')");
    await load(ONE, database.url);
    assertEquals(await database.count("t WHERE kept = 'x'"), 2500);
    const error = await assertRejects(
      () => load(ONE, database.url),
      ThrustError,
    );
    assertEquals(error.code, "TARGET_REFUSED");
    assertStringIncludes(error.message, "it holds rows already");
    assertEquals(await database.count("t"), 2500);
  },
);

onDatabase(
  "append adds rows, truncate takes the old ones, replace the table",
  async (database) => {
    await database.run("CREATE TABLE t (id int, n int, kept text DEFAULT 'x')");
    await load(ONE, database.url, { mode: "append" });
    await load(ONE, database.url, { mode: "append" });
    assertEquals(await database.count("t WHERE kept = 'x'"), 5000);
    await load(ONE, database.url, { mode: "truncate" });
    assertEquals(await database.count("t WHERE kept = 'x'"), 2500);
    await load(ONE, database.url, { mode: "replace" });
    assertEquals(await database.count("t"), 2500);
    assertEquals(await constraints(database, "p"), ["t PRIMARY KEY (id)"]);
    const columns = await database.run("SELECT * FROM t LIMIT 1");
    assertEquals(Object.keys(columns[0]), ["id", "n"]);
  },
);

onDatabase(
  "replace leaves a table alone on which others depend, and says so",
  async (database) => {
    await load(ONE, database.url);
    await database.run("CREATE VIEW v AS SELECT n FROM t");
    const error = await assertRejects(
      () => load(ONE, database.url, { mode: "replace" }),
      ThrustError,
    );
    assertStringIncludes(error.message, "view v depends on table t");
    assertEquals(await database.count("v"), 2500);
  },
);

onDatabase(
  "children wait for their parents where the server looks at once",
  async (database) => {
    await database.run(`
    CREATE TABLE parents (id bigint PRIMARY KEY);
    CREATE TABLE children (
      id bigint PRIMARY KEY, parent bigint NOT NULL REFERENCES parents)`);
    const genfile = `
[table.parents]
rows = 40_000
[table.parents.columns]
id = "sequence"
[table.children]
rows = 40_000
[table.children.columns]
id     = "sequence"
parent = { ref = "parents.id" }
`;
    for (const connections of [1, 2]) {
      await load(genfile, database.url, { connections, mode: "truncate" });
      assertEquals(await database.count("children"), 40_000);
    }
  },
);

onDatabase(
  "batches and connections change nothing of what is in the table",
  async (database) => {
    const genfile = ONE.replace("2500", "20_000");
    await load(genfile, database.url);
    await database.run("ALTER TABLE t RENAME TO expected");
    for (const workers of [1, 2, 3]) {
      for (const [connections, batch] of [[1, 1000], [2, 333], [3, 7777]]) {
        const how = { mode: "replace", workers, connections, batch };
        const result = await load(genfile, database.url, how);
        assertEquals(result.tables[0].rows, 20_000);
        assertEquals(await differingRows(database, "t", "expected"), 0);
      }
    }
  },
);

onDatabase("a batch is one transaction", async (database) => {
  await load(ONE, database.url, { batch: 1000, connections: 1 });
  const [{ n }] = await database.run(
    "SELECT count(DISTINCT xmin::text)::int AS n FROM t",
  );
  assertEquals(n, 3);
});
