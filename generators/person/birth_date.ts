// The birth date of the row's person.
import { generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { BIRTH, Birth, birthShared, checkAges } from "./_birth.ts";

export const personBirthDate = generator({
  name: "person.birth_date",
  group: "people",
  summary: "The birth date of the row's person, all days equally likely",
  example: `{ gen = "person.birth_date", min_age = 18, max_age = 80 }`,
  params: BIRTH,
  shares: birthShared,
  check: checkAges,
  readsClock: () => true,
  type: () => valueType("date"),
  prepare(params, site) {
    const birth = new Birth(site, params);
    return {
      storage: "numbers",
      fill(record, out) {
        const days = birth.days(record);
        for (let i = 0; i < record.rows.count; i++) {
          out.numbers[i] = birth.first + days[i];
        }
      },
    };
  },
});
