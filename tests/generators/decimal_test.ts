import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("decimals are whole numbers of their last digit, both ends included", () => {
  const tables = tableOf(
    `{ gen = "decimal", min = 0.07, max = 0.12, scale = 2 }`,
  );
  const counts = new Array(6).fill(0);
  for (const value of tables.numbers("c", 60000)) counts[value - 7]++;
  assertCounts(counts, counts.map(() => 1 / 6));
  const { kind, scale, min, max } = tables.type("c");
  assertEquals({ kind, scale, min, max }, {
    ...{ kind: "decimal", scale: 2 },
    ...{ min: 7, max: 12 },
  });
});

Deno.test("decimals without scale have two digits", () => {
  assertEquals(tableOf(`"decimal"`).type("c").max, 100000);
});

Deno.test("decimals follow columns of other scales, rounded inwards", () => {
  const tables = tableOf(`
low = { gen = "decimal", min = 0, max = 2, scale = 3 }
c = { gen = "decimal", min = "low", max = 3, scale = 1 }
`);
  const low = tables.numbers("low");
  tables.numbers("c").forEach((value, i) => {
    assert(value * 100 >= low[i] && value <= 30, `${value} ${low[i]}`);
  });
});

Deno.test("a bound with more digits than the scale is refused", () => {
  const report = reportOf(`{ gen = "decimal", min = 0.125, scale = 2 }`);
  assertEquals(report.marked, "0.125");
  assertEquals(report.hint, "write scale = 3, or fewer digits");
  assertEquals(
    reportOf(`{ gen = "decimal", max = 1e-7, scale = 2 }`).marked,
    "1e-7",
  );
});

Deno.test("zeros behind the last digit are no more digits", () => {
  assertEquals(
    tableOf(`{ gen = "decimal", min = 1.500, max = 15e-1, scale = 1 }`)
      .numbers("c", 1),
    [15],
  );
});

Deno.test("a decimal beyond 2^53 units is refused", () => {
  assertEquals(
    reportOf(`{ gen = "decimal", max = 1e12, scale = 6 }`).message,
    "max is too large to be exact",
  );
});
