// Reads a table once: counts its rows, compares them with the expected ones, tallies its columns. Where something
// differs it is read again to find what.
import { BATCH_ROWS, cellStorage } from "./cells.ts";
import { type Differences, findDifferences } from "./differences.ts";
import type { FoundTable, Visitor } from "./place.ts";
import { numbers } from "./expected_rows.ts";
import type { TablePromises } from "./promises.ts";
import { Sums } from "./sums.ts";
import { Tally } from "./tally.ts";

export interface Reading {
  /** Rows that are there. */
  rows: number;
  /** Rows whose values were compared. */
  compared: number;
  tallies: Tally[];
  differences?: Differences;
  /** Where the order is promised, and all rows are there but not in it: the first that is not in its place. */
  disorder?: number;
  /** There is no such table. */
  missing: boolean;
  /** Only a sample was compared. */
  sampled: boolean;
  /** What is said of values that cannot be taken apart, and whether that is good. */
  unread?: string;
  unreadHolds?: boolean;
}

export async function readTable(
  table: FoundTable,
  promises: TablePromises,
  sample: number | undefined,
  isAppended: boolean,
): Promise<Reading> {
  const reading: Reading = {
    ...{ rows: 0, compared: 0, tallies: [], missing: false, sampled: false },
  };
  if (table.columns.length === 0) return { ...reading, missing: true };
  reading.tallies = promises.columns.map((one) => new Tally(one));
  const key = keyOf(table, promises);
  if (
    sample !== undefined && table.sample !== undefined && sample < promises.rows
  ) {
    return await readSample(table, promises, reading, sample, key);
  }
  const reader = new Reader(reading, table, key);
  await table.scan(reader);
  reading.rows = reader.rows;
  reading.compared = promises.rows;
  if (table.unread !== undefined) {
    reading.unread = table.unread;
    reading.unreadHolds = false;
    reading.tallies = [];
    return reading;
  }
  const different = reader.sums.different();
  if (different.size > 0) {
    const types = typesOf(table);
    const found = await findDifferences(
      table,
      types,
      key,
      different,
      isAppended,
    );
    if (isAppended) {
      found.unexpected = 0;
      found.first = found.first.filter(({ kind }) => kind !== "unexpected");
    }
    reading.differences = found;
  } else if (table.ordered && reader.disorder !== undefined) {
    reading.disorder = reader.disorder;
  }
  return reading;
}

function typesOf({ plan, columns }: FoundTable) {
  return columns.map((name) =>
    plan.columns.find((one) => one.name === name)!.type
  );
}

/** Where the columns stand that tell rows apart: those of the primary or a unique key. */
function keyOf(table: FoundTable, promises: TablePromises): number[] {
  const key = promises.primaryKey.length > 0
    ? promises.primaryKey
    : promises.uniqueKeys[0] ?? [];
  return key.map((name) => table.columns.indexOf(name));
}

class Reader implements Visitor {
  rows = 0;
  disorder: number | undefined;
  readonly sums: Sums;
  readonly #reading: Reading;
  /** Columns that something is tallied of when their rows are known to be right. */
  readonly #names: string[];
  readonly #tallies: Tally[];
  readonly #ordered: boolean;
  /** Hashes of the rows found last, and where they stand. */
  readonly #last = new Float64Array(BATCH_ROWS);
  #lastAt = -1;
  #lastCount = 0;

  constructor(reading: Reading, table: FoundTable, key: readonly number[]) {
    this.#reading = reading;
    this.sums = new Sums(key, BATCH_ROWS);
    this.#ordered = table.ordered;
    const types = typesOf(table);
    const tallied = table.columns.map((_, k) => k).filter((k) =>
      types[k].nullable || cellStorage(types[k]) === "numbers" ||
      reading.tallies[k].promises.law !== undefined
    );
    this.#names = tallied.map((k) => table.columns[k]);
    this.#tallies = tallied.map((k) => reading.tallies[k]);
  }

  same: Visitor["same"] = (_, count, read) => {
    this.rows += count;
    const cells = read(this.#names);
    this.#tallies.forEach((tally, k) => tally.add(cells[k], count));
  };

  found: Visitor["found"] = (cells, count, at) => {
    this.rows += count;
    this.#reading.tallies.forEach((tally, k) => tally.add(cells[k], count));
    this.sums.hash(cells, count);
    this.sums.add(count, 1);
    if (!this.#ordered) return;
    for (let i = 0; i < count; i++) this.#last[i] = this.sums.hashAt(i);
    this.#lastAt = at;
    this.#lastCount = count;
  };

  expected: Visitor["expected"] = (cells, count, row) => {
    this.sums.hash(cells, count);
    this.sums.add(count, -1);
    if (!this.#ordered || this.disorder !== undefined) return;
    if (this.#lastAt !== row) {
      this.disorder = row;
      return;
    }
    for (let i = 0; i < count; i++) {
      if (i < this.#lastCount && this.#last[i] === this.sums.hashAt(i)) {
        continue;
      }
      this.disorder = row + i;
      return;
    }
  };
}

/** Rows that stand for all, the same at each time: one from each of as many stretches. */
function sampled(rows: number, sample: number): number[] {
  return numbers(0, sample).map((k) => {
    const from = Math.floor(k * rows / sample);
    const until = Math.floor((k + 1) * rows / sample);
    const spread = (Math.imul(k + 1, 0x9e3779b1) >>> 0) / 4294967296;
    return from + Math.floor(spread * (until - from));
  });
}

async function readSample(
  table: FoundTable,
  promises: TablePromises,
  reading: Reading,
  sample: number,
  key: readonly number[],
): Promise<Reading> {
  reading.sampled = true;
  reading.rows = await table.count!();
  if (key.length === 0) {
    reading.unread = "the table has no key to find rows by; leave --sample out";
    reading.tallies = [];
    return reading;
  }
  const rows = sampled(promises.rows, Math.min(sample, promises.rows));
  reading.compared = rows.length;
  const narrowed: FoundTable = {
    ...pick(table),
    scan: (visitor) =>
      table.sample!(rows, key.map((k) => table.columns[k]), visitor),
  };
  const reader = new Reader(reading, narrowed, key);
  await narrowed.scan(reader);
  const different = reader.sums.different();
  if (different.size > 0) {
    reading.differences = await findDifferences(
      narrowed,
      typesOf(table),
      key,
      different,
      false,
    );
  }
  return reading;
}

function pick(
  { plan, name, columns, flaws }: FoundTable,
): Omit<FoundTable, "scan"> {
  return { plan, name, columns, flaws, ordered: false };
}
