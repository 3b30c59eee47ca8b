// `order` and `step`, on every generator that has them.
import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { genfileOf, reportOf, reports, tableOf, Tables } from "./_tables.ts";

/** Ranges with room for 1000 rows, as narrow as each can be. */
const EXACT = [
  `gen = "int", min = 5, max = 1004`,
  `gen = "decimal", min = 0, max = 9.99, scale = 2`,
  `gen = "date", from = 2020-01-01, to = 2022-09-26`,
  `gen = "time", from = 10:00:00, to = 10:16:39`,
  `gen = "time", precision = 3, from = 10:00:00, to = 10:00:00.999`,
  `gen = "timestamp", from = 2020-01-01T00:00:00Z, to = 2020-01-01T00:16:40Z`,
  `gen = "interval", from = "1 minute", to = "1059 seconds"`,
  `gen = "int", min = 0, max = 9990, step = 10`,
];

const WIDE = [
  `gen = "int", min = -1_000_000, max = 1_000_000`,
  `gen = "int", min = -4_000_000_000_000_000, max = 4_000_000_000_000_000`,
  `gen = "decimal", min = 1, max = 5000, scale = 2`,
  `gen = "float", min = -1, max = 1`,
  `gen = "float", min = 0, max = 1e-300`,
  `gen = "float", min = 0, max = 400, step = 0.25`,
  `gen = "date", from = 1900-01-01, to = 2020-01-01`,
  `gen = "timestamp", from = 2020-01-01, to = 2021-01-01`,
  `gen = "timestamp", from = 2020-01-01, to = 2021-01-01, precision = 6`,
  `gen = "time"`,
];

const DISTS = [
  `"uniform"`,
  `"normal"`,
  `{ type = "beta", alpha = 2, beta = 5 }`,
  `"triangular"`,
];

function assertRising(values: readonly number[], strictly: boolean): void {
  values.forEach((value, i) => {
    if (i === 0) return;
    assert(
      strictly ? value > values[i - 1] : value >= values[i - 1],
      `${values[i - 1]} and then ${value}`,
    );
  });
}

for (const column of EXACT) {
  Deno.test(`{ ${column} } in order takes every value once`, () => {
    const up = tableOf(`{ ${column}, order = "asc" }`).numbers("c");
    assertRising(up, true);
    assertEquals((up[999] - up[0]) % 999, 0);
    const down = tableOf(`{ ${column}, order = "desc" }`).numbers("c");
    assertEquals(down, up.toReversed());
    const normal = tableOf(`{ ${column}, order = "asc", dist = "normal" }`);
    assertEquals(normal.numbers("c"), up);
  });
}

for (const column of WIDE) {
  Deno.test(`{ ${column} } rises strictly by any distribution, within its range`, () => {
    const free = tableOf(`{ ${column} }`).numbers("c");
    const width = Math.max(...free) - Math.min(...free);
    for (const dist of DISTS) {
      const make = (order: string) =>
        tableOf(`{ ${column}, dist = ${dist}, order = "${order}" }`)
          .numbers("c");
      const up = make("asc");
      assertRising(up, true);
      assert(up[999] - up[0] < width * 1.2);
      assertRising(make("desc").toReversed(), true);
    }
  });
}

Deno.test("each value of an order is in its own part of the range", () => {
  const values = tableOf(
    `{ gen = "int", min = 0, max = 99_999, order = "asc" }`,
  )
    .numbers("c");
  const counts = new Array(100).fill(0);
  values.forEach((value, k) => {
    assert(value >= 100 * k && value < 100 * (k + 1));
    counts[value - 100 * k]++;
  });
  assertCounts(counts, counts.map(() => 1 / 100));
});

Deno.test("an order follows its distribution where there is room", () => {
  const column =
    `{ gen = "float", min = 0, max = 100, order = "asc", dist = { type = "normal", mean = 30, stddev = 5 } }`;
  const values = tableOf(column).numbers("c");
  const below = (x: number) => values.filter((value) => value < x).length;
  assertEquals(below(30), 500);
  assert(Math.abs(below(25) - 158.7) < 2 && Math.abs(below(40) - 977.2) < 2);
});

Deno.test("more rows than values rise without a leap", () => {
  const values = tableOf(`{ gen = "int", min = 1, max = 10, order = "asc" }`)
    .numbers("c");
  assertRising(values, false);
  assertEquals(values, values.map((_, k) => 1 + Math.floor(k / 100)));
});

Deno.test("steps in order without an end go on from the first", () => {
  const made = (column: string) => tableOf(column).numbers("c");
  assertEquals(
    made(`{ gen = "int", min = 3, step = 7, order = "asc" }`),
    Array.from({ length: 1000 }, (_, k) => 3 + 7 * k),
  );
  assertEquals(
    made(`{ gen = "decimal", min = 1, step = 0.05, order = "desc" }`),
    Array.from({ length: 1000 }, (_, k) => 100 + 5 * (999 - k)),
  );
  assertEquals(
    made(`{ gen = "float", min = 1, step = 0.5, order = "asc" }`),
    Array.from({ length: 1000 }, (_, k) => 1 + k / 2),
  );
  const start = Date.UTC(2020, 0, 1) / 1000;
  assertEquals(
    made(
      `{ gen = "timestamp", from = 2020-01-01, step = "10s", order = "asc" }`,
    ),
    Array.from({ length: 1000 }, (_, k) => start + 10 * k),
  );
  assertEquals(
    made(
      `{ gen = "timestamp", from = 2020-01-01, step = "0.5 seconds", precision = 3, order = "asc" }`,
    ),
    Array.from({ length: 1000 }, (_, k) => 1000 * start + 500 * k),
  );
  assertEquals(
    made(`{ gen = "date", from = 2020-01-01, step = "1 week", order = "asc" }`),
    Array.from({ length: 1000 }, (_, k) => start / 86400 + 7 * k),
  );
});

Deno.test("a step is a grid that all values lie on, the ends too", () => {
  const values = tableOf(`{ gen = "int", min = 7, max = 40, step = 11 }`)
    .numbers("c");
  assertEquals([...new Set(values)].sort((a, b) => a - b), [7, 18, 29, 40]);
  const counts = [7, 18, 29, 40].map((one) =>
    values.filter((value) => value === one).length
  );
  assertCounts(counts, [1 / 4, 1 / 4, 1 / 4, 1 / 4]);
  const quarters = tableOf(
    `{ gen = "float", min = 0, max = 1, step = 0.25, dist = "normal" }`,
  ).numbers("c");
  assertEquals([...new Set(quarters)].sort(), [0, 0.25, 0.5, 0.75]);
  const minutes = tableOf(
    `{ gen = "time", from = 08:00:00, to = 09:00:00, step = "15 min" }`,
  ).numbers("c");
  assertEquals(
    [...new Set(minutes)].sort((a, b) => a - b),
    [28800, 29700, 30600, 31500, 32400],
  );
});

Deno.test("the siblings of each parent are in an order of their own", () => {
  const tables = new Tables(`
[table.p]
rows = 200
[table.p.columns]
joined = { gen = "timestamp", from = 2020-01-01, to = 2022-01-01 }
[table.t]
per = { table = "p", min = 0, max = 9 }
[table.t.columns]
parent = { ref = "p.joined" }
n = { gen = "counter", start = 0 }
at = { gen = "timestamp", from = "parent", to = 2023-01-01, order = "asc" }
late = { gen = "timestamp", from = "parent", step = "1 day", order = "desc" }
`);
  const rows = tables.table("t").plan.rows;
  const [parent, n, at, late] = ["parent", "n", "at", "late"].map((column) =>
    tables.values(column, rows, { table: "t" }) as number[]
  );
  for (let i = 0; i < rows; i++) {
    const last = i + 1 === rows || n[i + 1] === 0;
    assert(at[i] >= parent[i] && at[i] < Date.UTC(2023, 0, 1) / 1000);
    if (!last) {
      assert(at[i + 1] > at[i]);
      assertEquals(late[i] - late[i + 1], 86400);
    } else assertEquals(late[i], parent[i]);
  }
});

Deno.test("ends that follow the row and cross leave NULL", () => {
  const tables = tableOf(`
low = { gen = "int", min = 0, max = 20 }
high = { gen = "int", min = 0, max = 20, null = 0.2 }
c = { gen = "int", min = "low", max = "high", step = 3 }
`);
  const [low, high] = ["low", "high"].map((name) => tables.values(name));
  tables.values("c").forEach((value, i) => {
    if (high[i] === null || low[i]! > high[i]!) assertEquals(value, null);
    else {
      assertEquals(((value as number) - (low[i] as number)) % 3, 0);
      assert(value! >= low[i]! && value! <= high[i]!);
    }
  });
});

Deno.test("steps that cannot be are refused", () => {
  const cases: [string, string, string?][] = [
    [`{ gen = "int", step = 0 }`, "step is 0", "expected more than 0"],
    [`{ gen = "int", step = 1.5 }`, "step is 1.5", "expected a whole number"],
    [`{ gen = "int", step = "10s" }`, `step is "10s"`, "expected a number"],
    [
      `{ gen = "date", step = 3 }`,
      "step is 3",
      `expected a length of time, such as "10s"`,
    ],
    [`{ gen = "date", step = "36 h" }`, "step is 36 h", "expected whole days"],
    [
      `{ gen = "timestamp", step = "0.5 seconds" }`,
      "step is 0.5 seconds",
      "expected at most 0 digits of the second, which is precision",
    ],
    [
      `{ gen = "decimal", step = 0.005 }`,
      "step is 0.005",
      "expected at most 2 digits after the point, which is scale",
    ],
    [
      `{ gen = "time", step = "1 h", order = "asc" }`,
      "the last of 1000 values is too large",
      "give to, or a smaller step",
    ],
    [
      `{ gen = "int", step = 2, order = "asc", dist = "normal" }`,
      "dist has no range without max",
      "give max",
    ],
    [
      `{ gen = "float", step = 2, order = "asc", dist = "normal" }`,
      "dist has no range without max",
      "give max",
    ],
  ];
  for (const [column, message, hint] of cases) {
    const report = reportOf(column);
    assertEquals([report.message, report.hint], [message, hint], column);
  }
  assertEquals(
    reports(genfileOf(`{ gen = "int", order = "up" }`))[0].message,
    `unknown order "up"`,
  );
});

Deno.test("an order is unique where it rises strictly, and a step leaves a grid to permute", () => {
  for (
    const column of [
      ...EXACT.map((one) => `{ ${one}, order = "desc", unique = true }`),
      ...EXACT.map((one) => `{ ${one}, unique = true }`),
      `{ gen = "int", min = 1, max = 5000, order = "asc", dist = "normal", primary = true }`,
      `{ gen = "date", from = 2000-01-01, step = "2 days", order = "asc", unique = true }`,
      `{ gen = "float", order = "asc", unique = true }`,
      `{ gen = "float", max = 100, step = 0.1, unique = true }`,
      `{ gen = "interval", unique = true }`,
    ]
  ) assertEquals(new Set(tableOf(column).numbers("c")).size, 1000, column);
  const few = reportOf(
    `{ gen = "int", min = 1, max = 9, order = "asc", unique = true }`,
  );
  assertEquals(
    few.message,
    `"c" needs 1,000 different values, and there are 9`,
  );
  const steps = reportOf(
    `{ gen = "int", min = 0, max = 9980, step = 10, unique = true }`,
  );
  assertEquals(
    steps.message,
    `"c" needs 1,000 different values, and there are 999`,
  );
  const siblings = reports(`
[table.p]
rows = 10
[table.p.columns]
id = "sequence"
[table.t]
per = { table = "p", count = 3 }
[table.t.columns]
c = { gen = "int", order = "asc", unique = true }
`);
  assertEquals(
    siblings[0].message,
    `the values of generator "int" cannot be unique`,
  );
});

Deno.test("a step's distribution may follow the row, an order's may not", () => {
  const tables = tableOf(`
id = { gen = "sequence", start = 0 }
low = { gen = "int", min = 100, max = 200, null = 0.1 }
c = { gen = "int", min = 0, max = 1000, step = 5, dist = { type = "normal", mean = "low", stddev = 2 } }
`);
  const low = tables.values("low");
  tables.values("c").forEach((value, i) => {
    if (low[i] === null) assertEquals(value, null);
    else {
      assertEquals((value as number) % 5, 0);
      assert(Math.abs((value as number) - (low[i] as number)) < 13);
    }
  });
  for (const gen of ["int", "float"]) {
    const report = reports(genfileOf(`
low = { gen = "int", min = 100, max = 200 }
c = { gen = "${gen}", min = 0, max = 1000, order = "asc", dist = { type = "normal", mean = "low" } }
`))[0];
    assertEquals(
      report.message,
      "mean cannot follow the row in an order",
    );
  }
});
