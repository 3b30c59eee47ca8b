import { assertEquals } from "@std/assert";
import { verifyLine } from "../../cli/verify_progress.ts";

Deno.test("verify's line tells table, work, rows, share and speed", () => {
  const progress = {
    ...{ table: "orders", index: 1, tables: 5 },
    ...{ work: "reading" as const, rows: 1_250_000, of: 5_000_000 },
  };
  assertEquals(
    verifyLine(progress, 2),
    "orders  reading 1,250,000/5,000,000  25%  625,000 rows/s  table 2 of 5",
  );
  assertEquals(
    verifyLine({ ...progress, rows: 0, work: "computing" }, 0),
    "orders  computing 0/5,000,000  0%  table 2 of 5",
  );
});
