// The gender of the row's person.
import { generator } from "../../core/generator.ts";
import { defaulted } from "../../core/parameters.ts";
import { valueType } from "../../core/value_type.ts";
import { GenderWords } from "./_gender.ts";
import { checkGender, NAMED, Person, personShared } from "./_person.ts";

export const personGender = generator({
  name: "person.gender",
  group: "people",
  summary: "The gender of the row's person",
  example: `{ gen = "person.gender", as = ["L", "P"] }`,
  localized: true,
  params: {
    ...NAMED,
    as: defaulted(
      "pair",
      ["male", "female"],
      `What stands for male and for female: ["L", "P"] or "M/F"`,
    ),
  },
  shares: personShared,
  check(params, scope, report) {
    checkGender(params, scope, report);
    if (params.as[0] === params.as[1]) {
      report("as", "both genders are written the same", 'expected "M/F"');
    }
  },
  type: () => valueType("text"),
  prepare({ as, ...params }, site) {
    const person = new Person(site, params);
    return {
      storage: "entries",
      strings: GenderWords.of(as),
      fill(record, out) {
        out.indexes = person.gender(record);
      },
    };
  },
});
