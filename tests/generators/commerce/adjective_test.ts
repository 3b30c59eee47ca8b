import { assertListed } from "./_listed.ts";

Deno.test("adjectives are of the locale's list, all equally likely", () =>
  assertListed("commerce.adjective", "product_adjective"));
