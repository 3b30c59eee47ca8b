// The first name of the row's person.
import { generator } from "../../core/generator.ts";
import { NAME_TEXT, Person } from "./_person.ts";

export const personFirstName = generator({
  ...NAME_TEXT,
  name: "person.first_name",
  summary: "The first name of the row's person, which fits the gender",
  example: `{ gen = "person.first_name" }`,
  prepare(params, site) {
    const person = new Person(site, params);
    return {
      storage: "entries",
      strings: person.firstNames,
      fill(record, out) {
        out.indexes = person.first(record);
      },
    };
  },
});
