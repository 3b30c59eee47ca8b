// Keys of several columns and pinned rows in a real PostgreSQL, which refuses any row that repeats one.
import { assertEquals } from "@std/assert";
import { databaseTests } from "../../fixtures/postgres.ts";
import { load } from "./_load.ts";

const onDatabase = databaseTests();

const PAINS = new URL("../../../examples/pains/", import.meta.url);

onDatabase(
  "keys of several columns are constraints that hold",
  async (database) => {
    const text = await Deno.readTextFile(
      new URL("composite_keys.toml", PAINS),
    );
    await load(text, database.url);
    const keys = await database.run(`
      SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS key
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        AND contype IN ('p', 'u') ORDER BY 1`);
    assertEquals(keys.map(({ key }) => key), [
      "bookings UNIQUE (day, hour, guest)",
      "bookings UNIQUE (room, day, hour)",
      "lines PRIMARY KEY (order_id, line)",
      "lines UNIQUE (order_id, product)",
      "orders PRIMARY KEY (id)",
    ]);
    assertEquals(await database.count("bookings"), 20000);
  },
);

onDatabase(
  "pinned rows are there, and unique columns hold beside them",
  async (database) => {
    await load(
      `
[[table.users.row]]
id    = 70
email = "demo@shop.example"
uid   = "0188f1b0-0000-7000-8000-000000000001"
born  = { expr = "null" }
[[table.users.row]]
id    = 1
[table.users]
rows = 100
[table.users.columns]
id    = { gen = "sequence", primary = true }
email = { gen = "email", unique = true }
uid   = { gen = "uuid", unique = true }
slot  = { gen = "int", min = 1, max = 100, unique = true }
born  = { gen = "date" }
`,
      database.url,
    );
    const [first] = await database.run(
      "SELECT email, uid::text AS uid, born FROM users WHERE id = 70",
    );
    assertEquals(Object.values(first), [
      "demo@shop.example",
      "0188f1b0-0000-7000-8000-000000000001",
      null,
    ]);
    const [ids] = await database.run(
      "SELECT count(DISTINCT id) AS n, max(id) AS most FROM users",
    );
    assertEquals([Number(ids.n), Number(ids.most)], [100, 100]);
  },
);
