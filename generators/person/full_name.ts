// The whole name of the row's person.
import { generator } from "../../core/generator.ts";
import { defaulted } from "../../core/parameters.ts";
import { valueType } from "../../core/value_type.ts";
import { isPlain } from "../../core/values/plain.ts";
import { copyEntry } from "../_bytes.ts";
import { checkGender, DRAWS, NAMED, Person, personShared } from "./_person.ts";

const SPACE = 32;
const TWO_32 = 4294967296;

export const personFullName = generator({
  name: "person.full_name",
  group: "people",
  summary: "The whole name of the row's person",
  example: `{ gen = "person.full_name", middle = 0.3 }`,
  params: {
    ...NAMED,
    middle: defaulted(
      "probability",
      0,
      "Probability that the middle name stands in it",
    ),
  },
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
  prepare({ middle, ...params }, site) {
    const person = new Person(site, params);
    const { firstNames, lastNames } = person;
    const middleBelow = Math.round(middle * TWO_32);
    const room = firstNames.maxBytes * (middleBelow > 0 ? 2 : 1) +
      lastNames.maxBytes + 2;
    return {
      storage: "slices",
      plain: isPlain(firstNames) && isPlain(lastNames),
      fill(record, out) {
        const { count } = record.rows;
        const first = person.first(record);
        const last = person.last(record);
        const some = middleBelow > 0;
        const words = some ? person.words(record, DRAWS.hasMiddle) : first;
        const middles = some ? person.middle(record) : first;
        const bytes = out.reserve(room * count);
        const { starts, ends } = out;
        let at = 0;
        for (let i = 0; i < count; i++) {
          starts[i] = at;
          at = copyEntry(firstNames, first[i], bytes, at);
          bytes[at++] = SPACE;
          if (some && words[i] < middleBelow) {
            at = copyEntry(firstNames, middles[i], bytes, at);
            bytes[at++] = SPACE;
          }
          at = copyEntry(lastNames, last[i], bytes, at);
          ends[i] = at;
        }
      },
    };
  },
});
