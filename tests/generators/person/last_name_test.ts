import { assert, assertNotEquals } from "@std/assert";
import { assertCounts } from "../../statistics.ts";
import { tableOf } from "../_tables.ts";
import { LOCALES, namesOf, peopleOf } from "./_people.ts";

Deno.test("last names are the locale's, all equally likely", async () => {
  for (const locale of LOCALES) {
    const names = [...await namesOf(locale, "last_name")];
    const counts = names.map(() => 0);
    for (const name of peopleOf(locale).texts("last_name", 20000)) {
      counts[names.indexOf(name)]++;
    }
    assertCounts(counts, counts.map(() => 1 / names.length));
  }
});

Deno.test("last names have nothing to do with first names", () => {
  const tables = peopleOf("pt_BR");
  const last = tables.texts("last_name", 20000);
  const counts = new Map<string, number>();
  tables.texts("gender", 20000).forEach((gender, i) => {
    const key = gender + last[i];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const cells = [...counts.values()];
  assert(cells.length === 42);
  assertCounts(cells, cells.map(() => 1 / 42));
});

Deno.test("each handle is a person", () => {
  const tables = tableOf(`
a = { gen = "person.last_name", of = "buyer" }
c = { gen = "person.last_name", of = "seller" }
`);
  assertNotEquals(tables.texts("a"), tables.texts("c"));
});
