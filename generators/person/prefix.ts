// The form of address of the row's person.
import { generator } from "../../core/generator.ts";
import { Names } from "./_names.ts";
import { DRAWS, NAME_TEXT, Person } from "./_person.ts";

export const personPrefix = generator({
  ...NAME_TEXT,
  name: "person.prefix",
  summary: "A form of address that fits the gender and the locale",
  example: `{ gen = "person.prefix" }`,
  prepare(params, site) {
    const person = new Person(site, params);
    const prefixes = new Names(
      person.locales,
      ["prefix_male", "prefix_female"],
    );
    const draws = { plain: DRAWS.prefix, weighted: DRAWS.prefix };
    return {
      storage: "entries",
      strings: prefixes.strings,
      fill(record, out) {
        person.draw(prefixes, record, draws, out.indexes);
      },
    };
  },
});
