import { assertEquals } from "@std/assert";
import { tableOf } from "../_tables.ts";

Deno.test("address.country_code is of its locale", () => {
  for (const locale of ["en_US", "pt_BR", "id_ID", "de"]) {
    const texts = tableOf(
      `{ gen = "address.country_code", locale = "${locale}" }`,
    )
      .texts("c", 500);
    assertEquals(texts.every((text) => /^[A-Z]{2}$/.test(text)), true);
  }
});
