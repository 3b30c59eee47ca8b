// Keys by hashes: whether no two rows have the same, and whether what refers to a key finds it. Hashes are kept for a
// part of the rows at a time, at most 128 MiB of them; a table of more rows is read as many times as there are parts.
import { BATCH_ROWS, type Cells, NULL } from "./cells.ts";
import { textOf } from "./differences.ts";
import type { FoundTable, Visitor } from "./place.ts";
import { KeySet } from "./key_set.ts";
import { RowHashes } from "./row_hash.ts";

/** Hashes in a set at most. */
const PART = 5_000_000;

/** Shows some columns of a table, batch by batch. */
export type Scan = (
  see: (cells: readonly Cells[], count: number, at: number) => void,
) => Promise<void>;

/** Columns of a found table. */
export function scanColumns(
  table: FoundTable,
  names: readonly string[],
): Scan {
  const columns = [...names];
  const places = columns.map((name) => table.columns.indexOf(name));
  return (see) => {
    let at = 0;
    const visitor: Visitor = {
      same(_, count, read) {
        see(read(columns), count, at);
        at += count;
      },
      found(cells, count) {
        see(places.map((place) => cells[place]), count, at);
        at += count;
      },
    };
    return table.scan(visitor);
  };
}

/** The first value that two rows have, as text; undefined where none has. */
export async function repeatedKey(
  table: FoundTable,
  names: readonly string[],
  rows: number,
): Promise<string | undefined> {
  const scan = scanColumns(table, names);
  const parts = Math.max(1, Math.ceil(rows / PART));
  const hashes = new RowHashes(BATCH_ROWS);
  const repeated = new Set<string>();
  for (let part = 0; part < parts; part++) {
    const set = new KeySet(rows / parts * 1.05);
    await scan((cells, count) => {
      hashes.of(cells, count);
      for (let i = 0; i < count; i++) {
        const a = hashes.a[i];
        const b = hashes.b[i];
        if (parts > 1 && (b >>> 0) % parts !== part) continue;
        if (set.add(a, b) && !hasNull(cells, i) && repeated.size < 100) {
          repeated.add(`${a},${b}`);
        }
      }
    });
  }
  if (repeated.size === 0) return undefined;
  // Two values may have one hash: what is said is said of values.
  const types = typesOf(table, names);
  const seen = new Set<string>();
  let twice: string | undefined;
  await scan((cells, count) => {
    hashes.of(cells, count);
    for (let i = 0; i < count && twice === undefined; i++) {
      if (!repeated.has(`${hashes.a[i]},${hashes.b[i]}`)) continue;
      const key = keyText(cells, types, i);
      if (seen.has(key)) twice = key;
      seen.add(key);
    }
  });
  return twice;
}

/** Rows that refer to no row of a key: how many, and the first value. */
export async function lostReferences(
  table: FoundTable,
  names: readonly string[],
  parent: Scan,
  parentRows: number,
): Promise<{ rows: number; first: string } | undefined> {
  const scan = scanColumns(table, names);
  const types = typesOf(table, names);
  const parts = Math.max(1, Math.ceil(parentRows / PART));
  const hashes = new RowHashes(BATCH_ROWS);
  let rows = 0;
  let first = "";
  let least = Infinity;
  for (let part = 0; part < parts; part++) {
    const set = new KeySet(parentRows / parts * 1.05);
    const isPart = (i: number) =>
      parts === 1 || (hashes.b[i] >>> 0) % parts === part;
    await parent((cells, count) => {
      hashes.of(cells, count);
      for (let i = 0; i < count; i++) {
        if (isPart(i)) set.add(hashes.a[i], hashes.b[i]);
      }
    });
    await scan((cells, count, at) => {
      hashes.of(cells, count);
      for (let i = 0; i < count; i++) {
        if (!isPart(i) || hasNull(cells, i)) continue;
        if (set.has(hashes.a[i], hashes.b[i])) continue;
        rows++;
        if (at + i >= least) continue;
        least = at + i;
        first = keyText(cells, types, i);
      }
    });
  }
  return rows === 0 ? undefined : { rows, first };
}

function typesOf({ plan }: FoundTable, names: readonly string[]) {
  return names.map((name) =>
    plan.columns.find((one) => one.name === name)!.type
  );
}

function hasNull(columns: readonly Cells[], i: number): boolean {
  return columns.some(({ states }) => states[i] === NULL);
}

function keyText(
  columns: readonly Cells[],
  types: ReturnType<typeof typesOf>,
  i: number,
): string {
  return columns.map((cells, k) => textOf(cells, types[k], i) ?? "NULL")
    .join(", ");
}
