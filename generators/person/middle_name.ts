// The middle name of the row's person.
import { generator } from "../../core/generator.ts";
import { defaulted } from "../../core/parameters.ts";
import { valueType } from "../../core/value_type.ts";
import { checkGender, DRAWS, MIDDLE, Person, personShared } from "./_person.ts";

const TWO_32 = 4294967296;

export const personMiddleName = generator({
  name: "person.middle_name",
  group: "people",
  summary: "The middle name of the row's person, which fits the gender",
  example: `{ gen = "person.middle_name", middle = 0.3 }`,
  localized: true,
  params: {
    ...MIDDLE,
    middle: defaulted(
      "probability",
      1,
      "Probability that the person has one, else NULL; a full_name with the same agrees with it",
    ),
  },
  shares: personShared,
  check: checkGender,
  type: ({ middle }) => valueType("text", { nullable: middle < 1 }),
  prepare({ middle, ...params }, site) {
    const person = new Person(site, params);
    const middleBelow = Math.round(middle * TWO_32);
    return {
      storage: "entries",
      strings: person.middleNames,
      fill(record, out) {
        out.indexes = person.middle(record);
        if (middle === 1) return;
        const words = person.words(record, DRAWS.hasMiddle);
        for (let i = 0; i < record.rows.count; i++) {
          out.nulls[i] = words[i] < middleBelow ? 0 : 1;
        }
      },
    };
  },
});
