import { assert, assertEquals } from "@std/assert";
import { loadLists } from "../../dicts/lists.ts";
import { assertCounts } from "../statistics.ts";
import { testLaws } from "./_laws.ts";
import { tableOf } from "./_tables.ts";

const MIX = `locale = { pt_BR = 7, ru = 2, ja = 1 }`;

testLaws({
  column: `{ gen = "person.full_name", middle = 0.3, ${MIX} }`,
  nameless: true,
});
testLaws({ column: `{ gen = "phone", ${MIX} }`, nameless: true });
testLaws({ column: `{ gen = "email", locale = "ja" }`, nameless: true });

const PLACES = `locale = { pt_BR = 3, en_US = 2, id_ID = 1, de = 1 }`;
for (const part of ["city", "street", "postcode", "latitude", "country"]) {
  testLaws({
    column: `{ gen = "address.${part}", ${PLACES} }`,
    nameless: true,
  });
}
testLaws({ column: `{ gen = "company", ${PLACES} }` });

async function setOf(locale: string, list: string): Promise<Set<string>> {
  return new Set((await loadLists(locale)).get(list)!.toArray());
}

Deno.test("a mix of locales has its weights, and a row one locale", async () => {
  const rows = 30000;
  const tables = tableOf(`first = { gen = "person.first_name", ${MIX} }
last = "person.last_name"
phone = { gen = "phone", ${MIX} }
`);
  const [first, last, phone] = ["first", "last", "phone"].map((column) =>
    tables.texts(column, rows)
  );
  const counts = [0, 0, 0];
  const brazilian = await setOf("pt_BR", "last_name");
  for (let i = 0; i < rows; i++) {
    const russian = /\p{Script=Cyrillic}/u.test(first[i]);
    const japanese = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u
      .test(first[i]);
    counts[russian ? 1 : japanese ? 2 : 0]++;
    assertEquals(/\p{Script=Cyrillic}/u.test(last[i]), russian);
    assertEquals(/\p{Script=Han}/u.test(last[i]), japanese);
    assertEquals(brazilian.has(last[i]), !russian && !japanese);
    assertEquals(/^\(\d\d\) 9\d{4}-/.test(phone[i]), !russian && !japanese);
  }
  assertCounts(counts, [0.7, 0.2, 0.1]);
});

Deno.test("each handle draws a locale of its own", () => {
  const of = (handle: string) => `of = "${handle}", ${MIX}`;
  const tables = tableOf(`a = { gen = "person.first_name", ${of("one")} }
b = { gen = "person.first_name", ${of("other")} }
`);
  const isLatin = (name: string) => /^\p{Script=Latin}/u.test(name);
  const b = tables.texts("b");
  assert(tables.texts("a").some((name, i) => isLatin(name) !== isLatin(b[i])));
});

Deno.test("family names follow the gender where the language's do", async () => {
  const tables = tableOf(`sex = { gen = "person.gender", locale = "ru" }
last = "person.last_name"
first = "person.first_name"
`);
  const lists = {
    male: [
      await setOf("ru", "first_name_male"),
      await setOf("ru", "last_name"),
    ],
    female: [
      await setOf("ru", "first_name_female"),
      await setOf("ru", "last_name_female"),
    ],
  } as Record<string, Set<string>[]>;
  const first = tables.texts("first");
  const last = tables.texts("last");
  tables.texts("sex").forEach((sex, i) => {
    assert(lists[sex][0].has(first[i]), first[i]);
    assert(lists[sex][1].has(last[i]), last[i]);
  });
});

Deno.test("names stand in the order of the language", () => {
  for (
    const [locale, order] of [
      ["ja", "{last} {first}"],
      ["zh_CN", "{last}{first}"],
      ["de", "{first} {last}"],
    ]
  ) {
    const tables = tableOf(
      `full = { gen = "person.full_name", locale = "${locale}" }
first = "person.first_name"
last = "person.last_name"
c = { template = "${order}" }
`,
    );
    assertEquals(tables.texts("full"), tables.texts("c"));
  }
});

Deno.test("a middle name is another first name of the row's locale and gender", () => {
  const tables = tableOf(`first = { gen = "person.first_name", ${MIX} }
middle = "person.middle_name"
`);
  const first = tables.texts("first", 5000);
  tables.texts("middle", 5000).forEach((name, i) => {
    assert(name !== first[i]);
    assertEquals(
      /\p{Script=Latin}/u.test(name),
      /\p{Script=Latin}/u.test(first[i]),
    );
  });
});
