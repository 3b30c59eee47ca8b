import { assertEquals } from "@std/assert";
import { tableOf } from "../_tables.ts";

Deno.test("an age's type knows the limits", () => {
  const tables = tableOf(`{ gen = "person.age", min_age = 30, max_age = 40 }`);
  const { min, max } = tables.type("c");
  assertEquals([min, max], [30, 40]);
});
