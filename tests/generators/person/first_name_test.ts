import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../../statistics.ts";
import { tableOf } from "../_tables.ts";
import { LOCALES, namesOf, peopleOf } from "./_people.ts";

Deno.test("first names fit the gender in every locale", async () => {
  for (const locale of LOCALES) {
    const tables = peopleOf(locale);
    const names = {
      male: await namesOf(locale, "first_name_male"),
      female: await namesOf(locale, "first_name_female"),
    } as Record<string, Set<string>>;
    const genders = tables.texts("gender", 3000);
    tables.texts("first_name", 3000).forEach((name, i) =>
      assert(names[genders[i]].has(name), `${name} is not ${genders[i]}`)
    );
  }
});

Deno.test("first names fit the gender that a column says", async () => {
  const female = await namesOf("en_US", "first_name_female");
  const tables = tableOf(`
sex = { value = "F" }
c = { gen = "person.first_name", gender = "sex" }
`);
  assert(tables.texts("c").every((name) => female.has(name)));
});

Deno.test("all first names of a gender are equally likely", async () => {
  const names = [...await namesOf("pt_BR", "first_name_male")];
  const counts = names.map(() => 0);
  const tables = tableOf(`
sex = { value = "M" }
c = { gen = "person.first_name", gender = "sex", locale = "pt_BR" }
`);
  for (const name of tables.texts("c", 50000)) counts[names.indexOf(name)]++;
  assertCounts(counts, counts.map(() => 1 / names.length));
});

Deno.test("a name does not change with what else is shown of the person", () => {
  assertEquals(
    tableOf(`"person.first_name"`).texts("c"),
    peopleOf("en_US").texts("first_name"),
  );
});
