import { assert, assertEquals } from "@std/assert";
import { loadLists } from "../../../dicts/lists.ts";
import { tableOf } from "../_tables.ts";

const ORDER: Record<string, string[]> = {
  en_US: ["product_adjective", " ", "product_material", " ", "product"],
  pt_BR: ["product", " de ", "product_material", " ", "product_adjective"],
  id_ID: ["product", " ", "product_material", " ", "product_adjective"],
};

Deno.test("a product's name says what it is, of what, and how, in the order of the language", async () => {
  for (const [locale, parts] of Object.entries(ORDER)) {
    const lists = await loadLists(locale);
    const shape = new RegExp(
      `^${
        parts.map((part) =>
          part.startsWith("product")
            ? `(?:${lists.get(part)!.toArray().join("|")})`
            : part
        ).join("")
      }$`,
    );
    const column = `{ gen = "commerce.product_name", locale = "${locale}" }`;
    const texts = tableOf(column).texts("c", 3000);
    for (const text of texts) assert(shape.test(text), text);
    assert(new Set(texts).size > 2000);
  }
});

Deno.test("a mix of locales gives names of each", () => {
  const column =
    `{ gen = "commerce.product_name", locale = { pt_BR = 1, en_US = 3 } }`;
  const texts = tableOf(column).texts("c", 4000);
  const portuguese = texts.filter((text) => / de /.test(text)).length;
  assert(portuguese > 900 && portuguese < 1100, `${portuguese}`);
  assertEquals(texts.length, 4000);
});
