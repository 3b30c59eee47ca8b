// UUIDs of version 4 and 7 (RFC 9562), unique by construction: 62 of their bits are a keyed permutation of the row number.
import { ThrustError } from "../core/errors.ts";
import {
  type ColumnReader,
  generator,
  type PartialRecord,
  type RandomStream,
  type Rows,
  type Site,
  type Vector,
} from "../core/generator.ts";
import { defaulted, optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { highWord } from "../core/values/rows.ts";
import { DATES, kindName } from "./_bounds.ts";
import { WordScratch } from "./_scratch.ts";

const MASK_30 = 0x3fffffff;
/** Version 7 without a time: rows that share a millisecond, told apart by the 12 bits of rand_a. */
const ROWS_OF_MILLISECOND = 4096;
const MS_OF_DAY = 86400000;

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
  readsClock: ({ version, time }) => version === 7 && time === undefined,
  type: ({ time }, scope) =>
    valueType("uuid", {
      nullable: time !== undefined && (scope.column(time)?.nullable ?? false),
    }),
  check({ version, time }, scope, report) {
    if (version !== 4 && version !== 7) {
      report("version", `version is ${version}`, "expected 4 or 7");
    }
    if (time === undefined) return;
    if (version === 4) {
      report("time", "version 4 has no time in it", "add version = 7");
    }
    const kind = scope.column(time)?.kind;
    if (kind !== undefined && !DATES.includes(kind)) {
      report(
        "time",
        `time is taken from "${time}", which is ${kindName(kind)}`,
        "expected a column with a timestamp or date",
      );
    }
  },
  prepare({ version, time }, site) {
    const permute = permutation(site.random("permutation"));
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
        permute(record.rows, out.words);
      },
    };
  },
});

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
  const { kind, scale } = time.type;
  // Milliseconds in a unit of the column; units in a millisecond where they are finer.
  const times = kind === "date"
    ? MS_OF_DAY
    : POWERS_OF_TEN[Math.max(3 - scale, 0)];
  const parts = kind === "date" ? 1 : POWERS_OF_TEN[Math.max(scale - 3, 0)];
  const scratch = new WordScratch();
  return (record, out) => {
    const { rows } = record;
    const { numbers, nulls } = time.read(record);
    const tails = scratch.of(rows.count);
    random.words(rows, 0, tails);
    const { words } = out;
    for (let i = 0; i < rows.count; i++) {
      if (time.type.nullable && nulls[i] === 1) {
        out.nulls[i] = 1;
        continue;
      }
      const ms = Math.floor(numbers[i] * times / parts);
      if (ms < 0) refuseTime(site, rows.numbers[i]);
      const upper = Math.floor(ms / 65536);
      words[4 * i] = upper;
      words[4 * i + 1] = (ms - upper * 65536) << 16 | 0x7000 |
        tails[i] >>> 20;
    }
  };
}

function refuseTime(site: Site, row: number): never {
  throw new ThrustError(
    "VALUE_REFUSED",
    `Cannot make a UUID of version 7 for row ${row} of "${site.table}.${site.column}": its time is before 1970`,
    { table: site.table, field: site.column, row },
  );
}

/**
 * Writes the last two words of each value: variant bits, then the row number put through a Feistel network over
 * 30 + 32 bits. Rows go to 2^53, so distinct rows give distinct values.
 *
 * Luby & Rackoff (1988), "How to construct pseudorandom permutations from pseudorandom functions".
 */
function permutation(
  keys: RandomStream,
): (rows: Rows, words: Uint32Array) => void {
  const k0 = keys.wordAt(0, 0);
  const k1 = keys.wordAt(0, 1);
  const k2 = keys.wordAt(0, 2);
  const k3 = keys.wordAt(0, 3);
  return (rows, words) => {
    const { count, low, numbers, high } = rows;
    for (let i = 0; i < count; i++) {
      let left = high < 0 ? highWord(numbers[i]) : high;
      let right: number = low[i];
      left ^= mix(right ^ k0) & MASK_30;
      right ^= mix(left ^ k1);
      left ^= mix(right ^ k2) & MASK_30;
      right ^= mix(left ^ k3);
      words[4 * i + 2] = left | 0x80000000;
      words[4 * i + 3] = right;
    }
  };
}

/** Chris Wellons (2018), "Prospecting for hash functions": lowbias32. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
