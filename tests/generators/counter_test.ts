import { assertEquals } from "@std/assert";
import { reportOf, tableOf, Tables } from "./_tables.ts";

Deno.test("a counter counts the rows of a table that has its own", () => {
  assertEquals(tableOf(`"counter"`).values("c", 3), [1, 2, 3]);
  assertEquals(
    tableOf(`{ gen = "counter", start = 10, step = -5 }`).values("c", 3),
    [10, 5, 0],
  );
});

Deno.test("a counter begins anew for each parent", () => {
  const tables = new Tables(`
[table.a]
rows = 3
[table.a.columns]
id = "sequence"
[table.t]
per = { table = "a", count = 2 }
[table.t.columns]
c = { gen = "counter", start = 0, step = 10 }
`);
  assertEquals(tables.values("c", 6), [0, 10, 0, 10, 0, 10]);
});

Deno.test("a counter that stands still is refused", () => {
  assertEquals(reportOf(`{ gen = "counter", step = 0 }`).marked, "0");
});
