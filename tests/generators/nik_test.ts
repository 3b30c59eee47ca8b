import { assert, assertEquals } from "@std/assert";
import { regions as allRegions } from "../../generators/nik/_regions.ts";
import { reportOf, tableOf } from "./_tables.ts";

const DAY = 86_400_000;

/** The digits that a birth date and gender come to, by the runtime's calendar. */
function birthDigits(day: number, female: boolean): string {
  const [year, month, date] = new Date(day * DAY).toISOString().slice(0, 10)
    .split("-");
  return `${Number(date) + (female ? 40 : 0)}`.padStart(2, "0") + month +
    year.slice(2);
}

Deno.test("a NIK tells region, birth and gender of the row's person", () => {
  const tables = tableOf(`c = { gen = "nik" }
sex = "person.gender"
born = { gen = "person.birth_date", min_age = 0, max_age = 90 }
`);
  const births = tables.numbers("born", 5000);
  const sexes = tables.texts("sex", 5000);
  const regions = new Set<number>();
  tables.texts("c", 5000).forEach((nik, i) => {
    assert(/^\d{16}$/.test(nik), nik);
    regions.add(Number(nik.slice(0, 4)));
    assert(nik.slice(4, 6) !== "00" && nik.slice(12) !== "0000");
    assertEquals(
      nik.slice(6, 12),
      birthDigits(births[i], sexes[i] === "female"),
    );
  });
  assertEquals(regions, new Set(allRegions()));
});

Deno.test("a NIK takes birth and gender from columns", () => {
  const tables = tableOf(`sex = { values = ["L", "P"] }
born = { gen = "date", from = 1940-01-01, to = 2010-12-31, null = 0.2 }
c = { gen = "nik", birth_date = "born", gender = "sex" }
`);
  const births = tables.values("born");
  const sexes = tables.texts("sex");
  tables.values("c").forEach((nik, i) => {
    if (births[i] === null) return assertEquals(nik, null);
    assertEquals(
      String(nik).slice(6, 12),
      birthDigits(births[i] as number, sexes[i] === "P"),
    );
  });
});

Deno.test("unique NIKs do not repeat", () => {
  const niks = tableOf(`{ gen = "nik", unique = true }`).texts("c", 20000);
  assertEquals(new Set(niks).size, 20000);
});

Deno.test("a NIK takes its birth from no number", () => {
  const { message } = reportOf(`n = "int"
c = { gen = "nik", birth_date = "n" }
`);
  assertEquals(message, `birth_date is taken from "n", which is no date`);
});
