// What references pick, against theory.
import { assert, assertEquals, assertThrows } from "@std/assert";
import { ThrustError } from "../../core/errors.ts";
import { Tables } from "../generators/_tables.ts";
import { assertCounts } from "../statistics.ts";

const ID = `id = { gen = "sequence", start = 0, primary = true }`;

/** Ids are row numbers. */
function tablesOf(columns: string, lines = "min = 3, max = 3"): Tables {
  return new Tables(`
[table.products]
rows = 5
[table.products.columns]
${ID}
[table.shelves]
rows = 1000
[table.shelves.columns]
${ID}
[table.places]
per = { table = "shelves", count = 4 }
[table.places.columns]
${ID}
[table.orders]
rows = 20_000
[table.orders.columns]
${ID}
[table.lines]
per = { table = "orders", ${lines} }
[table.lines.columns]
${ID}
order_id = { ref = "orders.id" }
${columns}
`);
}

function values(tables: Tables, column: string): number[] {
  const { rows } = tables.table("lines").plan;
  return tables.values(column, rows, { table: "lines" }) as number[];
}

/** Probabilities of ranks 0 to n - 1. */
function zipf(n: number, exponent = 1): number[] {
  const weights = Array.from({ length: n }, (_, k) => (k + 1) ** -exponent);
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => one / total);
}

Deno.test("distinct picks take every order of rows equally often", () => {
  const picks = values(
    tablesOf(`c = { ref = "products.id", distinct = true }`),
    "c",
  );
  const counts = new Array(125).fill(0);
  for (let i = 0; i < picks.length; i += 3) {
    counts[25 * picks[i] + 5 * picks[i + 1] + picks[i + 2]]++;
  }
  const isOrder = (i: number) =>
    new Set([Math.floor(i / 25), Math.floor(i / 5) % 5, i % 5]).size === 3;
  assertCounts(counts, counts.map((_, i) => isOrder(i) ? 1 / 60 : 0));
});

Deno.test("distinct picks with dist are successive draws by weight", () => {
  const picks = values(
    tablesOf(`c = { ref = "products.id", distinct = true, dist = "zipf" }`),
    "c",
  );
  const p = zipf(5);
  const counts = new Array(125).fill(0);
  for (let i = 0; i < picks.length; i += 3) {
    counts[25 * picks[i] + 5 * picks[i + 1] + picks[i + 2]]++;
  }
  assertCounts(
    counts,
    counts.map((_, i) => {
      const [a, b, c] = [Math.floor(i / 25), Math.floor(i / 5) % 5, i % 5];
      if (new Set([a, b, c]).size < 3) return 0;
      return p[a] * p[b] / (1 - p[a]) * p[c] / (1 - p[a] - p[b]);
    }),
  );
});

Deno.test("all rows may be drawn one after another, down to the least likely", () => {
  const picks = values(
    tablesOf(
      `c = { ref = "products.id", distinct = true, dist = { type = "zipf", exponent = 9 } }`,
      "count = 5",
    ),
    "c",
  );
  for (let i = 0; i < 5000; i += 5) {
    assertEquals(new Set(picks.slice(i, i + 5)).size, 5);
  }
});

Deno.test("what is left by exceptions keeps its chances", () => {
  const tables = tablesOf(`a = { ref = "products.id", of = "h" }
even = { ref = "products.id", except = "a" }
by = { ref = "products.id", except = ["a", "even"], dist = "zipf" }`);
  const a = values(tables, "a");
  const even = values(tables, "even");
  const by = values(tables, "by");
  const pairs = new Array(25).fill(0);
  a.forEach((one, i) => pairs[5 * one + even[i]]++);
  assertCounts(
    pairs,
    pairs.map((_, i) => Math.floor(i / 5) === i % 5 ? 0 : 1 / 20),
  );
  const p = zipf(5);
  const third = new Array(5).fill(0);
  let total = 0;
  a.forEach((one, i) => {
    if (one !== 3 || even[i] !== 0) return;
    third[by[i]]++;
    total++;
  });
  assert(total > 2000);
  assertCounts(
    third,
    p.map((one, i) => i === 0 || i === 3 ? 0 : one / (p[1] + p[2] + p[4])),
  );
});

Deno.test("within picks evenly, or by rank, among the rows of the block", () => {
  const tables = tablesOf(`mine = { ref = "shelves.id", dist = "uniform" }
even = { ref = "places.id", within = "mine" }
by = { ref = "places.id", within = "mine", dist = "zipf" }`);
  const mine = values(tables, "mine");
  const even = new Array(4).fill(0);
  for (const [i, place] of values(tables, "even").entries()) {
    even[place - 4 * mine[i]]++;
  }
  assertCounts(even, new Array(4).fill(0.25));
  const by = new Array(4).fill(0);
  for (const [i, place] of values(tables, "by").entries()) {
    by[place - 4 * mine[i]]++;
  }
  assertCounts(by, zipf(4));
});

Deno.test("a row refers to any but itself, evenly", () => {
  const tables = new Tables(`
[table.t]
rows = 6
[table.t.columns]
${ID}
[table.u]
per = { table = "t", count = 20000 }
[table.u.columns]
${ID}
other = { ref = "u.id", earlier = false }
`);
  const rows = 120000;
  const counts = new Array(7).fill(0);
  tables.values("other", rows, { table: "u" }).forEach((other, i) => {
    assert(other !== i);
    // Which seventh of the others it is.
    const rank = (other as number) - ((other as number) > i ? 1 : 0);
    counts[Math.floor(rank / (rows - 1) * 7)]++;
  });
  assertCounts(counts, new Array(7).fill(1 / 7));
});

/** The level of each row by the row that it refers to. */
function levelsOf(parents: (number | null)[]): number[] {
  const levels: number[] = [];
  for (const parent of parents) {
    levels.push(parent === null ? 1 : levels[parent] + 1);
  }
  return levels;
}

function treeOf(shape: string, rows = 1000): (number | null)[] {
  return new Tables(`
[table.t]
rows = ${rows}
[table.t.columns]
${ID}
up = { ref = "t.id", ${shape} }
`).values("up", rows) as (number | null)[];
}

Deno.test("a tree has as many branches, levels and roots as it is told", () => {
  const branching = treeOf("branching = 8");
  const children = new Map<number | null, number>();
  for (const up of branching) children.set(up, (children.get(up) ?? 0) + 1);
  assertEquals(children.get(null), 1);
  assertEquals([...children.values()].filter((one) => one === 8).length, 124);
  assertEquals(Math.max(...levelsOf(branching)), 5);
  for (const depth of [1, 2, 3, 6, 40]) {
    for (const roots of [1, 5]) {
      const levels = levelsOf(treeOf(`depth = ${depth}, roots = ${roots}`));
      assertEquals(Math.max(...levels), depth, `${depth} ${roots}`);
      if (depth > 1) {
        assertEquals(levels.filter((one) => one === 1).length, roots);
      }
      // Levels come one after another, and are never narrower.
      assertEquals(levels, levels.toSorted((a, b) => a - b));
    }
  }
  assertEquals(treeOf("roots = 7").filter((up) => up === null).length, 7);
  assertEquals(treeOf("depth = 5", 1), [null]);
  assertEquals(levelsOf(treeOf("depth = 5", 3)), [1, 2, 3]);
  assertEquals(treeOf("roots = 5", 3), [null, null, null]);
});

Deno.test("each parent has a tree of its own within", () => {
  const tables = new Tables(`
[table.forums]
rows = 50
[table.forums.columns]
${ID}
[table.posts]
per = { table = "forums", max = 30 }
[table.posts.columns]
${ID}
forum_id = { ref = "forums.id" }
reply_to = { ref = "posts.id", within = "forum_id", branching = 3 }
thread = { ref = "posts.id", within = "forum_id", depth = 3, roots = 2 }
`);
  const { rows } = tables.table("posts").plan;
  const forums = tables.values("forum_id", rows, { table: "posts" });
  for (const column of ["reply_to", "thread"]) {
    const ups = tables.values(column, rows, { table: "posts" });
    ups.forEach((up, i) => {
      if (up === null) return;
      assertEquals(forums[up as number], forums[i]);
      assert((up as number) < i);
    });
    assert(Math.max(...levelsOf(ups as number[])) <= 5);
  }
});

Deno.test("a large family costs each of its rows once", () => {
  const tables = new Tables(`
[table.t]
rows = 3
[table.t.columns]
${ID}
[table.p]
rows = 100_000
[table.p.columns]
${ID}
[table.u]
per = { table = "t", count = 50_000 }
[table.u.columns]
c = { ref = "p.id", distinct = true, dist = { type = "zipf", exponent = 0.5 } }
`);
  const values = tables.values("c", 50_000, { table: "u" });
  assertEquals(new Set(values).size, 50_000);
  assertEquals(tables.at("c", [49_999, 7], "u"), [values[49_999], values[7]]);
});

Deno.test("at gives the row with a number, in its block, and NULL outside", () => {
  const tables = new Tables(`
[dict.nations]
values = ["BR", "US", "ID"]
[table.employees]
rows = 200
[table.employees.columns]
${ID}
code = { dict = "nations", at = "row - 1" }
letter = { values = ["a", "b"], at = "id % 3" }
[table.salaries]
per = { table = "employees", max = 4 }
[table.salaries.columns]
${ID}
employee_id = { ref = "employees.id" }
n = { gen = "counter", start = 0 }
from = { gen = "date", from = 2020-01-01, to = 2025-01-01, order = "asc" }
to = { ref = "salaries.from", within = "employee_id", at = "n + 1" }
boss = { ref = "employees.id", at = "employee_id - 1" }
`);
  const { rows } = tables.table("salaries").plan;
  const of = (column: string) =>
    tables.values(column, rows, { table: "salaries" });
  const employees = of("employee_id") as number[];
  const from = of("from");
  assertEquals(
    of("to"),
    from.map((_, i) => employees[i + 1] === employees[i] ? from[i + 1] : null),
  );
  assertEquals(of("boss"), employees.map((one) => one === 0 ? null : one - 1));
  const few = (column: string) =>
    tables.values(column, 5, { table: "employees" });
  assertEquals(few("code"), [null, "BR", "US", "ID", null]);
  assertEquals(few("letter"), ["a", "b", null, "a", "b"]);
});

/** Every column of the table `t` that is asked for. */
function treeTables(shape: string, rows = 3000): Tables {
  return new Tables(`
[table.t]
rows = ${rows}
[table.t.columns]
${ID}
name = { values = ["bin", "lib", "é"] }
up = { ref = "t.id", ${shape} }
level_above = { ref = "t.level", of = "up", hidden = true }
level = { expr = "coalesce(level_above, 0) + 1" }
path_above = { ref = "t.path", of = "up" }
path = [{ when = "up == null", expr = "name" }, { template = "{path_above}/{name}" }]
root = [{ when = "up == null", expr = "name" }, { ref = "t.root", of = "up" }]
amount = { gen = "decimal", min = 1, max = 9, scale = 2 }
balance_above = { ref = "t.balance", of = "up" }
balance = { expr = "coalesce(balance_above, 0) + amount" }
[table.u]
rows = 50
[table.u.columns]
t = { ref = "t.id" }
path = { ref = "t.path", of = "t" }
`);
}

for (
  const shape of [
    "branching = 3",
    "depth = 6, roots = 2",
    "roots = 4",
    `earlier = true`,
  ]
) {
  Deno.test(`columns read themselves in earlier rows: ${shape}`, () => {
    const rows = 3000;
    const tables = treeTables(shape, rows);
    const of = (column: string) => tables.values(column, rows);
    const ups = of("up") as (number | null)[];
    const names = of("name") as string[];
    const amounts = of("amount") as number[];
    const paths: string[] = [];
    const roots: string[] = [];
    const balances: number[] = [];
    ups.forEach((up, i) => {
      paths.push(up === null ? names[i] : `${paths[up]}/${names[i]}`);
      roots.push(up === null ? names[i] : roots[up]);
      balances.push(amounts[i] + (up === null ? 0 : balances[up]));
    });
    assertEquals(of("level"), levelsOf(ups));
    assertEquals(of("path"), paths);
    assertEquals(of("root"), roots);
    assertEquals(of("balance"), balances);
    assertEquals(tables.values("path", 100, { step: 1 }), paths.slice(0, 100));
    assertEquals(
      tables.at("path", [2999, 0, 17, 17, 2998]),
      [2999, 0, 17, 17, 2998].map((row) => paths[row]),
    );
    const seen = tables.values("t", 50, { table: "u" }) as number[];
    assertEquals(
      tables.values("path", 50, { table: "u" }),
      seen.map((row) => paths[row]),
    );
  });
}

Deno.test("a chain of thousands of rows that reads itself ends with an error", () => {
  const tables = treeTables("branching = 1", 5000);
  assertEquals(tables.at("level", [250]), [251]);
  assertThrows(
    () => tables.at("level", [4000]),
    ThrustError,
    "reads itself through more than 250 earlier ones",
  );
});
