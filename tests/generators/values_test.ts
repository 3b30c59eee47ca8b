import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf, type Value } from "./_tables.ts";

function counts(
  column: string,
  values: readonly Value[],
  rows = 50000,
): number[] {
  const found = new Map<Value, number>(values.map((value) => [value, 0]));
  for (const value of tableOf(column).values("c", rows)) {
    assert(found.has(value), `${value}`);
    found.set(value, found.get(value)! + 1);
  }
  return [...found.values()];
}

Deno.test("without weights all values are equally likely", () => {
  const all = ["a", "b", "c", "", "é"];
  assertCounts(counts(JSON.stringify(all), all), all.map(() => 0.2));
});

Deno.test("weights say how likely each value is", () => {
  const column =
    `{ values = ["free", "pro", "team", "never"], weights = [80, 15, 5, 0] }`;
  assertCounts(
    counts(column, ["free", "pro", "team", "never"]),
    [0.8, 0.15, 0.05, 0],
  );
});

Deno.test("a distribution goes over the values' ranks", () => {
  const column = `{ values = ["a", "b", "c"], dist = "zipf" }`;
  const total = 1 + 1 / 2 + 1 / 3;
  assertCounts(
    counts(column, ["a", "b", "c"]),
    [1 / total, 1 / 2 / total, 1 / 3 / total],
  );
});

Deno.test("whole numbers and others are floats together", () => {
  const tables = tableOf("[1, 2.5, 3]");
  assertEquals(tables.type("c").kind, "float");
  assertEquals(new Set(tables.values("c")), new Set([1, 2.5, 3]));
  const { kind, min, max } = tableOf("[5, -1, 3]").type("c");
  assertEquals([kind, min, max], ["int", -1, 5]);
});

Deno.test("times of different precision come to the finest", () => {
  const tables = tableOf("[00:00:01, 00:00:02.25]");
  assertEquals(tables.type("c").scale, 2);
  assertEquals(new Set(tables.values("c")), new Set([100, 225]));
});

Deno.test("one value, booleans and dates are fine", () => {
  assertEquals(new Set(tableOf(`["x"]`).values("c")), new Set(["x"]));
  assertEquals(tableOf("[true, false]").values("c").includes(false), true);
  assertEquals(
    new Set(tableOf("[1970-01-01, 1970-01-02]").values("c")),
    new Set([0, 1]),
  );
});

Deno.test("weights of the wrong number, or beside a distribution, are refused", () => {
  const report = reportOf(`{ values = ["a", "b"], weights = [1, 2, 3] }`);
  assertEquals(report.message, "3 weights for 2 values");
  assertEquals(
    reportOf(`{ values = ["a", "b"], weights = [1, 2], dist = "zipf" }`)
      .message,
    "weights and dist together",
  );
});

Deno.test("times that cannot have the digits of the finest are refused", () => {
  const report = reportOf(
    "[9999-01-01T00:00:00Z, 1970-01-01T00:00:00.123456789Z]",
  );
  assertEquals(
    report.message,
    "not all values are exact with 9 digits of the second",
  );
});
