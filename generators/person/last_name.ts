// The last name of the row's person.
import { generator } from "../../core/generator.ts";
import { NAME_TEXT, Person } from "./_person.ts";

export const personLastName = generator({
  ...NAME_TEXT,
  name: "person.last_name",
  summary: "The last name of the row's person",
  example: `{ gen = "person.last_name" }`,
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
