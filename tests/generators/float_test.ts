import { assert, assertEquals } from "@std/assert";
import { assertDistributed } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("floats are spread evenly, below their upper end", () => {
  const values = tableOf(`{ gen = "float", min = 10, max = 20 }`)
    .numbers("c", 20000);
  assert(values.every((value) => value >= 10 && value < 20));
  assertDistributed(Float64Array.from(values), (x) => (x - 10) / 10);
});

Deno.test("a float between two neighbours is the lower one", () => {
  const next = 1 + Number.EPSILON;
  const values = tableOf(`{ gen = "float", min = 1.0, max = ${next} }`)
    .numbers("c", 2000);
  assertEquals(new Set(values), new Set([1]));
});

Deno.test("a float between equal ends is their value", () => {
  const values = tableOf(`{ gen = "float", min = 2.5, max = 2.5 }`)
    .numbers("c", 10);
  assertEquals(new Set(values), new Set([2.5]));
});

Deno.test("the widest range of floats stays finite", () => {
  const column = `{ gen = "float", min = -1.7e308, max = 1.7e308 }`;
  const values = tableOf(column).numbers("c", 2000);
  assert(values.every(Number.isFinite));
  assert(
    values.some((value) => value > 0) && values.some((value) => value < 0),
  );
});

Deno.test("floats follow the row's bounds, and are NULL where those cross", () => {
  const tables = tableOf(`
low = { gen = "float", min = 0, max = 2 }
c = { gen = "float", min = "low", max = 1 }
`);
  const low = tables.numbers("low");
  tables.values("c").forEach((value, i) => {
    if (low[i] > 1) assertEquals(value, null);
    else assert((value as number) >= low[i] && (value as number) <= 1);
  });
});

Deno.test("crossed bounds of floats are refused", () => {
  assertEquals(
    reportOf(`{ gen = "float", min = 2, max = 1 }`).message,
    "min is above max",
  );
});
