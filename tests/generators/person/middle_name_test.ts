import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { LOCALES, namesOf, peopleOf } from "./_people.ts";

Deno.test("middle names are other first names of the same gender", async () => {
  for (const locale of LOCALES) {
    const tables = peopleOf(locale);
    const names = {
      male: await namesOf(locale, "first_name_male"),
      female: await namesOf(locale, "first_name_female"),
    } as Record<string, Set<string>>;
    const genders = tables.texts("gender", 5000);
    const first = tables.texts("first_name", 5000);
    tables.texts("middle_name", 5000).forEach((name, i) => {
      assert(names[genders[i]].has(name), `${name} is not ${genders[i]}`);
      assertNotEquals(name, first[i]);
    });
  }
});

Deno.test("another handle has another middle name", () => {
  const usual = peopleOf("en_US").texts("middle_name");
  assertNotEquals(peopleOf("en_US", `, of = "x"`).texts("middle_name"), usual);
  assertEquals(peopleOf("en_US", `, of = ""`).texts("middle_name"), usual);
});
