import { assert, assertEquals, assertRejects } from "@std/assert";
import { createHash } from "node:crypto";
import { loadLists, loadTexts, LOCALES } from "../dicts/lists.ts";
import { ThrustError } from "../core/errors.ts";
import { LOCALES as ALL_LOCALES } from "../core/genfile/parameters/locales.ts";
import { lower, title } from "../core/values/case.ts";

/** The lists that version 1 began with, as one hash: these never change. */
const FIRST_LISTS = [
  "first_name_female",
  "first_name_male",
  "last_name",
  "phone_area",
  "phone_shape",
];
const GOLDEN: Record<string, string> = {
  en_US: "eb6dbdce7afdf10814760f3de293749aec7c59e8910964d14f34b92598d1962a",
  id_ID: "b7f0a7485629bf2105f470591236a460e4b559378837ef9b27838f6eebff2ee0",
  pt_BR: "6fc1774391fd64db937c603e01b6efe2bb574f0af4707ecd458b5a2cf394401a",
};

/** Every list of every locale by its hash. What is in it never changes; UPDATE=1 adds what is new. */
const HASHES = new URL("./dicts_hashes.json", import.meta.url);

async function textsOf(locale: string): Promise<[string, string[]][]> {
  const texts = await loadTexts(locale);
  return Object.keys(texts).map((
    name,
  ) => [name, texts[name].split("\n").slice(0, -1)]);
}

Deno.test("every locale has the same lists", async () => {
  const names = Object.keys(await loadTexts("en_US")).sort();
  for (const locale of LOCALES) {
    assertEquals(Object.keys(await loadTexts(locale)).sort(), names);
  }
});

Deno.test("no list ever changes", async () => {
  const hashes: Record<string, Record<string, string>> = {};
  for (const locale of LOCALES) {
    hashes[locale] = {};
    for (const [name, words] of await textsOf(locale)) {
      hashes[locale][name] = createHash("sha256").update(words.join("\n"))
        .digest("hex");
    }
  }
  if (Deno.env.get("UPDATE") !== undefined) {
    const kept = JSON.parse(Deno.readTextFileSync(HASHES));
    for (const locale of LOCALES) {
      hashes[locale] = { ...hashes[locale], ...kept[locale] };
    }
    Deno.writeTextFileSync(HASHES, `${JSON.stringify(hashes, null, 2)}\n`);
  }
  assertEquals(JSON.parse(Deno.readTextFileSync(HASHES)), hashes);
});

for (const locale of LOCALES) {
  Deno.test(`${locale} has lists of words that are not empty and stand once`, async () => {
    for (const [name, words] of await textsOf(locale)) {
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
    for (const [name, words] of await textsOf(locale)) {
      if (!/^(first|last)_name/.test(name)) continue;
      const isCensus = name.endsWith("_census");
      for (const entry of words) {
        assert(!isCensus || /^\p{L}+ [1-9]\d*$/u.test(entry), entry);
        const word = isCensus ? entry.split(" ")[0] : entry;
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

  Deno.test(`${locale} has its first lists as they were`, async () => {
    const lists = await loadLists(locale);
    const hash = createHash("sha256");
    for (const name of FIRST_LISTS) {
      const words = lists.get(name)!.toArray();
      hash.update(`${name}\n`).update(words.join("\n"));
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

const FAKER_NAMES = [
  ...["first_name_male", "first_name_female", "last_name", "last_name_female"],
  ...["prefix_male", "prefix_female", "full_name", "phone_shape", "word"],
  ...["department", "product_adjective", "product_material", "product"],
  ...["product_shape", "currency_code"],
];

Deno.test("every locale of Faker has every list, and no word twice", async () => {
  const { allLocales } = await import("@faker-js/faker");
  assertEquals(
    Object.keys(allLocales).filter((one) => one !== "base").sort(),
    [...ALL_LOCALES].sort(),
  );
  for (const locale of ALL_LOCALES) {
    if (LOCALES.includes(locale)) continue;
    const lists = await loadLists(locale);
    for (const name of FAKER_NAMES) {
      const words = lists.get(name)!.toArray();
      assert(words.length > 0, `${locale} ${name}`);
      assertEquals(new Set(words).size, words.length, `${locale} ${name}`);
      assert(words.every((one) => one.trim() === one), `${locale} ${name}`);
    }
    assert(["F M L", "L F M", "LFM"].includes(lists.get("full_name")!.at(0)));
  }
});

Deno.test("German people have German names", async () => {
  const lists = await loadLists("de");
  assert(lists.get("first_name_female")!.toArray().includes("Antonia"));
  assert(lists.get("last_name")!.toArray().includes("Schneider"));
});

Deno.test("the rules of time zones never change", async () => {
  const { text } = await import("../dicts/time_zone_table.ts");
  assertEquals(
    createHash("sha256").update(text).digest("hex"),
    "f672fd2e227eeca6af28dfc9b1003aa7f5d9e0a355e3992ee1481ed039e67276",
  );
});
