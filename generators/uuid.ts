// UUIDs of version 4 and 7 (RFC 9562), unique by construction: 62 of their bits are a keyed permutation of the row number.
import {
  type ColumnReader,
  generator,
  type PartialRecord,
  type Prepared,
  type RandomStream,
  type Rows,
  type Site,
  type Vector,
} from "../core/generator.ts";
import { defaulted, optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkTime,
  millisecondsOf,
  RankRows,
  rowPermutation,
} from "./_row_times.ts";
import { WordScratch } from "./_scratch.ts";

/** The two bits that say that a UUID is one of RFC 9562, in the third word. */
const VARIANT = 0x80000000;
/** Version 7 without a time: rows that share a millisecond, told apart by the 12 bits of rand_a. */
const ROWS_OF_MILLISECOND = 4096;

export const uuid = generator({
  name: "uuid",
  group: "identifiers",
  summary: "UUIDs, never twice the same in a column",
  example: `{ gen = "uuid", version = 4 }`,
  params: {
    version: defaulted(
      "integer",
      4,
      "4: random; 7: rises with time, which indexes like",
      { minimum: 4, maximum: 7 },
    ),
    time: optional(
      "column",
      "Version 7: the column that the time inside is taken from; without it, the start of the run, and rising",
    ),
  },
  unique: () => true,
  // For items of an array, which are in one row; of a column, the rows themselves are the ranks.
  domain: () => 2 ** 53,
  readsClock: ({ version, time }) => version === 7 && time === undefined,
  type: ({ time }, scope) =>
    valueType("uuid", {
      nullable: time !== undefined && (scope.column(time)?.nullable ?? false),
      ...(time !== undefined && scope.column(time)?.neverNull &&
        { neverNull: true }),
    }),
  check({ version, time }, scope, report) {
    if (version !== 4 && version !== 7) {
      report("version", `version is ${version}`, "expected 4 or 7");
    }
    if (time === undefined) return;
    if (version === 4) {
      report("time", "version 4 has no time in it", "add version = 7");
    }
    checkTime(time, scope, report);
  },
  prepare: ({ version, time }, site) =>
    uuids({ version, time }, site, ({ rows }) => rows),
  ranked({ version, time }, site) {
    const ranked = new RankRows();
    const { storage, fill } = uuids(
      { version, time },
      site,
      () => ranked.rows,
      // The same for all items of an array: only then do different ranks give different values.
      site.shared("uuid", "items"),
    );
    return {
      storage,
      fill(record, ranks, out) {
        ranked.set(ranks, record.rows.count);
        fill(record, out);
      },
    };
  },
});

/** @param differing The numbers that are told apart. */
function uuids(
  { version, time }: { version: number; time: string | undefined },
  site: Site,
  differing: (record: PartialRecord) => Rows,
  keys: RandomStream = site.random("permutation"),
): Prepared {
  const permute = rowPermutation(keys, VARIANT);
  const random = site.random();
  const stamp = version === 4
    ? randomHead(random)
    : time === undefined
    ? countingHead(site)
    : timedHead(site, random, site.reader(time));
  return {
    storage: "words",
    fill(record, out) {
      stamp(record, out);
      permute(differing(record), out.words);
    },
  };
}

/** Writes the first two words of each value: all that is not of the permutation. */
type Head = (record: PartialRecord, out: Vector) => void;

function randomHead(random: RandomStream): Head {
  const first = new WordScratch();
  const second = new WordScratch();
  return ({ rows }, out) => {
    const a = first.of(rows.count);
    const b = second.of(rows.count);
    random.words(rows, 0, a);
    random.words(rows, 1, b);
    const { words } = out;
    for (let i = 0; i < rows.count; i++) {
      words[4 * i] = a[i];
      words[4 * i + 1] = b[i] & 0xffff0fff | 0x4000;
    }
  };
}

function countingHead(site: Site): Head {
  const start = site.now;
  return ({ rows }, { words }) => {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.numbers[i];
      const passed = Math.floor(row / ROWS_OF_MILLISECOND);
      const ms = start + passed;
      const upper = Math.floor(ms / 65536);
      words[4 * i] = upper;
      words[4 * i + 1] = (ms - upper * 65536) << 16 | 0x7000 |
        (row - passed * ROWS_OF_MILLISECOND);
    }
  };
}

function timedHead(
  site: Site,
  random: RandomStream,
  time: ColumnReader,
): Head {
  const milliseconds = millisecondsOf(time, site, "a UUID of version 7");
  const scratch = new WordScratch();
  return (record, out) => {
    const { rows } = record;
    const times = milliseconds(record);
    const tails = scratch.of(rows.count);
    random.words(rows, 0, tails);
    const { words } = out;
    for (let i = 0; i < rows.count; i++) {
      const ms = times[i];
      if (ms !== ms) {
        out.nulls[i] = 1;
        continue;
      }
      const upper = Math.floor(ms / 65536);
      words[4 * i] = upper;
      words[4 * i + 1] = (ms - upper * 65536) << 16 | 0x7000 |
        tails[i] >>> 20;
    }
  };
}
