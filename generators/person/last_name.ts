// The last name of the row's person.
import { generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { checkGender, NAMED, Person, personShared } from "./_person.ts";

export const personLastName = generator({
  name: "person.last_name",
  group: "people",
  summary: "The last name of the row's person",
  example: `{ gen = "person.last_name" }`,
  localized: true,
  params: NAMED,
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
  prepare(params, site) {
    const person = new Person(site, params);
    return {
      storage: "entries",
      strings: person.lastNames,
      fill(record, out) {
        out.indexes = person.last(record);
      },
    };
  },
});
