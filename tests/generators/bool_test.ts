import { assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

function share(column: string): number[] {
  const values = tableOf(column).values("c", 50000);
  const trues = values.filter((value) => value === true).length;
  return [trues, values.length - trues];
}

Deno.test("booleans are true as often as they are told", () => {
  assertCounts(share(`"bool"`), [0.5, 0.5]);
  assertCounts(share(`{ gen = "bool", p = 0.03 }`), [0.03, 0.97]);
  assertEquals(share(`{ gen = "bool", p = 0 }`)[0], 0);
  assertEquals(share(`{ gen = "bool", p = 1 }`)[1], 0);
});

Deno.test("a probability may follow the row", () => {
  const tables = tableOf(`
p = { values = [0.0, 1.0], null = 0.2 }
c = { gen = "bool", p = "p" }
`);
  const p = tables.values("p");
  tables.values("c").forEach((value, i) =>
    assertEquals(value, p[i] === null ? null : p[i] === 1)
  );
});

Deno.test("a probability outside 0 to 1 is refused", () => {
  for (const p of ["-0.1", "1.5"]) {
    assertEquals(
      reportOf(`{ gen = "bool", p = ${p} }`).hint,
      "a probability is from 0 to 1",
    );
  }
});
