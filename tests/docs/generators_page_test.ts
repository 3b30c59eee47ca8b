import { assertEquals } from "@std/assert";
import { generatorsPage } from "../../scripts/make_generators_page.ts";

Deno.test("docs/generators.md is what the generators say of themselves", async () => {
  const page = new URL("../../docs/generators.md", import.meta.url);
  assertEquals(await Deno.readTextFile(page), await generatorsPage());
});
