import { assert, assertEquals } from "@std/assert";
import { tableOf } from "../_tables.ts";

Deno.test("a longitude is a decimal of six places, scattered within the city", () => {
  const tables = tableOf(`"address.longitude"`);
  const { kind, scale } = tables.type("c");
  assertEquals([kind, scale], ["decimal", 6]);
  const values = tables.numbers("c", 5000);
  assert(values.every((one) => Math.abs(one) < 180 * 1e6));
  assert(new Set(values).size > 4900);
});
