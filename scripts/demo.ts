// The demo: fills a SQLite database with the shop of examples/, counts its rows, and asks it who bought what.
import { DatabaseSync } from "node:sqlite";

const ROOT = new URL("../", import.meta.url);
const FILE = new URL("shop.db", ROOT).pathname;

try {
  Deno.removeSync(FILE);
} catch (error) {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
const { success } = await new Deno.Command(Deno.execPath(), {
  args: [
    ...["run", "--allow-all", "main.ts"],
    ...["examples/shop.toml", "--to", "sqlite:shop.db"],
  ],
  cwd: ROOT,
}).spawn().status;
if (!success) Deno.exit(1);

const BEST_PRODUCTS = `
SELECT p.name AS product, count(DISTINCT o.customer_id) AS customers, sum(i.quantity) AS sold,
       round(sum(i.quantity * i.price), 2) AS total
FROM items AS i
JOIN orders AS o ON o.id = i.order_id
JOIN products AS p ON p.id = i.product_id
WHERE o.status = 'delivered'
GROUP BY p.id
ORDER BY total DESC
LIMIT 5`;

const db = new DatabaseSync(FILE, { readOnly: true });
console.log("\nshop.db has");
let total = 0;
for (const table of ["customers", "products", "orders", "items"]) {
  const { rows } = db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()!;
  console.log(`  ${String(rows).padStart(7)} ${table}`);
  total += Number(rows);
}
console.log(`  ${String(total).padStart(7)} rows in all`);

const broken = db.prepare("PRAGMA foreign_key_check").all().length;
console.log(`  ${String(broken).padStart(7)} references that lead nowhere`);

console.log(BEST_PRODUCTS);
console.table(db.prepare(BEST_PRODUCTS).all().map((row) => ({ ...row })));
db.close();
