// What identifiers that carry a time are made of: the time of the row, and bits that are different in every row.
import { ThrustError } from "../core/errors.ts";
import type {
  ColumnReader,
  PartialRecord,
  RandomStream,
  Report,
  Rows,
  Scope,
  Site,
} from "../core/generator.ts";
import { kindName } from "../core/kind_names.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { kernelsFor } from "../core/values/kernels/kernels.ts";
import { highWord, Rows as Numbered } from "../core/values/rows.ts";
import { DATES } from "./_ranges/bounds.ts";
import { WordScratch } from "./_scratch.ts";

const MASK_30 = 0x3fffffff;
const MS_OF_DAY = 86400000;

/** Reports a column that times cannot be taken from. */
export function checkTime(time: string, scope: Scope, report: Report): void {
  const kind = scope.column(time)?.kind;
  if (kind === undefined || DATES.includes(kind)) return;
  report(
    "time",
    `time is taken from "${time}", which is ${kindName({ kind })}`,
    "expected a column with a timestamp or date",
  );
}

/**
 * Reads a column of dates or timestamps as milliseconds since 1970, which are in the record's first scratch until it
 * is used again; NaN where the column is NULL.
 *
 * @param what What cannot be made of a time before 1970: "a UUID".
 */
export function millisecondsOf(
  time: ColumnReader,
  site: Site,
  what: string,
): (record: PartialRecord) => Float64Array {
  const { kind, scale, nullable } = time.type;
  // Milliseconds in a unit of the column; units in a millisecond where they are finer.
  const times = kind === "date"
    ? MS_OF_DAY
    : POWERS_OF_TEN[Math.max(3 - scale, 0)];
  const parts = kind === "date" ? 1 : POWERS_OF_TEN[Math.max(scale - 3, 0)];
  return (record) => {
    const { rows } = record;
    const { numbers, nulls } = time.read(record);
    const milliseconds = record.scratch(0);
    for (let i = 0; i < rows.count; i++) {
      if (nullable && nulls[i] === 1) {
        milliseconds[i] = NaN;
        continue;
      }
      const ms = Math.floor(numbers[i] * times / parts);
      if (ms < 0) refuseTime(site, rows.numbers[i], what);
      milliseconds[i] = ms;
    }
    return milliseconds;
  };
}

function refuseTime(site: Site, row: number, what: string): never {
  throw new ThrustError(
    "VALUE_REFUSED",
    `Cannot make ${what} for row ${row} of "${site.table}.${site.column}": its time is before 1970`,
    { table: site.table, field: site.column, row },
  );
}

/**
 * Writes the last two of four words a row: the bits of `top`, then the row number put through a Feistel network over
 * 30 + 32 bits. Rows go to 2^53, so distinct rows give distinct values.
 *
 * Luby & Rackoff (1988), "How to construct pseudorandom permutations from pseudorandom functions".
 */
export function rowPermutation(
  keys: RandomStream,
  top: number,
): (rows: Rows, words: Uint32Array) => void {
  const k0 = keys.wordAt(0, 0);
  const k1 = keys.wordAt(0, 1);
  const k2 = keys.wordAt(0, 2);
  const k3 = keys.wordAt(0, 3);
  const lefts = new WordScratch();
  const rights = new WordScratch();
  return (rows, words) => {
    const { count, low, numbers, high } = rows;
    const kernels = kernelsFor(rows);
    if (kernels !== undefined) {
      const left = lefts.of(count);
      const right = rights.of(count);
      kernels.permuteRows(rows, k0, k1, k2, k3, left, right);
      for (let i = 0; i < count; i++) {
        words[4 * i + 2] = left[i] | top;
        words[4 * i + 3] = right[i];
      }
      return;
    }
    for (let i = 0; i < count; i++) {
      let left = high < 0 ? highWord(numbers[i]) : high;
      let right: number = low[i];
      left ^= mix(right ^ k0) & MASK_30;
      right ^= mix(left ^ k1);
      left ^= mix(right ^ k2) & MASK_30;
      right ^= mix(left ^ k3);
      words[4 * i + 2] = left | top;
      words[4 * i + 3] = right;
    }
  };
}

/** Ranks in the place of rows. */
export class RankRows {
  readonly rows: Numbered = new Numbered(0);

  set(ranks: Float64Array, count: number): void {
    this.rows.reset(count);
    this.rows.numbers.set(ranks.subarray(0, count));
    this.rows.seal();
  }
}

/** Chris Wellons (2018), "Prospecting for hash functions": lowbias32. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
