// Random tables with random keys, loaded into SQLite with the constraints on: it would refuse any row that repeats one.
import { assert } from "@std/assert";
import fc from "fast-check";
import { DatabaseSync } from "node:sqlite";
import { reports, Tables, type Value } from "./_tables.ts";

const NAMES = ["a", "b", "c", "d"];

const COLUMN = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((max) =>
    `{ gen = "int", min = 1, max = ${max} }`
  ),
  fc.integer({ min: 1, max: 3 }).map((length) =>
    `{ gen = "string", length = ${length}, alphabet = "abc" }`
  ),
  fc.integer({ min: 1, max: 28 }).map((day) =>
    `{ gen = "date", from = 2020-02-01, to = 2020-02-${
      `${day}`.padStart(2, "0")
    } }`
  ),
  fc.constant(`{ ref = "p.id", of = "some" }`),
  fc.constant(`{ values = ["x", "y", "x"] }`),
  fc.constant(`{ pattern = 'a?b?[cd]{1,2}' }`),
  fc.constant(`{ gen = "uuid" }`),
);

const KEY = fc.uniqueArray(fc.constantFrom(...NAMES), {
  minLength: 1,
  maxLength: 3,
});

interface Drawn {
  columns: string[];
  keys: string[][];
  rows: number;
  isChild: boolean;
  seed: number;
}

const TABLE: fc.Arbitrary<Drawn> = fc.record({
  columns: fc.array(COLUMN, { minLength: 4, maxLength: 4 }),
  keys: fc.array(KEY, { minLength: 1, maxLength: 3 }),
  rows: fc.integer({ min: 1, max: 60 }),
  isChild: fc.boolean(),
  seed: fc.nat(),
});

function genfileOf({ columns, keys, rows, isChild }: Drawn): string {
  const all = isChild ? keys.map((key) => ["p", ...key]) : keys;
  return `
[table.p]
rows = 7
[table.p.columns]
id = { gen = "sequence", primary = true }
[table.t]
${isChild ? `per = { table = "p", min = 0, max = ${rows} }` : `rows = ${rows}`}
unique = ${JSON.stringify(all)}
[table.t.columns]
${isChild ? `p = { ref = "p.id" }` : ""}
${columns.map((column, i) => `${NAMES[i]} = ${column}`).join("\n")}
`;
}

function load(drawn: Drawn): void {
  const tables = new Tables(genfileOf(drawn), String(drawn.seed));
  const { rows, columns, uniqueKeys } = tables.table("t").plan;
  const names = columns.map(({ name }) => name);
  assert(uniqueKeys.length === 0 || names.length > 0);
  const values = names.map((name) =>
    tables.values(name, rows, { table: "t", step: 13 })
  );
  const keys = drawn.isChild
    ? drawn.keys.map((key) => ["p", ...key])
    : drawn.keys;
  const db = new DatabaseSync(":memory:");
  db.exec(
    `CREATE TABLE t (${names.join(", ")}, ${
      keys.map((key) => `UNIQUE (${key.join(", ")})`).join(", ")
    })`,
  );
  const insert = db.prepare(
    `INSERT INTO t VALUES (${names.map(() => "?").join(", ")})`,
  );
  for (let row = 0; row < rows; row++) {
    insert.run(...values.map((one) => plain(one[row])));
  }
  db.close();
}

function plain(value: Value): string | number | null {
  return typeof value === "boolean" ? Number(value) : value;
}

Deno.test("whatever keys a table has, they hold or are refused", () => {
  let loaded = 0;
  fc.assert(
    fc.property(TABLE, (drawn) => {
      const found = reports(genfileOf(drawn));
      if (found.length > 0) return;
      loaded++;
      load(drawn);
    }),
    { numRuns: 600, seed: 20260101 },
  );
  assert(loaded > 150, `${loaded} tables were loaded`);
});
