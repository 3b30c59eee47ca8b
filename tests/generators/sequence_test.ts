import { assertEquals } from "@std/assert";
import { reportOf, reports, tableOf } from "./_tables.ts";

Deno.test("a sequence counts from 1 by 1", () => {
  assertEquals(tableOf(`"sequence"`).values("c", 4), [1, 2, 3, 4]);
});

Deno.test("a sequence starts and steps as it is told", () => {
  const down = `{ gen = "sequence", start = 5, step = -3 }`;
  assertEquals(tableOf(down).values("c", 4), [5, 2, -1, -4]);
});

Deno.test("a sequence is exact far beyond 32 bits", () => {
  const rows = [2 ** 32, 2 ** 40, 2 ** 52];
  assertEquals(
    tableOf(`"sequence"`).at("c", rows),
    rows.map((row) => row + 1),
  );
});

Deno.test("a sequence that stands still is refused", () => {
  assertEquals(reportOf(`{ gen = "sequence", step = 0 }`).marked, "0");
});

Deno.test("a sequence that leaves the exact integers is refused", () => {
  const step = 9007199254740;
  assertEquals(
    reports(`
[table.t]
rows = 1000
[table.t.columns]
c = { gen = "sequence", start = 0, step = ${step} }
`),
    [],
  );
  assertEquals(
    reportOf(`{ gen = "sequence", step = ${step * 2} }`).message,
    "the last of 1000 numbers is beyond 2^53",
  );
});
