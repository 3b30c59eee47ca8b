// Tables made per another: read back row by row, and compared with what the parents say.
import { assert, assertEquals } from "@std/assert";
import { Tables, type Value } from "../generators/_tables.ts";

const SHOP = `
[dict.nations]
values = ["BR", "US", "ID"]

[table.nations]
per = { dict = "nations" }
[table.nations.columns]
id = "sequence"
code = { dict = "nations" }
other = { dict = "nations", of = "o" }

[table.customers]
rows = 700
[table.customers.columns]
id = { gen = "sequence", start = 1000 }
joined = { gen = "date", from = 2020-01-01, to = 2025-12-31 }
name = "person.full_name"
uid = "uuid"
maybe = { gen = "int", max = 100, null = 0.5 }

[table.products]
rows = 90
[table.products.columns]
id = { gen = "sequence", start = 0 }
name = "person.last_name"

[table.orders]
per = { table = "customers", max = 5 }
[table.orders.columns]
id = { gen = "sequence", start = 50000 }
customer_id = { ref = "customers.id" }
sometimes_id = { ref = "customers.id", null = 0.3 }
sometimes_joined = { ref = "customers.joined", of = "sometimes_id" }
joined = { ref = "customers.joined" }
name = { ref = "customers.name" }
uid = { ref = "customers.uid" }
maybe = { ref = "customers.maybe" }
number = "counter"
another = { ref = "products.id", of = "p" }

[table.items]
per = { table = "orders", min = 0, max = 4, dist = "normal" }
[table.items.columns]
order_id = { ref = "orders.id" }
line = "counter"
customer = { ref = "customers.id" }
through = { ref = "customers.id", of = "order_id" }
customer_name = { ref = "customers.name" }
customer_uid = { ref = "customers.uid", of = "order_id" }
customer_maybe = { ref = "customers.maybe" }
order_another = { ref = "orders.another", of = "order_id" }
another_name = { ref = "products.name", of = "order_another" }

[table.notes]
rows = 300
[table.notes.columns]
item_line = { ref = "items.line", of = "item" }
item_order = { ref = "items.order_id", of = "item" }
order_id = { ref = "orders.id" }
order_joined = { ref = "customers.joined", of = "order_id" }
`;

const tables = new Tables(SHOP);
const all = (table: string, column: string, options = {}) =>
  tables.values(column, tables.table(table).plan.rows, { table, ...options });
const rowsOf = (name: string) => tables.table(name).plan.rows;

Deno.test("children stand together, in the order of their parents, and count from 1", () => {
  for (
    const [table, id] of [["orders", "customer_id"], ["items", "order_id"]]
  ) {
    const ids = all(table, id) as number[];
    const numbers = all(table, table === "orders" ? "number" : "line");
    ids.forEach((one, i) => {
      if (i > 0) assert(one >= ids[i - 1]);
      const starts = i === 0 || one !== ids[i - 1];
      assertEquals(numbers[i], starts ? 1 : (numbers[i - 1] as number) + 1);
    });
  }
});

Deno.test("the total is what the parents have", () => {
  const ids = all("orders", "customer_id") as number[];
  const counts = new Array(700).fill(0);
  for (const id of ids) counts[id - 1000]++;
  assertEquals(Math.max(...counts), 5);
  assertEquals(counts.reduce((sum, one) => sum + one, 0), rowsOf("orders"));
});

function through(
  ids: Value[],
  first: number,
  values: Value[],
): Value[] {
  return ids.map((id) => id === null ? null : values[(id as number) - first]);
}

Deno.test("a plain reference stands on the parent or an ancestor, in every storage", () => {
  const customerIds = all("orders", "customer_id");
  for (const column of ["joined", "name", "uid", "maybe"]) {
    assertEquals(
      all("orders", column),
      through(customerIds, 1000, all("customers", column)),
    );
  }
  const orderIds = all("items", "order_id");
  const upTwo = through(orderIds, 50000, customerIds);
  assertEquals(all("items", "customer"), upTwo);
  assertEquals(all("items", "through"), upTwo);
  for (const column of ["name", "uid", "maybe"]) {
    assertEquals(
      all("items", `customer_${column}`),
      through(upTwo, 1000, all("customers", column)),
    );
  }
});

Deno.test("a parent that is sometimes NULL is NULL for all that is read through it", () => {
  const ids = all("orders", "sometimes_id");
  const share = ids.filter((id) => id === null).length / ids.length;
  assert(share > 0.25 && share < 0.35, `${share}`);
  assertEquals(
    ids.map((id, i) => id ?? all("orders", "customer_id")[i]),
    all("orders", "customer_id"),
  );
  assertEquals(
    all("orders", "sometimes_joined"),
    through(ids, 1000, all("customers", "joined")),
  );
});

Deno.test("a handle is a pick of its own, also through the parent", () => {
  const orderIds = all("items", "order_id");
  const another = through(orderIds, 50000, all("orders", "another"));
  assertEquals(all("items", "order_another"), another);
  assertEquals(
    all("items", "another_name"),
    through(another, 0, all("products", "name")),
  );
});

Deno.test("a picked child shows what its parent and its place say", () => {
  const rows = rowsOf("items");
  const orders = all("items", "order_id");
  const lines = all("items", "line");
  const seen = new Set(orders.map((order, i) => `${order} ${lines[i]}`));
  assertEquals(seen.size, rows);
  all("notes", "item_order").forEach((order, i) => {
    assert(seen.has(`${order} ${all("notes", "item_line")[i]}`));
  });
  const customers = through(
    all("notes", "order_id"),
    50000,
    all("orders", "customer_id"),
  );
  assertEquals(
    all("notes", "order_joined"),
    through(customers, 1000, all("customers", "joined")),
  );
});

Deno.test("rows of a child table are the same in any order and alone", () => {
  const columns = ["line", "customer", "customer_uid", "order_another"];
  for (const column of columns) {
    const values = all("items", column);
    assertEquals(all("items", column, { step: 1 }), values);
    assertEquals(all("items", column, { step: 333 }), values);
    const rows = values.map((_, i) => i * 7919 % values.length);
    assertEquals(
      tables.at(column, rows, "items"),
      rows.map((row) => values[row]),
    );
  }
});

Deno.test("a table per dictionary has a row for each entry, in order", () => {
  assertEquals(rowsOf("nations"), 3);
  assertEquals(all("nations", "code"), ["BR", "US", "ID"]);
  assertEquals(all("nations", "id"), [1, 2, 3]);
});

Deno.test("more parents change no earlier child", () => {
  const more = new Tables(SHOP.replace("rows = 700", "rows = 70000"));
  const count = rowsOf("items");
  for (const column of ["order_id", "line", "customer_name"]) {
    assertEquals(
      more.values(column, count, { table: "items" }),
      all("items", column),
    );
  }
});

Deno.test("no parents, no children, and a chain of fifty tables are fine", () => {
  const text = (rows: number, max: number) =>
    `[table.t0]\nrows = ${rows}\n[table.t0.columns]\nid = "sequence"\n` +
    Array.from({ length: 50 }, (_, i) => `
[table.t${i + 1}]
per = { table = "t${i}", min = 0, max = ${max} }
[table.t${i + 1}.columns]
id = "sequence"
up = { ref = "t${i}.id" }
top = { ref = "t0.id" }
`).join("");
  const chain = (rows: number, max: number) => {
    const made = new Tables(text(rows, max));
    return { made, rows: made.table("t50").plan.rows };
  };
  assertEquals(chain(0, 3).rows, 0);
  assertEquals(chain(10, 0).rows, 0);
  // Nothing is written of these, but a preview may ask for any row.
  assertEquals(chain(0, 3).made.values("top", 1, { table: "t50" }).length, 1);
  assertEquals(chain(10, 0).made.values("top", 1, { table: "t50" }).length, 1);
  const one = new Tables(text(1, 1).replaceAll("min = 0", "min = 1"));
  assertEquals(one.values("top", 1, { table: "t50" }), [1]);
});

Deno.test("a billion parents cost what one costs", () => {
  const far = new Tables(SHOP.replace("rows = 700", "rows = 1_000_000_000"));
  const rows = far.table("items").plan.rows;
  assert(rows > 4e9, `${rows}`);
  const values = far.values("customer", 1000, {
    table: "items",
    from: rows - 1000,
  });
  assert((values[999] as number) > 1_000_000_900);
});
