import { assert, assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

Deno.test("a sentence begins with a capital, ends in a full stop and has the words asked for", () => {
  for (const locale of ["en_US", "pt_BR", "id_ID", "ru"]) {
    const column =
      `{ gen = "sentence", min = 3, max = 5, locale = "${locale}" }`;
    const lengths = new Set<number>();
    for (const text of tableOf(column).texts("c")) {
      assert(/^\p{Lu}[^.]*\.$/u.test(text), text);
      lengths.add(text.split(" ").length);
    }
    assertEquals([...lengths].sort(), [3, 4, 5]);
  }
});

Deno.test("a mix of locales speaks each of them", () => {
  const column = `{ gen = "sentence", locale = { ru = 1, en_US = 1 } }`;
  const texts = tableOf(column).texts("c");
  const russian = texts.filter((text) => /\p{Script=Cyrillic}/u.test(text));
  assert(russian.length > 400 && russian.length < 600);
  for (const text of russian) assert(!/[A-Za-z]/.test(text), text);
});
