// Aggregates over children and running sums, compared with what a program makes of the children's own values.
import { assert, assertEquals } from "@std/assert";
import { Tables, type Value } from "../generators/_tables.ts";

const GENFILE = `
[table.customers]
rows = 120
[table.customers.columns]
id = { gen = "sequence", start = 0 }
orders = { expr = "count(orders)" }
spent = { expr = "sum(items.amount)" }
lines = { expr = "count(items)" }
best = { expr = "max(orders.total)" }
doubled = { expr = "sum(orders.total) * 2 + count(orders)" }

[table.orders]
per = { table = "customers", max = 4 }
[table.orders.columns]
id = { gen = "sequence", start = 0 }
customer = { ref = "customers.id" }
total = { expr = "sum(items.amount)" }
big = { expr = "count(items, items.quantity > 3)" }
known = { expr = "count(items.maybe)" }
some = { expr = "sum(items.maybe, items.quantity < 4)" }
mean = { expr = "avg(items.maybe)" }
least = { expr = "min(items.price)" }
greatest = { expr = "max(items.price, items.quantity > 1)" }
name_a = { expr = "min(items.name)" }
name_z = { expr = "max(items.name)" }
uid_a = { expr = "min(items.uid)" }
any = { expr = "any(items.quantity > 4)" }
all = { expr = "all(items.maybe > 0.2)" }
first = { expr = "first(items.maybe)" }
last = { expr = "last(items.name, items.quantity > 2)" }
weight = { expr = "sum(items.weight * 2)" }
days = { expr = "max(items.day)" }
sofar = { expr = "running(total)" }
number = { expr = "running(1)" }

[table.items]
per = { table = "orders", max = 5 }
[table.items.columns]
order = { ref = "orders.id" }
customer = { ref = "customers.id" }
price = { gen = "decimal", min = 1, max = 50, scale = 2 }
quantity = { gen = "int", min = 1, max = 5 }
amount = { expr = "price * quantity" }
maybe = { gen = "float", null = 0.3 }
weight = "float"
name = "person.first_name"
uid = "uuid"
day = { gen = "date", from = 2020-01-01, to = 2020-12-31 }
up_to_here = { expr = "running(maybe)" }

[table.notes]
rows = 80
[table.notes.columns]
order = { ref = "orders.id" }
total = { ref = "orders.total", of = "order" }
sofar = { ref = "orders.sofar", of = "order" }
name = { ref = "orders.last", of = "order" }
`;

const tables = new Tables(GENFILE);

function all(table: string, column: string, options = {}): Value[] {
  const { rows } = tables.table(table).plan;
  return tables.values(column, rows, { table, ...options });
}

interface Item {
  [name: string]: Value;
}

const COLUMNS = [
  "price",
  "quantity",
  "amount",
  "maybe",
  "weight",
  "name",
  "uid",
  "day",
];

function childrenOf(table: string, parent: string): Item[][] {
  const parents = all("items", parent) as number[];
  const columns = COLUMNS.map((name) => all("items", name));
  const found: Item[][] = Array.from(
    { length: tables.table(table).plan.rows },
    () => [],
  );
  parents.forEach((row, i) => {
    found[row].push(
      Object.fromEntries(COLUMNS.map((name, c) => [name, columns[c][i]])),
    );
  });
  return found;
}

const ITEMS = childrenOf("orders", "order");

function number(values: Value[]): number[] {
  return values.filter((value) => value !== null) as number[];
}

function sum(values: Value[]): number {
  return number(values).reduce((total, value) => total + value, 0);
}

/** By column of orders, what it is for an order's items. */
const EXPECTED: Record<string, (items: Item[]) => Value> = {
  total: (items) => sum(items.map(({ amount }) => amount)),
  big: (items) =>
    items.filter(({ quantity }) => (quantity as number) > 3).length,
  known: (items) => number(items.map(({ maybe }) => maybe)).length,
  some: (items) =>
    sum(
      items.filter(({ quantity }) => (quantity as number) < 4).map((one) =>
        one.maybe
      ),
    ),
  mean: (items) => {
    const known = number(items.map(({ maybe }) => maybe));
    return known.length === 0 ? null : sum(known) / known.length;
  },
  least: (items) => sorted(items, "price")[0] ?? null,
  greatest: (items) =>
    sorted(items.filter(({ quantity }) => (quantity as number) > 1), "price")
      .at(-1) ??
      null,
  name_a: (items) => sorted(items, "name")[0] ?? null,
  name_z: (items) => sorted(items, "name").at(-1) ?? null,
  uid_a: (items) => sorted(items, "uid")[0] ?? null,
  any: (items) =>
    items.length === 0
      ? null
      : items.some(({ quantity }) => (quantity as number) > 4),
  all: (items) => {
    const known = number(items.map(({ maybe }) => maybe));
    return known.length === 0 ? null : known.every((one) => one > 0.2);
  },
  first: (items) => items[0]?.maybe ?? null,
  last: (items) =>
    items.filter(({ quantity }) => (quantity as number) > 2).at(-1)?.name ??
      null,
  weight: (items) => sum(items.map(({ weight }) => (weight as number) * 2)),
  days: (items) => sorted(items, "day").at(-1) ?? null,
};

/** Names here are ASCII or compare alike as UTF-8 and UTF-16. */
function sorted(items: Item[], column: string): Value[] {
  return items.map((one) => one[column]).sort((a, b) =>
    a! < b! ? -1 : a! > b! ? 1 : 0
  );
}

for (const [column, expected] of Object.entries(EXPECTED)) {
  Deno.test(`orders.${column} is what its items say`, () => {
    assertEquals(all("orders", column), ITEMS.map(expected));
  });
}

Deno.test("aggregates go over several levels, and into expressions", () => {
  const items = childrenOf("customers", "customer");
  assertEquals(
    all("customers", "spent"),
    items.map((some) => sum(some.map(({ amount }) => amount))),
  );
  assertEquals(all("customers", "lines"), items.map((some) => some.length));
  const totals: number[][] = Array.from({ length: 120 }, () => []);
  const of = all("orders", "customer") as number[];
  (all("orders", "total") as number[]).forEach((total, i) =>
    totals[of[i]].push(total)
  );
  assertEquals(all("customers", "orders"), totals.map((some) => some.length));
  assertEquals(
    all("customers", "best"),
    totals.map((some) => some.length === 0 ? null : Math.max(...some)),
  );
  // Whole numbers beside decimals of two digits.
  assertEquals(
    all("customers", "doubled"),
    totals.map((some) => sum(some) * 2 + some.length * 100),
  );
});

function running(parents: Value[], values: Value[]): number[] {
  let total = 0;
  return values.map((value, i) => {
    if (i === 0 || parents[i] !== parents[i - 1]) total = 0;
    return total += (value as number | null) ?? 0;
  });
}

Deno.test("running sums over the earlier siblings", () => {
  const of = all("orders", "customer");
  assertEquals(all("orders", "sofar"), running(of, all("orders", "total")));
  assertEquals(
    all("orders", "number"),
    running(of, of.map(() => 1)),
  );
  assertEquals(
    all("items", "up_to_here"),
    running(all("items", "order"), all("items", "maybe")),
  );
});

Deno.test("a row's aggregates are the same alone, in other chunks and through a reference", () => {
  for (
    const [table, column] of [
      ["orders", "total"],
      ["orders", "last"],
      ["orders", "sofar"],
      ["orders", "weight"],
      ["customers", "spent"],
      ["items", "up_to_here"],
    ]
  ) {
    const values = all(table, column);
    for (const step of [1, 7, 333]) {
      assertEquals(all(table, column, { step }), values);
    }
    const rows = values.map((_, i) => i * 7919 % values.length);
    rows.push(5, 5, 4, 5, 0);
    assertEquals(
      tables.at(column, rows, table),
      rows.map((row) => values[row]),
    );
  }
  const orders = all("notes", "order") as number[];
  for (
    const [column, there] of [["total", "total"], ["sofar", "sofar"], [
      "name",
      "last",
    ]]
  ) {
    const values = all("orders", there);
    assertEquals(all("notes", column), orders.map((order) => values[order]));
  }
});

Deno.test("more children than fit into a piece are summed as others are", () => {
  const many = new Tables(`
[table.a]
rows = 3
[table.a.columns]
n = { expr = "count(b)" }
sum = { expr = "sum(b.x)" }
last = { expr = "last(b.id)" }
[table.b]
per = { table = "a", min = 15_000, max = 30_000 }
[table.b.columns]
id = { gen = "sequence", start = 0 }
a = { gen = "counter" }
x = "float"
so_far = { expr = "running(x)" }
`);
  const { rows } = many.table("b").plan;
  const of = (column: string) =>
    many.values(column, 3, { table: "a" }) as number[];
  const counts = of("n");
  assertEquals(counts.reduce((total, one) => total + one, 0), rows);
  const xs = many.values("x", rows, { table: "b" }) as number[];
  const sums = [0, 0, 0];
  let row = 0;
  counts.forEach((count, a) => {
    for (let i = 0; i < count; i++) sums[a] += xs[row++];
  });
  assertEquals(of("sum"), sums);
  assertEquals(of("last"), [
    counts[0] - 1,
    counts[0] + counts[1] - 1,
    rows - 1,
  ]);
  assertEquals(many.at("so_far", [rows - 1], "b"), [sums[2]]);
  assertEquals(
    (many.values("so_far", rows, { table: "b" }) as number[])[rows - 1],
    sums[2],
  );
});

Deno.test("types follow: a count is no NULL, a sum keeps its scale, a least value may be missing", () => {
  const type = (column: string, table = "orders") => {
    const { kind, scale, nullable } = tables.type(column, table);
    return `${kind} ${scale}${nullable ? " or NULL" : ""}`;
  };
  assertEquals(type("total"), "decimal 2");
  assertEquals(type("big"), "int 0");
  assertEquals(type("least"), "decimal 2 or NULL");
  assertEquals(type("days"), "date 0 or NULL");
  assertEquals(type("any"), "bool 0 or NULL");
  assertEquals(type("sofar"), "decimal 2");
  assert(tables.type("orders", "customers").max! <= 4);
});
