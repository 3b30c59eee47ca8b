import { assert, assertEquals, assertRejects } from "@std/assert";
import { createHash } from "node:crypto";
import { loadLists, LOCALES } from "../dicts/lists.ts";
import { ThrustError } from "../core/errors.ts";
import { lower, title } from "../core/values/case.ts";

const LISTS = [
  "first_name_female",
  "first_name_male",
  "last_name",
  "phone_area",
  "phone_shape",
];

// Lists are part of version 1 of the language: these never change.
const GOLDEN: Record<string, string> = {
  en_US: "eb6dbdce7afdf10814760f3de293749aec7c59e8910964d14f34b92598d1962a",
  id_ID: "b7f0a7485629bf2105f470591236a460e4b559378837ef9b27838f6eebff2ee0",
  pt_BR: "6fc1774391fd64db937c603e01b6efe2bb574f0af4707ecd458b5a2cf394401a",
};

for (const locale of LOCALES) {
  Deno.test(`${locale} has the lists that every locale has`, async () => {
    const lists = await loadLists(locale);
    assertEquals([...lists.keys()].sort(), LISTS);
    for (const [name, list] of lists) {
      const words = list.toArray();
      assertEquals(
        new Set(words).size,
        words.length,
        `${name} has a word twice`,
      );
      for (const word of words) {
        assertEquals(word, word.trim());
        assert(word !== "" && !/[\p{Cc}\ufeff\ufffd]/u.test(word), word);
      }
    }
  });

  Deno.test(`${locale} has names that are written like names`, async () => {
    const lists = await loadLists(locale);
    for (const name of LISTS.filter((list) => list.includes("name"))) {
      for (const word of lists.get(name)!.toArray()) {
        assert(/^\p{Lu}[\p{L}' .-]*$/u.test(word), word);
        assert(word !== lower(word) && title(word).length === word.length);
      }
    }
  });

  Deno.test(`${locale} has phone numbers of its country's form`, async () => {
    const lists = await loadLists(locale);
    for (const shape of lists.get("phone_shape")!.toArray()) {
      assert(/^[^A]*A[^A]*$/.test(shape), "one area code");
      assert(/^[-+ ()0-9ANHD#]+$/.test(shape), shape);
    }
    for (const area of lists.get("phone_area")!.toArray()) {
      assert(AREAS[locale].test(area), area);
    }
  });

  Deno.test(`${locale} never changes`, async () => {
    const hash = createHash("sha256");
    for (const [name, list] of await loadLists(locale)) {
      hash.update(`${name}\n`).update(list.toArray().join("\n"));
    }
    assertEquals(hash.digest("hex"), GOLDEN[locale]);
  });
}

const AREAS: Record<string, RegExp> = {
  en_US: /^[2-9](?!11)[0-8]\d$/,
  id_ID: /^8\d\d$/,
  pt_BR: /^[1-9][1-9]$/,
};

Deno.test("a locale without lists is refused by name", async () => {
  await assertRejects(
    () => loadLists("xx_XX"),
    ThrustError,
    'Cannot load the word lists of "xx_XX"',
  );
});
