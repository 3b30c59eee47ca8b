import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { genfileOf, reports, tableOf } from "./_tables.ts";

const SHOP = `
[table.countries]
rows = 5
[table.countries.columns]
id = "sequence"
code = { template = "C{id}" }
[table.customers]
rows = 40
[table.customers.columns]
id = { gen = "sequence", start = 100 }
name = "person.full_name"
phone = { gen = "phone", null = 0.5 }
country_id = { ref = "countries.id" }
`;

Deno.test("references are values that exist, all equally often", () => {
  const counts = new Array(40).fill(0);
  const tables = tableOf(`{ ref = "customers.id" }`, SHOP);
  for (const id of tables.numbers("c", 40000)) counts[id - 100]++;
  assertCounts(counts, counts.map(() => 1 / 40));
  assertEquals(tables.type("c").nullable, false);
});

Deno.test("a distribution prefers the first rows", () => {
  const counts = new Array(5).fill(0);
  const tables = tableOf(`{ ref = "countries.id", dist = "zipf" }`, SHOP);
  for (const id of tables.numbers("c", 30000)) counts[id - 1]++;
  const total = 1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5;
  assertCounts(counts, counts.map((_, rank) => 1 / (rank + 1) / total));
});

Deno.test("a reference through another stands on the same row", () => {
  const tables = tableOf(
    `
customer = { ref = "customers.id" }
name = { ref = "customers.name", of = "customer" }
code = { ref = "countries.code", of = "customer" }
`,
    SHOP,
  );
  const customers = tables.numbers("customer");
  const rows = customers.map((id) => id - 100);
  assertEquals(
    tables.values("name"),
    tables.at("name", rows, "customers"),
  );
  const countries = tables.at("country_id", rows, "customers") as number[];
  assertEquals(tables.values("code"), countries.map((id) => `C${id}`));
});

Deno.test("a reference through a reference column goes on by that one, whatever others its table has", () => {
  const tables = tableOf(
    `
order = { ref = "orders.id" }
payer = { ref = "orders.payer", of = "order" }
payer_name = { ref = "customers.name", of = "payer" }
receiver = { ref = "orders.receiver", of = "order" }
receiver_name = { ref = "customers.name", of = "receiver" }
`,
    `${SHOP}
[table.orders]
rows = 30
[table.orders.columns]
id = "sequence"
payer = { ref = "customers.id" }
receiver = { ref = "customers.id" }
`,
  );
  for (const who of ["payer", "receiver"]) {
    const rows = tables.numbers(who).map((id) => id - 100);
    assertEquals(
      tables.values(`${who}_name`),
      tables.at("name", rows, "customers"),
    );
  }
});

Deno.test("a handle is one row for all that share it, and another for others", () => {
  const tables = tableOf(
    `
id = { ref = "customers.id", of = "seller" }
name = { ref = "customers.name", of = "seller" }
other = { ref = "customers.id", of = "buyer" }
`,
    SHOP,
  );
  const ids = tables.numbers("id");
  assertEquals(
    tables.values("name"),
    tables.at("name", ids.map((id) => id - 100), "customers"),
  );
  const other = tables.numbers("other");
  assert(ids.some((id, i) => id !== other[i]));
});

Deno.test("NULL in the row referred to, and no row at all, are NULL", () => {
  const tables = tableOf(
    `
id = { ref = "customers.id", null = 0.3 }
phone = { ref = "customers.phone", of = "id" }
name = { ref = "customers.name", of = "id" }
`,
    SHOP,
  );
  const ids = tables.values("id") as (number | null)[];
  const phones = tables.values("phone");
  const names = tables.values("name");
  assert(ids.some((id) => id === null) && ids.some((id) => id !== null));
  ids.forEach((id, i) => {
    const row = id === null ? undefined : id - 100;
    assertEquals(names[i] === null, id === null);
    assertEquals(
      phones[i],
      row === undefined ? null : tables.at("phone", [row], "customers")[0],
    );
  });
});

Deno.test("a plain reference to the own table stands on an earlier row", () => {
  const tables = tableOf(`
id = "sequence"
parent = { ref = "t.id" }
grandparent = { ref = "t.parent", of = "parent" }
`);
  const parents = tables.values("parent") as (number | null)[];
  assertEquals(tables.type("parent").nullable, true);
  assertEquals(parents[0], null);
  parents.slice(1).forEach((parent, i) =>
    assert(parent! >= 1 && parent! <= i + 1)
  );
  tables.values("grandparent").forEach((grandparent, i) => {
    const parent = parents[i];
    assertEquals(grandparent, parent === null ? null : parents[parent - 1]);
  });
});

Deno.test("a reference has its target's type and texts", () => {
  const tables = tableOf(
    `
d = { ref = "u.d" }
s = { ref = "u.s" }
`,
    `
[table.u]
rows = 3
[table.u.columns]
d = { gen = "decimal", min = 1, max = 9, scale = 3 }
s = { values = ["x", "y"] }
`,
  );
  const { kind, scale, min, max } = tables.type("d");
  assertEquals([kind, scale, min, max], ["decimal", 3, 1000, 9000]);
  assertEquals(
    tables.table("t").column("s").prepared.strings?.toArray(),
    ["x", "y"],
  );
});

Deno.test("of with a column that is no reference, and dist beside one, are refused", () => {
  const found = (column: string) =>
    reports(
      genfileOf(`n = "int"\nr = { ref = "customers.id" }\nc = ${column}`, SHOP),
    )
      .map(({ message, hint }) => [message, hint]);
  assertEquals(found(`{ ref = "customers.name", of = "n" }`), [[
    `of is "n", which is a column but no reference`,
    "name a reference column, or choose another name for the row",
  ]]);
  assertEquals(found(`{ ref = "customers.name", of = "r", dist = "zipf" }`), [[
    `the row is the one that "r" stands on`,
    `put dist on "r"`,
  ]]);
});
