// The whole name of the row's person.
import {
  generator,
  type PartialRecord,
  type Vector,
} from "../../core/generator.ts";
import { defaulted } from "../../core/parameters.ts";
import { valueType } from "../../core/value_type.ts";
import { isPlain } from "../../core/values/plain.ts";
import { viewOf } from "../../core/values/words.ts";
import { Copies } from "../_texts/slots.ts";
import { checkGender, DRAWS, MIDDLE, Person, personShared } from "./_person.ts";

const SPACE = 32;
const TWO_32 = 4294967296;

export const personFullName = generator({
  name: "person.full_name",
  group: "people",
  summary: "The whole name of the row's person",
  example: `{ gen = "person.full_name", middle = 0.3 }`,
  localized: true,
  params: {
    ...MIDDLE,
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
    const { firstNames, lastNames, middleNames } = person;
    const middleBelow = Math.round(middle * TWO_32);
    const room = firstNames.maxBytes + lastNames.maxBytes +
      (middleBelow > 0 ? middleNames.maxBytes : 0) + 2;
    const copies = {
      firstNames: new Copies(firstNames),
      lastNames: new Copies(lastNames),
      middleNames: new Copies(middleNames),
    };
    const slack = Math.max(
      ...Object.values(copies).map(({ width }) => width),
    );
    const orders = person.locales.each("full_name").map((one) => one.at(0));
    const write = orders.every((order) => order === "F M L")
      ? writeFirstLast
      : writeInOrder(orders, person);
    return {
      storage: "slices",
      plain: isPlain(firstNames) && isPlain(lastNames),
      fill(record, out) {
        const { count } = record.rows;
        const some = middleBelow > 0;
        const first = person.first(record);
        const names: ChunkNames = {
          ...copies,
          first,
          last: person.last(record),
          middle: some ? person.middle(record) : first,
          words: some ? person.words(record, DRAWS.hasMiddle) : first,
          middleBelow,
        };
        out.reserve(room * count + slack);
        write(record, names, out);
      },
    };
  },
});

/** What the names of a chunk are made of. */
interface ChunkNames {
  firstNames: Copies;
  lastNames: Copies;
  middleNames: Copies;
  first: Uint32Array;
  last: Uint32Array;
  middle: Uint32Array;
  /** There is a middle name where the word is below `middleBelow`. */
  words: Uint32Array;
  middleBelow: number;
}

function writeFirstLast(
  { rows: { count } }: PartialRecord,
  {
    firstNames,
    lastNames,
    middleNames,
    first,
    last,
    middle,
    words,
    middleBelow,
  }: ChunkNames,
  { bytes, starts, ends }: Vector,
): void {
  const some = middleBelow > 0;
  const view = viewOf(bytes);
  let at = 0;
  for (let i = 0; i < count; i++) {
    starts[i] = at;
    at = firstNames.copy(bytes, view, at, first[i]);
    bytes[at++] = SPACE;
    if (some && words[i] < middleBelow) {
      at = middleNames.copy(bytes, view, at, middle[i]);
      bytes[at++] = SPACE;
    }
    at = lastNames.copy(bytes, view, at, last[i]);
    ends[i] = at;
  }
}

/** For locales where the family name may come first, or nothing stands between names. */
function writeInOrder(
  orders: readonly string[],
  { locales }: Person,
): typeof writeFirstLast {
  const lastFirst = Uint8Array.from(orders, (one) => one[0] === "L" ? 1 : 0);
  const joined = Uint8Array.from(orders, (one) => one.includes(" ") ? 0 : 1);
  return (record, names, { bytes, starts, ends }) => {
    const picks = locales.picks(record);
    const { firstNames, lastNames, middleNames } = names;
    const { first, last, middle, words } = names;
    const view = viewOf(bytes);
    let at = 0;
    for (let i = 0; i < record.rows.count; i++) {
      const locale = picks === undefined ? 0 : picks[i];
      const gap = joined[locale] === 0;
      const isLastFirst = lastFirst[locale] === 1;
      starts[i] = at;
      if (isLastFirst) {
        at = lastNames.copy(bytes, view, at, last[i]);
        if (gap) bytes[at++] = SPACE;
      }
      at = firstNames.copy(bytes, view, at, first[i]);
      if (words[i] < names.middleBelow) {
        if (gap) bytes[at++] = SPACE;
        at = middleNames.copy(bytes, view, at, middle[i]);
      }
      if (!isLastFirst) {
        if (gap) bytes[at++] = SPACE;
        at = lastNames.copy(bytes, view, at, last[i]);
      }
      ends[i] = at;
    }
  };
}
