import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { assertCounts } from "../../statistics.ts";
import { tableOf } from "../_tables.ts";
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

Deno.test("a middle name is there as often as is said, and agrees with the full name", () => {
  for (const from of ["first", "any"]) {
    const tables = tableOf(
      `first = { gen = "person.first_name", locale = "id_ID" }
middle = { gen = "person.middle_name", middle = 0.3, middle_from = "${from}" }
last = "person.last_name"
full = { gen = "person.full_name", middle = 0.3 }
`,
    );
    const rows = 20000;
    const [first, middle, last, full] = ["first", "middle", "last", "full"]
      .map((column) => tables.values(column, rows));
    let some = 0;
    let families = 0;
    const lasts = new Set(last);
    const firsts = new Set(first);
    for (let i = 0; i < rows; i++) {
      const parts = [first[i], middle[i], last[i]];
      assertEquals(full[i], parts.filter((one) => one !== null).join(" "));
      if (middle[i] === null) continue;
      some++;
      assert(middle[i] !== first[i]);
      if (lasts.has(middle[i]) && !firsts.has(middle[i])) families++;
    }
    assertCounts([some, rows - some], [0.3, 0.7]);
    assertEquals(families > 0, from === "any");
  }
});
