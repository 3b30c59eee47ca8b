import { assertEquals } from "@std/assert";
import { didYouMean, nearest } from "../../../core/values/nearest.ts";

Deno.test("the nearest word is one letter put in, left out, changed or swapped away", () => {
  const known = ["sequence", "uuid", "int", "values"];
  assertEquals(nearest("sequense", known), "sequence");
  assertEquals(nearest("sequnce", known), "sequence");
  assertEquals(nearest("sequencee", known), "sequence");
  assertEquals(nearest("vlaues", known), "values");
  assertEquals(nearest("uudi", known), "uuid");
});

Deno.test("a different word is not near", () => {
  assertEquals(nearest("price", ["sequence", "uuid"]), undefined);
  assertEquals(nearest("id", ["no"]), undefined);
  assertEquals(nearest("x", []), undefined);
  assertEquals(nearest("x", ["a", "b"]), undefined);
  assertEquals(nearest("x", ["a", "xy"]), "xy");
});

Deno.test("of equally near words the first is taken", () => {
  assertEquals(nearest("bat", ["cat", "hat"]), "cat");
});

Deno.test("a hint asks about the nearest word, if any", () => {
  assertEquals(didYouMean("intt", ["int", "float"]), 'did you mean "int"?');
  assertEquals(didYouMean("decimal", ["int", "float"]), undefined);
});
