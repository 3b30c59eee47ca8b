// Foreign keys that are set aside while rows are loaded come back, whatever happens.
import { assertEquals, assertRejects } from "@std/assert";
import { ThrustError } from "../../../core/errors.ts";
import { type Database, databaseTests } from "../../fixtures/postgres.ts";
import { load } from "./_load.ts";

const onDatabase = databaseTests();

const TREE = `
[table.tree]
rows = 20_000
[table.tree.columns]
id     = { gen = "sequence" }
parent = { ref = "tree.id", null = 0.1 }
`;

const TABLE = `
CREATE TABLE tree (
  id bigint PRIMARY KEY CHECK (id < 15000 OR id > 20000),
  parent bigint,
  CONSTRAINT "my parent" FOREIGN KEY (parent) REFERENCES tree ON DELETE CASCADE
)`;

async function keys(database: Database): Promise<unknown[]> {
  const rows = await database.run(`
    SELECT conname || ' ' || pg_get_constraintdef(oid) AS key
    FROM pg_constraint WHERE conrelid = 'tree'::regclass AND contype = 'f'`);
  return rows.map(({ key }) => key);
}

const KEY =
  "my parent FOREIGN KEY (parent) REFERENCES tree(id) ON DELETE CASCADE";

onDatabase(
  "a key within a table is there again after the load, and holds",
  async (database) => {
    await database.run(TABLE.replace(/ CHECK .*,/, ","));
    await load(TREE, database.url, { connections: 2, batch: 1000 });
    assertEquals(await keys(database), [KEY]);
    assertEquals(await database.count("tree"), 20_000);
  },
);

onDatabase(
  "a key within a table is there again after a failure that leaves nothing",
  async (database) => {
    await database.run(TABLE);
    await assertRejects(
      () => load(TREE, database.url, { connections: 1 }),
      ThrustError,
      "violates check constraint",
    );
    assertEquals(await keys(database), [KEY]);
  },
);

onDatabase(
  "a key within a table is there again after a failure, for the rows to come where those that stay break it",
  async (database) => {
    await database.run(TABLE);
    const later = TREE.replace(
      /parent = .*/,
      'parent = { gen = "int", min = 20_001, max = 20_002 }',
    );
    await assertRejects(
      () => load(later, database.url, { connections: 1, batch: 1000 }),
      ThrustError,
      "violates check constraint",
    );
    assertEquals(await keys(database), [`${KEY} NOT VALID`]);
  },
);
