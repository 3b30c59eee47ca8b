// What data is asked for most: skewed references, unique values without a pattern, histories, states, levels and paths.
import { assertEquals } from "@std/assert";
import { Tables, type Value } from "../generators/_tables.ts";
import { assertCounts } from "../statistics.ts";

const HOSTS = `
[table.hosts]
rows = 40
[table.hosts.columns]
id = { gen = "sequence", start = 0, primary = true }
`;

/** What each skew says of the ranks 0 to 39, not yet divided by the sum. */
const SKEWS: Record<string, (rank: number) => number> = {
  [`{ type = "zipf", exponent = 1.2 }`]: (rank) => (rank + 1) ** -1.2,
  [`{ type = "geometric", p = 0.2 }`]: (rank) => 0.8 ** rank,
  [`{ type = "binomial", trials = 39, p = 0.3 }`]: (rank) =>
    binomial(39, rank) * 0.3 ** rank * 0.7 ** (39 - rank),
  [`{ type = "histogram", bins = [[0, 10, 1], [10, 40, 3]] }`]: (rank) =>
    rank < 10 ? 1 / 10 : 3 / 30,
};

function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
  return ways;
}

for (const [dist, weigh] of Object.entries(SKEWS)) {
  Deno.test(`references follow ${dist}`, () => {
    const rows = 40_000;
    const tables = new Tables(`${HOSTS}
[table.visits]
rows = ${rows}
[table.visits.columns]
host = { ref = "hosts.id", dist = ${dist} }
`);
    const weights = Array.from({ length: 40 }, (_, rank) => weigh(rank));
    const total = weights.reduce((a, b) => a + b);
    const counts = new Array(40).fill(0);
    for (const host of tables.values("host", rows, { table: "visits" })) {
      counts[host as number]++;
    }
    assertCounts(counts, weights.map((one) => one / total));
  });
}

const UNIQUE = {
  int: `gen = "int", min = 0, max = 19_999`,
  decimal: `gen = "decimal", min = 0, max = 999.99, scale = 2`,
  string: `gen = "string", length = 9`,
  pattern: `pattern = '[A-Z]{3}\\d{4}'`,
  reference: `ref = "t.n"`,
};

for (const [name, text] of Object.entries(UNIQUE)) {
  Deno.test(`unique values of ${name} rise and fall in runs as random ones do`, () => {
    const rows = 20_000;
    const tables = new Tables(`
[table.t]
rows = ${rows}
[table.t.columns]
n = { gen = "sequence", primary = true }
[table.u]
rows = ${rows}
[table.u.columns]
c = { ${text}, unique = true }
`);
    const values = tables.values("c", rows, { table: "u" });
    assertEquals(new Set(values).size, rows);
    // Runs up that end after 1, 2, … values, the next one left out: independent of one another.
    const counts = new Array(6).fill(0);
    for (let i = 0; i + 1 < rows;) {
      let length = 1;
      while (
        i + length < rows && values[i + length]! > values[i + length - 1]!
      ) {
        length++;
      }
      counts[Math.min(length, 6) - 1]++;
      i += length + 1;
    }
    const factorial = [1, 1, 2, 6, 24, 120, 720];
    const theory = [1, 2, 3, 4, 5].map((n) =>
      1 / factorial[n] - 1 / factorial[n + 1]
    );
    assertCounts(counts, [...theory, 1 / factorial[6]]);
  });
}

const ORDERS = new Tables(`
[table.orders]
rows = 500
[table.orders.columns]
id     = { gen = "sequence", start = 0, primary = true }
events = { expr = "count(events)", hidden = true }
state  = { values = ["new", "paid", "sent", "done"], at = "events" }
[table.events]
per = { table = "orders", min = 0, max = 3 }
[table.events.columns]
order_id   = { ref = "orders.id" }
k          = { gen = "counter", start = 0 }
valid_from = { gen = "date", from = 2020-01-01, to = 2025-12-31, order = "asc" }
valid_to   = { ref = "events.valid_from", within = "order_id", at = "k + 1" }
`);

function all(tables: Tables, table: string, column: string): Value[] {
  return tables.values(column, tables.table(table).plan.rows, { table });
}

Deno.test("a history's row ends where its next sibling begins, and the last is open", () => {
  const order = all(ORDERS, "events", "order_id");
  const from = all(ORDERS, "events", "valid_from");
  const to = all(ORDERS, "events", "valid_to");
  assertEquals(
    to,
    from.map((_, i) => order[i + 1] === order[i] ? from[i + 1] : null),
  );
});

Deno.test("a state follows from how many events a row has", () => {
  const counts = new Array(500).fill(0);
  for (const order of all(ORDERS, "events", "order_id")) {
    counts[order as number]++;
  }
  assertEquals(new Set(counts).size, 4);
  assertEquals(
    all(ORDERS, "orders", "state"),
    counts.map((n) => ["new", "paid", "sent", "done"][n]),
  );
});

Deno.test("levels and paths read themselves in the row above", () => {
  const tables = new Tables(`
[table.folders]
rows = 400
[table.folders.columns]
id     = { gen = "sequence", start = 0, primary = true }
above  = { ref = "folders.id", branching = 3 }
_level = { ref = "folders.level", of = "above", hidden = true }
_path  = { ref = "folders.path", of = "above", hidden = true }
level  = { expr = "coalesce(_level, 0) + 1" }
path   = { expr = "concat(coalesce(_path, ''), '/', id)" }
`);
  const above = all(tables, "folders", "above") as (number | null)[];
  const levels: number[] = [];
  const paths: string[] = [];
  above.forEach((up, row) => {
    levels.push(up === null ? 1 : levels[up] + 1);
    paths.push(`${up === null ? "" : paths[up]}/${row}`);
  });
  assertEquals(all(tables, "folders", "level"), levels);
  assertEquals(all(tables, "folders", "path"), paths);
});
