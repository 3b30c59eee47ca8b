// Texts of random characters.
import {
  generator,
  type Prepared,
  type RandomStream,
  type Site,
} from "../core/generator.ts";
import { type Bound, defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { isPlainText } from "../core/values/plain.ts";
import { constantOf, followsNullable, wholeBound } from "./_ranges/bounds.ts";
import {
  fullDraw,
  type LetterSet,
  letterSet,
  LetterWriter,
  repeatLetters,
} from "./_texts/letters.ts";
import { RepeatedLetters } from "./_texts/repeat_letters.ts";
import { type Countable, countDraws, RankDraws } from "./_ranks/rank_draws.ts";
import { FlagScratch } from "./_scratch.ts";
import { checkWhole } from "./_texts/whole.ts";

const MAX_LENGTH = 65536;
/** Alphabets up to this size are written two characters at a time: there are not too many pairs of them. */
const MAX_PAIRED = 128;
const LETTERS_AND_DIGITS =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export const string = generator({
  name: "string",
  group: "text",
  summary: "Random characters",
  example: `{ gen = "string", length = 8, alphabet = "0123456789abcdef" }`,
  params: {
    length: defaulted(
      "bound",
      wholeBound(12),
      `Number of characters, 0 to ${MAX_LENGTH}`,
    ),
    alphabet: defaulted(
      "text",
      LETTERS_AND_DIGITS,
      "The characters to choose from; one that stands in it twice is twice as likely",
    ),
  },
  type({ length }, scope) {
    const width = constantOf(length, scope)?.value;
    return valueType("text", {
      nullable: followsNullable(scope, length),
      ...(typeof width === "number" && { width }),
    });
  },
  check({ length, alphabet }, scope, report) {
    if (alphabet === "") {
      report("alphabet", "alphabet is empty", "give it at least one character");
    }
    checkWhole("length", length, [0, MAX_LENGTH], scope, report);
  },
  domain({ length, alphabet }, scope) {
    const count = constantOf(length, scope)!.value as number;
    return countString(letterSet([...new Set(alphabet)]), count).domain;
  },
  ranked({ length, alphabet }, site) {
    const characters = [...new Set(alphabet)];
    const { constant } = site.bound(length, "down");
    const { draws } = countString(letterSet(characters), constant!);
    const random = new RankDraws(site.random(), draws);
    const { fill, ...rest } = constantLength(characters, constant!, random);
    return {
      ...rest,
      fill(record, ranks, out) {
        random.start(ranks);
        fill(record, out);
      },
    };
  },
  prepare({ length, alphabet }, site) {
    const characters = [...alphabet];
    const { constant } = site.bound(length, "down");
    return constant === undefined
      ? followingLength(characters, length, site)
      : constantLength(characters, constant, site.random());
  },
});

/** The draws that a text of so many characters is made of: all but the last serve as many places as fit. */
function countString(set: LetterSet, length: number): Countable {
  const { choices, sets } = fullDraw(set);
  const full = Math.floor(length / sets.length);
  let rest = 1;
  for (let i = full * sets.length; i < length; i++) rest *= set.size;
  return countDraws([
    ...new Array<number>(full).fill(choices),
    ...(rest > 1 ? [rest] : []),
  ]);
}

function constantLength(
  characters: string[],
  length: number,
  random: RandomStream,
): Prepared {
  const set = letterSet(characters);
  const plain = length > 0 && characters.every(isPlainText);
  if (set.ascii !== undefined && set.size <= MAX_PAIRED) {
    const letters = new RepeatedLetters(fullDraw(set), random);
    return {
      storage: "slices",
      plain,
      fill({ rows }, out) {
        const bytes = out.reserve(length * rows.count + letters.room);
        const { starts, ends } = out;
        for (let i = 0; i < rows.count; i++) {
          starts[i] = i * length;
          ends[i] = starts[i] + length;
        }
        letters.write(rows, bytes, starts, ends, length);
      },
    };
  }
  const groups = repeatLetters(set, length);
  const writer = new LetterWriter(random);
  const room = length * set.maxBytes;
  return {
    storage: "slices",
    plain,
    fill({ rows }, out) {
      const bytes = out.reserve(room * rows.count);
      const { starts, ends } = out;
      for (let i = 0; i < rows.count; i++) ends[i] = starts[i] = i * room;
      for (const group of groups) writer.append(group, rows, bytes, ends);
    },
  };
}

function followingAscii(set: LetterSet, bound: Bound, site: Site): Prepared {
  const letters = new RepeatedLetters(fullDraw(set), site.random());
  const lengths = site.bound(bound, "down");
  return {
    storage: "slices",
    fill(record, out) {
      const { rows } = record;
      const asked = lengths.read(record);
      const { starts, ends, nulls } = out;
      let total = 0;
      let longest = 0;
      for (let i = 0; i < rows.count; i++) {
        if (asked[i] !== asked[i]) nulls[i] = 1;
        const length = asked[i] > 0 ? Math.min(asked[i], MAX_LENGTH) : 0;
        starts[i] = total;
        total += length;
        ends[i] = total;
        if (length > longest) longest = length;
      }
      const bytes = out.reserve(total + letters.room);
      letters.write(rows, bytes, starts, ends, longest);
    },
  };
}

function followingLength(
  characters: string[],
  bound: Bound,
  site: Site,
): Prepared {
  const set = letterSet(characters);
  if (set.ascii !== undefined && set.size <= MAX_PAIRED) {
    return followingAscii(set, bound, site);
  }
  // Groups are made as lengths ask for them: a text's first characters are the same for whatever length.
  let groups = repeatLetters(set, 64);
  const lengths = site.bound(bound, "down");
  const writer = new LetterWriter(site.random());
  const flags = new FlagScratch();
  return {
    storage: "slices",
    fill(record, out) {
      const { rows } = record;
      const asked = lengths.read(record);
      const made = record.scratch(0);
      const { starts, ends, nulls } = out;
      let total = 0;
      let longest = 0;
      for (let i = 0; i < rows.count; i++) {
        ends[i] = starts[i] = total;
        if (asked[i] !== asked[i]) nulls[i] = 1;
        const length = asked[i] > 0 ? Math.min(asked[i], MAX_LENGTH) : 0;
        made[i] = length;
        total += length * set.maxBytes;
        if (length > longest) longest = length;
      }
      const bytes = out.reserve(total);
      const perGroup = groups[0].sets.length;
      if (groups.length * perGroup < longest) {
        groups = repeatLetters(set, 2 * longest);
      }
      const active = flags.of(rows.count);
      for (let place = 0; place < longest; place += perGroup) {
        writer.appendUpTo(
          groups[place / perGroup],
          rows,
          bytes,
          ends,
          place,
          made,
          active,
        );
      }
    },
  };
}
