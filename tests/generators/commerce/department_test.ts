import { assertListed } from "./_listed.ts";

Deno.test("departments are of the locale's list, all equally likely", () =>
  assertListed("commerce.department", "department"));
