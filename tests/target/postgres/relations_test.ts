import { assertEquals } from "@std/assert";
import { databaseTests } from "../../fixtures/postgres.ts";
import { FOREIGN_KEYS, NEVER, RELATIONS } from "../../fixtures/relations.ts";
import { load } from "./_load.ts";

const onDatabase = databaseTests();

onDatabase(
  "every kind of relation holds in PostgreSQL, with its foreign keys and NOT NULLs",
  async (database) => {
    await load(RELATIONS, database.url, { batch: 100 });
    const keys = await database.run(`
      SELECT conrelid::regclass || regexp_replace(regexp_replace(
        pg_get_constraintdef(oid), '^FOREIGN KEY ', ''), ' REFERENCES ', ' ') AS key
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f'`);
    assertEquals(
      keys.map(({ key }) => String(key).replaceAll(", ", ",")).sort(),
      FOREIGN_KEYS,
    );
    for (const sql of NEVER) assertEquals(await database.run(sql), [], sql);
    const nullable = await database.run(`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND is_nullable = 'YES' ORDER BY 1`);
    assertEquals(nullable.map(({ name }) => name), [
      "people.boss_id",
      "reviews.line_id",
      "reviews.line_order",
    ]);
  },
);
