import { assertListed } from "./_listed.ts";

Deno.test("materials are of the locale's list, all equally likely", () =>
  assertListed("commerce.material", "product_material"));
