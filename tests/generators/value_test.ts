import { assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

Deno.test("a value is the same in every row, of any kind", () => {
  const cases: [string, unknown, string, number][] = [
    ["3", 3, "int", 0],
    ["-2.5", -2.5, "float", 0],
    ["true", true, "bool", 0],
    ["1970-01-03", 2, "date", 0],
    ["00:00:01.5", 15, "time", 1],
    ["1970-01-01T00:00:01.25Z", 125, "timestamp", 2],
    [`{ value = "int" }`, "int", "text", 0],
    [`{ value = "" }`, "", "text", 0],
  ];
  for (const [column, value, kind, scale] of cases) {
    const tables = tableOf(column);
    assertEquals(new Set(tables.values("c")), new Set([value]));
    assertEquals(
      [tables.type("c").kind, tables.type("c").scale],
      [kind, scale],
    );
  }
});

Deno.test("a whole number tells its size, so that its SQL type fits", () => {
  const { min, max } = tableOf("70000").type("c");
  assertEquals([min, max], [70000, 70000]);
});
