// The middle name of the row's person.
import { generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { checkGender, NAMED, Person, personShared } from "./_person.ts";

export const personMiddleName = generator({
  name: "person.middle_name",
  group: "people",
  summary: "The middle name of the row's person, which fits the gender",
  example: `{ gen = "person.middle_name" }`,
  localized: true,
  params: NAMED,
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
  prepare(params, site) {
    const person = new Person(site, params);
    return {
      storage: "entries",
      strings: person.firstNames,
      fill(record, out) {
        out.indexes = person.middle(record);
      },
    };
  },
});
