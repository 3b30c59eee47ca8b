import { assertEquals } from "@std/assert";
import { run } from "../../core/run/run.ts";
import { tableText } from "../fixtures/counted_rows.ts";
import { planOf, workersWith } from "../fixtures/plans.ts";

Deno.test("null target takes all rows and counts what would have been written", async () => {
  const plan = planOf({ rows: { a: 3000, b: 10 }, header: "<<", footer: ">" });
  const { tables, outcome } = await run(plan, {
    workers: workersWith("counted_rows"),
  });
  assertEquals(outcome, "done");
  assertEquals(tables.map((table) => [table.rows, table.bytes]), [
    [3000, tableText("a", 3000).length + 3],
    [10, tableText("b", 10).length + 3],
  ]);
});
