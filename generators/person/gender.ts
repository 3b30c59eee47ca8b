// The gender of the row's person.
import { generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { Strings } from "../../core/values/strings.ts";
import { checkGender, NAMED, Person, personShared } from "./_person.ts";

/** In the order of `MALE` and `FEMALE`. */
const GENDERS = Strings.from(["male", "female"]);

export const personGender = generator({
  name: "person.gender",
  group: "people",
  summary: "The gender of the row's person: male or female",
  example: `{ gen = "person.gender" }`,
  localized: true,
  params: NAMED,
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
  prepare(params, site) {
    const person = new Person(site, params);
    return {
      storage: "entries",
      strings: GENDERS,
      fill(record, out) {
        out.indexes = person.gender(record);
      },
    };
  },
});
