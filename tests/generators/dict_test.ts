import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { genfileOf, reports, tableOf } from "./_tables.ts";

const CITIES = `
[dict.cities]
file = "cities.csv"
[dict.colours]
values = ["red", "green", "blue"]
`;

const STATES = new Map([
  ["Ulm", "BW"],
  ["São Paulo", "SP"],
  ["Bath", ""],
  ["O'Fallon, the city", "IL"],
]);

Deno.test("columns of one dictionary show the same entry", () => {
  const tables = tableOf(
    `
name = { dict = "cities", column = "name" }
state = { dict = "cities", column = "state" }
first = { dict = "cities" }
`,
    CITIES,
  );
  const state = tables.texts("state");
  const first = tables.texts("first");
  tables.texts("name").forEach((name, i) => {
    assertEquals(state[i], STATES.get(name));
    assertEquals(first[i], name);
  });
});

Deno.test("another handle shows another entry, and the same one the same", () => {
  const tables = tableOf(
    `
a = { dict = "cities", column = "name" }
b = { dict = "cities", column = "name", of = "birth" }
c = { dict = "cities", column = "state", of = "birth" }
`,
    CITIES,
  );
  const b = tables.texts("b");
  const c = tables.texts("c");
  assert(tables.texts("a").some((name, i) => name !== b[i]));
  b.forEach((name, i) => assertEquals(c[i], STATES.get(name)));
});

Deno.test("entries come by their weights", () => {
  const names = [...STATES.keys()];
  const counts = names.map(() => 0);
  const tables = tableOf(`{ dict = "cities", column = "name" }`, CITIES);
  for (const name of tables.texts("c", 40000)) counts[names.indexOf(name)]++;
  assertCounts(counts, [0.1, 0.2, 0.3, 0.4]);
});

Deno.test("entries without weights come equally often, or by a distribution", () => {
  const colours = ["red", "green", "blue"];
  for (
    const [column, shares] of [
      [`{ dict = "colours" }`, [1, 1, 1]],
      [`{ dict = "colours", dist = "zipf" }`, [6, 3, 2]],
    ] as const
  ) {
    const counts = [0, 0, 0];
    for (const colour of tableOf(column, CITIES).texts("c", 30000)) {
      counts[colours.indexOf(colour)]++;
    }
    const total = shares.reduce((sum, share) => sum + share, 0);
    assertCounts(counts, shares.map((share) => share / total));
  }
});

Deno.test("a distribution on one column is that of the entry", () => {
  const tables = tableOf(
    `
a = { dict = "colours" }
c = { dict = "colours", dist = "zipf" }
`,
    CITIES,
  );
  assertEquals(tables.texts("a"), tables.texts("c"));
});

Deno.test("unknown columns of a dictionary, and weights beside dist, are refused", () => {
  const [report] = reports(
    genfileOf(`{ dict = "cities", column = "stat" }`, CITIES),
  );
  assertEquals(report.message, `dictionary "cities" has no column "stat"`);
  assertEquals(report.hint, `did you mean "state"?`);
  const [other] = reports(
    genfileOf(`{ dict = "cities", column = "population" }`, CITIES),
  );
  assertEquals(other.hint, "it has name, state");
  const [both] = reports(
    genfileOf(`{ dict = "cities", dist = "zipf" }`, CITIES),
  );
  assertEquals(
    both.message,
    `dictionary "cities" has weights, and dist is given too`,
  );
});
