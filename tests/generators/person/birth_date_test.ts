import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../../statistics.ts";
import { NOW, reportOf, tableOf } from "../_tables.ts";

const DAY = 86_400_000;

/** By the calendar of the runtime, which the generators do not use. */
function ageOf(birth: number): number {
  const born = new Date(birth * DAY);
  const now = new Date(NOW);
  const had = now.getUTCMonth() * 32 + now.getUTCDate() >=
    born.getUTCMonth() * 32 + born.getUTCDate();
  return now.getUTCFullYear() - born.getUTCFullYear() - (had ? 0 : 1);
}

Deno.test("birth date and age agree, whoever says the limits", () => {
  const tables = tableOf(`birth = "person.birth_date"
c = { gen = "person.age", min_age = 0, max_age = 3 }
`);
  const births = tables.numbers("birth", 20000);
  const counts = [0, 0, 0, 0];
  tables.numbers("c", 20000).forEach((age, i) => {
    assertEquals(age, ageOf(births[i]));
    counts[age]++;
  });
  const days = [365, 366, 365, 365];
  assertCounts(counts, days.map((n) => n / 1461));
  assertEquals(Math.max(...births), NOW / DAY);
});

Deno.test("people are 18 to 80 years old where nothing is said", () => {
  const ages = tableOf(`"person.age"`).numbers("c", 20000);
  assertEquals([Math.min(...ages), Math.max(...ages)], [18, 80]);
});

Deno.test("another handle has another birth date", () => {
  const tables = tableOf(`a = "person.age"
b = { gen = "person.age", of = "other" }
`);
  const b = tables.numbers("b");
  assert(tables.numbers("a").some((age, i) => age !== b[i]));
});

Deno.test("ages the wrong way round are refused", () => {
  assertEquals(
    reportOf(`{ gen = "person.age", min_age = 90 }`).message,
    "max_age is 80, below min_age, which is 90",
  );
});
