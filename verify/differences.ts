// Which rows differ, and in what: found rows that are not expected, and expected rows that are not found, set side by
// side.
import { type Cells, NULL, ODD } from "./cells.ts";
import type { FoundTable } from "./place.ts";
import { Sums } from "./sums.ts";
import { BATCH_ROWS } from "./cells.ts";
import type { ValueType } from "../core/value_type.ts";
import { cellText } from "../source/formats/text.ts";

/** A row that is not as it should be. */
export interface Difference {
  kind: "changed" | "missing" | "unexpected";
  /** The row's number in the plan; of unexpected ones its place in the target. */
  row: number;
  /** Of changed rows, the columns that differ; else the whole row. Null is NULL. */
  cells: { column: string; expected?: string | null; found?: string | null }[];
}

export interface Differences {
  /** How many rows differ; at least so many where `isLeast`. */
  changed: number;
  missing: number;
  unexpected: number;
  isLeast: boolean;
  /** The first by row number, some of them. */
  first: Difference[];
}

/** Rows that are looked at again at most. */
const MOST_ROWS = 200_000;
/** The same where other rows are there too, so that all of them may be looked at. */
const MOST_APPENDED = 2_000_000;
/** Rows whose cells are kept at most, on each side. */
const MOST_KEPT = 5_000;
/** Rows without a key that are compared with one another at most, on each side. */
const MOST_PAIRS = 300;
const SHOWN = 10;

interface Row {
  row: number;
  texts: (string | null)[];
}

/** Reads the table once more and finds the rows in which it differs. */
export async function findDifferences(
  table: FoundTable,
  types: readonly ValueType[],
  key: readonly number[],
  different: ReadonlySet<number>,
  isAppended: boolean,
): Promise<Differences> {
  const perBucket = Math.max(1, table.plan.rows / Sums.buckets);
  const rows = isAppended ? MOST_APPENDED : MOST_ROWS;
  const most = Math.max(1, Math.floor(rows / perBucket));
  const buckets = new Set([...different].slice(0, most));
  const open = new Map<number, number>();
  await eachIn(table, key, buckets, {
    found: (hash) => add(open, hash, 1),
    expected: (hash) => add(open, hash, -1),
  });
  const tally = { missing: 0, unexpected: 0 };
  for (const count of open.values()) {
    if (count > 0) tally.unexpected += count;
    else tally.missing -= count;
  }
  const missing: Row[] = [];
  const unexpected: Row[] = [];
  await eachIn(table, key, buckets, {
    found(hash, cells, i, row) {
      const count = open.get(hash) ?? 0;
      if (count <= 0 || unexpected.length >= MOST_KEPT) return;
      open.set(hash, count - 1);
      unexpected.push({ row, texts: textsOf(cells, types, i) });
    },
    expected(hash, cells, i, row) {
      const count = open.get(hash) ?? 0;
      if (count >= 0 || missing.length >= MOST_KEPT) return;
      open.set(hash, count + 1);
      missing.push({ row, texts: textsOf(cells, types, i) });
    },
  });
  const pairs = pair(missing, unexpected, key);
  const paired = new Set(pairs.flat());
  const first = [
    ...pairs.map(([asked, there]) => changedRow(table.columns, asked, there)),
    ...missing.filter((row) => !paired.has(row))
      .map((row) => wholeRow("missing", table.columns, row)),
    ...unexpected.filter((row) => !paired.has(row))
      .map((row) => wholeRow("unexpected", table.columns, row)),
  ].sort((a, b) => rank(a) - rank(b) || a.row - b.row).slice(0, SHOWN);
  return {
    changed: pairs.length,
    missing: tally.missing - pairs.length,
    unexpected: tally.unexpected - pairs.length,
    // Of rows that are not kept it is not known which are the same, changed.
    isLeast: buckets.size < different.size ||
      Math.min(tally.missing, tally.unexpected) > 0 &&
        Math.max(tally.missing, tally.unexpected) > MOST_KEPT,
    first,
  };
}

/** Unexpected rows have places, not numbers: they come last. */
function rank({ kind }: Difference): number {
  return kind === "unexpected" ? 1 : 0;
}

function add(counts: Map<number, number>, hash: number, by: number): void {
  const count = (counts.get(hash) ?? 0) + by;
  if (count === 0) counts.delete(hash);
  else counts.set(hash, count);
}

type See = (
  hash: number,
  cells: readonly Cells[],
  i: number,
  row: number,
) => void;

/** Shows the rows of some buckets. */
async function eachIn(
  table: FoundTable,
  key: readonly number[],
  buckets: ReadonlySet<number>,
  see: { found: See; expected: See },
): Promise<void> {
  const sums = new Sums(key, BATCH_ROWS);
  function look(cells: readonly Cells[], count: number, at: number, to: See) {
    sums.hash(cells, count);
    for (let i = 0; i < count; i++) {
      if (buckets.has(sums.bucket(i))) to(sums.hashAt(i), cells, i, at + i);
    }
  }
  await table.scan({
    same: () => {},
    found: (cells, count, at) => look(cells, count, at, see.found),
    expected: (cells, count, row) => look(cells, count, row, see.expected),
  });
}

function textsOf(
  columns: readonly Cells[],
  types: readonly ValueType[],
  i: number,
): (string | null)[] {
  return columns.map((cells, k) => textOf(cells, types[k], i));
}

/** A cell as a person reads it. */
export function textOf(
  cells: Cells,
  type: ValueType,
  i: number,
): string | null {
  const state = cells.states[i];
  if (state === NULL) return null;
  if (state === ODD || cells.storage === "texts") {
    const text = cells.textAt(i);
    // SQLite has the bytes themselves.
    return type.kind === "bytes" && !text.startsWith("\\x")
      ? `\\x${cells.bytes.slice(cells.starts[i], cells.ends[i]).toHex()}`
      : text;
  }
  const shape = {
    name: "",
    type: { ...type, nullable: false },
    storage: cells.storage,
    plain: true,
  };
  return cellText(shape, cells as never, i);
}

/** Sets rows side by side that are one row, changed: of the same key, or else the most alike. */
function pair(
  missing: readonly Row[],
  unexpected: readonly Row[],
  key: readonly number[],
): [Row, Row][] {
  const pairs: [Row, Row][] = [];
  const left = new Map(unexpected.map((row) => [keyOf(row, key), row]));
  const alone: Row[] = [];
  for (const row of missing) {
    const same = key.length > 0 ? left.get(keyOf(row, key)) : undefined;
    if (same === undefined) alone.push(row);
    else {
      pairs.push([row, same]);
      left.delete(keyOf(row, key));
    }
  }
  const others = new Set(
    key.length > 0 ? [...left.values()] : unexpected,
  );
  if (alone.length > MOST_PAIRS || others.size > MOST_PAIRS) return pairs;
  for (const row of alone) {
    let best: Row | undefined;
    let most = row.texts.length / 2;
    for (const other of others) {
      const alike = row.texts.filter((text, k) => text === other.texts[k]);
      if (alike.length <= most) continue;
      most = alike.length;
      best = other;
    }
    if (best === undefined) continue;
    others.delete(best);
    pairs.push([row, best]);
  }
  return pairs;
}

function keyOf({ texts }: Row, key: readonly number[]): string {
  return JSON.stringify(key.map((k) => texts[k]));
}

function changedRow(
  columns: readonly string[],
  asked: Row,
  there: Row,
): Difference {
  return {
    kind: "changed",
    row: asked.row,
    cells: columns.map((column, k) => ({
      column,
      expected: asked.texts[k],
      found: there.texts[k],
    })).filter(({ expected, found }) => expected !== found),
  };
}

function wholeRow(
  kind: "missing" | "unexpected",
  columns: readonly string[],
  { row, texts }: Row,
): Difference {
  const side = kind === "missing" ? "expected" : "found";
  return {
    kind,
    row,
    cells: columns.map((column, k) => ({ column, [side]: texts[k] })),
  };
}
