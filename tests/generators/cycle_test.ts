import { assertEquals } from "@std/assert";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("values take turns from row 0 on", () => {
  const tables = tableOf(`{ gen = "cycle", values = ["a", "b", "c"] }`);
  assertEquals(tables.texts("c", 7), ["a", "b", "c", "a", "b", "c", "a"]);
  assertEquals(tables.at("c", [2 ** 52 + 1, 3_000_000_000]), ["c", "a"]);
});

Deno.test("numbers, dates and booleans take turns as well", () => {
  const values = (list: string) =>
    tableOf(`{ gen = "cycle", values = ${list} }`).values("c", 3);
  assertEquals(values("[1, 2.5]"), [1, 2.5, 1]);
  assertEquals(values("[2000-01-01, 2000-01-02]"), [10957, 10958, 10957]);
  assertEquals(values("[true, false]"), [true, false, true]);
});

Deno.test("values of different kinds are refused", () => {
  assertEquals(
    reportOf(`{ gen = "cycle", values = [1, "a"] }`).message,
    "values[1] is text",
  );
});
