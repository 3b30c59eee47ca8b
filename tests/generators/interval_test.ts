import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("intervals reach both ends, each as often", () => {
  const column = `{ gen = "interval", from = "-2 seconds", to = "PT2S" }`;
  const counts = new Array(5).fill(0);
  for (const n of tableOf(column).numbers("c", 20000)) counts[n + 2]++;
  assertCounts(counts, counts.map(() => 0.2));
});

Deno.test("an interval's precision is the digits of its second", () => {
  const tables = tableOf(
    `{ gen = "interval", from = "0 seconds", to = "1.5 seconds", precision = 3 }`,
  );
  assertEquals(tables.type("c").scale, 3);
  const values = tables.numbers("c");
  assert(values.some((value) => value % 100 !== 0));
  assert(values.every((value) => value >= 0 && value <= 1500));
});

Deno.test("the ends of an interval may follow the row", () => {
  const tables = tableOf(`
a = { gen = "interval", from = "1 hour", to = "2 hours" }
c = { gen = "interval", from = "a", to = "1 day" }
`);
  const starts = tables.numbers("a");
  tables.numbers("c").forEach((value, i) =>
    assert(value >= starts[i] && value <= 86400)
  );
});

Deno.test("a distribution of intervals is in lengths of time", () => {
  const values = tableOf(
    `{ gen = "interval", from = "0 seconds", to = "10 hours", dist = { type = "normal", mean = "2 hours", stddev = "10 minutes" } }`,
  ).numbers("c", 10000);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert(Math.abs(mean - 7200) < 30, `${mean}`);
});

Deno.test("what is no length of time is refused", () => {
  assertEquals(
    reportOf(`{ gen = "interval", from = "2 hours", to = "1 hour" }`).message,
    "from is above to",
  );
  assertEquals(
    reportOf(`{ gen = "interval", from = 5 }`).hint,
    "expected a length of time",
  );
  assertEquals(
    reportOf(`{ gen = "int", min = "1 day" }`).message,
    "min is a length of time",
  );
  assertEquals(
    reportOf(
      `{ gen = "interval", to = "3_000_000_000 days" }`.replaceAll("_", ""),
    )
      .hint,
    "it has at most 2^31 days",
  );
});
