import { assertEquals } from "@std/assert";
import { tableOf } from "../_tables.ts";

Deno.test("a country is named in the language of its locale", () => {
  for (
    const [locale, name] of [
      ["en_US", "United States"],
      ["pt_BR", "Brasil"],
      ["id_ID", "Indonesia"],
      ["de", "Deutschland"],
      ["ja", "日本"],
    ]
  ) {
    const texts = tableOf(`{ gen = "address.country", locale = "${locale}" }`)
      .texts("c", 10);
    assertEquals(new Set(texts), new Set([name]));
  }
});
