// An order's total is the sum of its items, in CSV as in PostgreSQL.
import { assertEquals } from "@std/assert";
import { databaseTests } from "../../fixtures/postgres.ts";
import { differingRows, load, loadCsv } from "./_load.ts";

const onDatabase = databaseTests();

const SHOP = `
[table.orders]
rows = 2500
[table.orders.columns]
id    = { gen = "sequence", primary = true }
total = { expr = "sum(items.amount)", type = "numeric(12,2)" }
[table.items]
per = { table = "orders", min = 0, max = 5 }
[table.items.columns]
order_id = { ref = "orders.id" }
price    = { gen = "decimal", min = 1, max = 900, scale = 2 }
quantity = { gen = "int", min = 1, max = 5 }
amount   = { expr = "price * quantity", type = "numeric(12,2)" }
`;

onDatabase("an order's total is the sum of its items", async (database) => {
  await load(SHOP, database.url);
  await loadCsv(SHOP, database, ["orders", "items"]);
  for (const before of ["", "csv_"]) {
    const wrong = await database.run(`
      SELECT o.id FROM ${before}orders o LEFT JOIN ${before}items i ON i.order_id = o.id
      GROUP BY o.id, o.total
      HAVING o.total IS DISTINCT FROM coalesce(sum(i.price * i.quantity), 0)`);
    assertEquals(wrong, []);
  }
  for (const table of ["orders", "items"]) {
    assertEquals(await differingRows(database, table, `csv_${table}`), 0);
  }
});
