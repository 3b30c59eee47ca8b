// The age of the row's person.
import { generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import {
  BIRTH,
  Birth,
  birthShared,
  checkAges,
  yearsBetween,
} from "./_birth.ts";

const DAY = 86_400_000;

export const personAge = generator({
  name: "person.age",
  group: "people",
  summary: "The age of the row's person in whole years, at run.now",
  example: `{ gen = "person.age" }`,
  params: BIRTH,
  shares: birthShared,
  check: checkAges,
  readsClock: () => true,
  type: ({ min_age, max_age }) =>
    valueType("int", { min: min_age, max: max_age }),
  prepare(params, site) {
    const birth = new Birth(site, params);
    const today = Math.floor(site.now / DAY);
    // As many as there are days: a few hundred kilobytes at most, and no calendar in the loop.
    const ages = Uint8Array.from(
      { length: birth.last - birth.first + 1 },
      (_, day) => yearsBetween(birth.first + day, today),
    );
    return {
      storage: "numbers",
      fill(record, out) {
        const days = birth.days(record);
        for (let i = 0; i < record.rows.count; i++) {
          out.numbers[i] = ages[days[i]];
        }
      },
    };
  },
});
