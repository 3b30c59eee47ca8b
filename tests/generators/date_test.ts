import { assert, assertEquals } from "@std/assert";
import { parseDate } from "../../core/values/calendar.ts";
import { assertCounts } from "../statistics.ts";
import { NOW, reportOf, tableOf } from "./_tables.ts";

Deno.test("dates are days from the first to the last, leap days included", () => {
  const first = parseDate("2024-02-27")!;
  const counts = new Array(5).fill(0);
  const tables = tableOf(
    `{ gen = "date", from = 2024-02-27, to = 2024-03-02 }`,
  );
  for (const day of tables.numbers("c", 50000)) counts[day - first]++;
  assertCounts(counts, counts.map(() => 0.2));
});

Deno.test("a date up to now ends with the day on which the run starts", () => {
  const today = NOW / 86400000;
  const days = tableOf(`{ gen = "date", from = 2025-12-30, to = "now" }`)
    .numbers("c", 500);
  assertEquals(Math.max(...days), today);
  assertEquals(Math.min(...days), today - 2);
});

Deno.test("dates follow timestamps: whole days at or after them", () => {
  const tables = tableOf(`
at = { gen = "timestamp", from = 2020-01-01, to = 2020-06-01 }
c = { gen = "date", from = "at", to = 2020-12-31 }
`);
  const at = tables.numbers("at");
  tables.numbers("c").forEach((day, i) => assert(day * 86400 >= at[i]));
});

Deno.test("dates go back to the year 1 and on to 9999", () => {
  const days = tableOf(`{ gen = "date", from = 0001-01-01, to = 9999-12-31 }`)
    .numbers("c", 5000);
  assert(
    days.some((day) => day < -500000) && days.some((day) => day > 2000000),
  );
});

Deno.test("a first day after the last is refused", () => {
  const report = reportOf(
    `{ gen = "date", from = 2021-01-01, to = 2020-01-01 }`,
  );
  assertEquals(report.message, "from is above to");
  assertEquals(report.hint, "no value is from 2021-01-01 to 2020-01-01");
  assertEquals(
    reportOf(`{ gen = "date", from = 5 }`).hint,
    "expected a date",
  );
});
