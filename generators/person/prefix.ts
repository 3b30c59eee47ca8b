// The form of address of the row's person.
import { generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { Names } from "./_names.ts";
import { checkGender, DRAWS, NAMED, Person, personShared } from "./_person.ts";

export const personPrefix = generator({
  name: "person.prefix",
  group: "people",
  summary: "A form of address that fits the gender and the locale",
  example: `{ gen = "person.prefix" }`,
  localized: true,
  params: NAMED,
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
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
