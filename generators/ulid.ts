// ULIDs: 48 bits of time and 80 of chance in Crockford's base 32, unique by construction as UUIDs are.
import {
  generator,
  type PartialRecord,
  type Prepared,
  type RandomStream,
  type Rows,
  type Site,
} from "../core/generator.ts";
import { optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkTime,
  millisecondsOf,
  RankRows,
  rowPermutation,
} from "./_row_times.ts";
import { WordScratch } from "./_scratch.ts";

const LENGTH = 26;
/** Without I, L, O and U. */
const DIGITS = new TextEncoder().encode("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
/** Without a time: rows that share a millisecond, told apart by the 12 bits after it. */
const ROWS_OF_MILLISECOND = 4096;

export const ulid = generator({
  name: "ulid",
  group: "identifiers",
  summary: "ULIDs, which sort by their time, never twice the same in a column",
  example: `{ gen = "ulid" }`,
  params: {
    time: optional(
      "column",
      "The column that the time inside is taken from; without it, the start of the run, and rising",
    ),
  },
  unique: () => true,
  // For items of an array, which are in one row; of a column, the rows themselves are the ranks.
  domain: () => 2 ** 53,
  readsClock: ({ time }) => time === undefined,
  type: ({ time }, scope) =>
    valueType("text", {
      nullable: time !== undefined && (scope.column(time)?.nullable ?? false),
      ...(time !== undefined && scope.column(time)?.neverNull &&
        { neverNull: true }),
    }),
  check({ time }, scope, report) {
    if (time !== undefined) checkTime(time, scope, report);
  },
  prepare: ({ time }, site) => ulids(time, site, ({ rows }) => rows),
  ranked({ time }, site) {
    const ranked = new RankRows();
    const { fill, ...rest } = ulids(
      time,
      site,
      () => ranked.rows,
      // The same for all items of an array: only then do different ranks give different values.
      site.shared("ulid", "items"),
    );
    return {
      ...rest,
      fill(record, ranks, out) {
        ranked.set(ranks, record.rows.count);
        fill(record, out);
      },
    };
  },
});

/** @param differing The numbers that are told apart. */
function ulids(
  time: string | undefined,
  site: Site,
  differing: (record: PartialRecord) => Rows,
  keys: RandomStream = site.random("permutation"),
): Prepared {
  const permute = rowPermutation(keys, 0);
  const random = site.random();
  const stamp = time === undefined
    ? countingHead(site, random)
    : timedHead(random, millisecondsOf(site.reader(time), site, "a ULID"));
  const scratch = new WordScratch();
  return {
    storage: "slices",
    plain: true,
    fill(record, out) {
      const { count } = record.rows;
      stamp(record, scratch, out.nulls);
      const words = scratch.of(4 * count);
      permute(differing(record), words);
      const bytes = out.reserve(LENGTH * count);
      const { starts, ends } = out;
      for (let i = 0; i < count; i++) {
        starts[i] = LENGTH * i;
        ends[i] = LENGTH * (i + 1);
        write(words, 4 * i, bytes, LENGTH * i);
      }
    },
  };
}

/** Writes the first two of four words a row, which are the time and 16 bits, and sets the flag where there is no time. */
type Head = (
  record: PartialRecord,
  words: WordScratch,
  nulls: Uint8Array,
) => void;

function countingHead(site: Site, random: RandomStream): Head {
  const start = site.now;
  const tails = new WordScratch();
  return ({ rows }, scratch) => {
    const { count, numbers } = rows;
    const words = scratch.of(4 * count);
    const tail = tails.of(count);
    random.words(rows, 0, tail);
    for (let i = 0; i < count; i++) {
      const passed = Math.floor(numbers[i] / ROWS_OF_MILLISECOND);
      const rank = numbers[i] - passed * ROWS_OF_MILLISECOND;
      stamp(words, i, start + passed, rank << 4 | tail[i] >>> 28);
    }
  };
}

function timedHead(
  random: RandomStream,
  milliseconds: (record: PartialRecord) => Float64Array,
): Head {
  const tails = new WordScratch();
  return (record, scratch, nulls) => {
    const { rows } = record;
    const times = milliseconds(record);
    const words = scratch.of(4 * rows.count);
    const tail = tails.of(rows.count);
    random.words(rows, 0, tail);
    for (let i = 0; i < rows.count; i++) {
      if (times[i] !== times[i]) nulls[i] = 1;
      else stamp(words, i, times[i], tail[i] >>> 16);
    }
  };
}

function stamp(words: Uint32Array, i: number, ms: number, tail: number): void {
  const upper = Math.floor(ms / 65536);
  words[4 * i] = upper;
  words[4 * i + 1] = (ms - upper * 65536) << 16 | tail;
}

/** Writes 128 bits, five a digit; the first digit has but three. */
function write(
  words: Uint32Array,
  first: number,
  out: Uint8Array,
  at: number,
): void {
  let held = words[first];
  out[at++] = DIGITS[held >>> 29];
  // Of the word at hand, so many bits are not written yet.
  let bits = 29;
  for (let i = 1; i < 4; i++) {
    while (bits >= 5) {
      bits -= 5;
      out[at++] = DIGITS[held >>> bits & 31];
    }
    const next = words[first + i];
    const missing = 5 - bits;
    out[at++] = DIGITS[(held << missing | next >>> 32 - missing) & 31];
    held = next;
    bits = 32 - missing;
  }
  while (bits >= 5) {
    bits -= 5;
    out[at++] = DIGITS[held >>> bits & 31];
  }
}
