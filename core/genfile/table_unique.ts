// Keys of several columns: proved by their structure where that suffices, else made from ranks over the product of the
// columns' values, one permutation for all columns of a key, or of keys that share columns.
import type { ColumnAddress } from "../parameters.ts";
import type { RankPlan, RankStep } from "../plan.ts";
import { grouped } from "../quantities.ts";
import type { ColumnSpec } from "./column.ts";
import { isReference } from "./references.ts";
import type { TableKey, TableSpec } from "./table.ts";
import { thingsOf } from "./unique.ts";
import {
  isKey,
  isUniqueByItself,
  type KeySurroundings,
  seesUnique,
} from "./unique_proofs.ts";
import { countThing, thereAre, type Thing } from "./unique_values.ts";

const TWO_53 = 9007199254740992;

/** A key that is kept by ranks. */
interface RankedKey {
  key: TableKey;
  among: RankPlan["among"];
  /** So many combinations must differ. */
  needed: number;
  things: Thing[];
}

export function planTableKeys(
  surroundings: KeySurroundings,
  table: TableSpec,
  keys: readonly TableKey[],
): void {
  const column = (name: string) =>
    table.columns.find((one) => one.name === name)!;
  if (keys.some((key) => key.columns.some((name) => column(name).broken))) {
    return;
  }
  const open = keys.map((key) => ({
    key,
    columns: key.columns.map(column),
    among: amongOf(surroundings, table, key.columns.map(column)),
  })).filter(({ columns, among }) =>
    !isProved(surroundings, columns, among === "siblings")
  );
  const sizes = new Map<Thing, number>();
  const reasons = new Map<ColumnSpec, string>();
  const things = thingsOf(
    surroundings,
    table,
    [...new Set(open.flatMap(({ columns }) => columns))]
      .filter((one) => canDiffer(surroundings, one)),
  ).filter((thing) => {
    const size = sizeOf(surroundings, thing, reasons);
    if (size !== undefined) sizes.set(thing, size);
    return size !== undefined;
  });
  const ranked = open.flatMap(({ key, columns, among }): RankedKey[] => {
    const own = things.filter(({ unique }) =>
      unique.some((one) => columns.includes(one))
    );
    if (own.length === 0) {
      reportUnproved(surroundings, key, columns, among, reasons);
      return [];
    }
    const scope = surroundings.scopeOf(columns[0]);
    const needed = among === "siblings"
      ? scope.siblings() ?? 0
      : scope.rows(table.name) ?? 0;
    return [{ key, among, needed, things: own }];
  });
  for (const group of groupsOf(ranked)) planGroup(surroundings, group, sizes);
}

/** Whether the parent is in a key: then the other columns need differ among siblings only. */
function amongOf(
  surroundings: KeySurroundings,
  table: TableSpec,
  columns: readonly ColumnSpec[],
): RankPlan["among"] {
  const { references, tables } = surroundings;
  const seen = new Map<string, Set<string>>();
  for (const column of columns) {
    if (!isReference(column) || column.null > 0) continue;
    const last = references.stepsUp(column)?.at(-1);
    if (last === undefined) continue;
    const { parent } = surroundings.scopeOf(column);
    if (last.to !== parent) continue;
    if (seesUnique(surroundings, column)) return "siblings";
    const names = seen.get(last.to) ?? new Set();
    seen.set(last.to, names.add((column.params.ref as ColumnAddress).column));
  }
  // Columns that are a key of the parent together.
  for (const [name, names] of seen) {
    const parent = tables.get(name)!;
    const keys = [parent.primaryKey, ...parent.uniqueKeys];
    if (keys.some((key) => key?.columns.every((one) => names.has(one)))) {
      return "siblings";
    }
  }
  // `distinct` says so without the parent.
  const isDistinct = columns.length === 1 && columns[0].distinct;
  return isDistinct && surroundings.scopeOf(columns[0]).parent !== undefined &&
      table.per !== undefined
    ? "siblings"
    : undefined;
}

function isProved(
  surroundings: KeySurroundings,
  columns: readonly ColumnSpec[],
  amongSiblings: boolean,
): boolean {
  return columns.some((column) => {
    if (column.unique || column.primary) return true;
    if (columns.length > 1 && isKey(surroundings, column)) return true;
    if (isUniqueByItself(surroundings, column)) return true;
    if (!amongSiblings) return false;
    if (isReference(column)) {
      return column.params.distinct === true &&
        seesUnique(surroundings, column);
    }
    // What never repeats in a table of its own never does among siblings: a counter.
    const alone = { ...surroundings.scopeOf(column), parent: undefined };
    return column.generator?.unique?.(column.params, alone) === true;
  });
}

/** Whether a column's values are its own to choose. */
function canDiffer(
  { references }: KeySurroundings,
  column: ColumnSpec,
): boolean {
  return column.ranks === undefined && column.generator?.numbered !== true &&
    (!isReference(column) || references.stepsUp(column) === undefined);
}

function sizeOf(
  surroundings: KeySurroundings,
  thing: Thing,
  reasons: Map<ColumnSpec, string>,
): number | undefined {
  if (thing.columns.some(({ ranks }) => ranks !== undefined)) return undefined;
  const [unique] = thing.unique;
  if (isReference(unique) && unique.params.distinct === true) return undefined;
  return countThing(surroundings, thing, unique, (_column, _name, message) => {
    reasons.set(unique, message);
  });
}

/** Keys that share things are planned together. */
function groupsOf(keys: readonly RankedKey[]): RankedKey[][] {
  const groups: RankedKey[][] = [];
  for (const key of keys) {
    const touched = groups.filter((group) =>
      group.some(({ things }) => things.some((one) => key.things.includes(one)))
    );
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push([...touched.flat(), key]);
  }
  return groups;
}

/**
 * The things that all keys of a group share are digits of the rank, as is a number below the least product of the
 * others: each key makes its other things from a permutation of that number, a different one for each combination of
 * what is shared.
 */
function planGroup(
  surroundings: KeySurroundings,
  group: readonly RankedKey[],
  sizes: ReadonlyMap<Thing, number>,
): void {
  const [first] = group;
  const common = first.things.filter((thing) =>
    group.every(({ things }) => things.includes(thing))
  );
  const rests = group.map(({ things }) =>
    things.filter((thing) => !common.includes(thing))
  );
  const all = rests.flat();
  if (
    new Set(all).size < all.length ||
    group.some(({ among }) => among !== first.among)
  ) {
    reportShared(surroundings, group);
    return;
  }
  const needed = Math.max(...group.map((one) => one.needed));
  const shared = fit(common, sizes, needed);
  const room = Math.floor(TWO_53 / product(shared));
  const others = rests.map((things) =>
    fit(things, sizes, Math.ceil(needed / product(shared)))
  );
  const rest = Math.min(room, ...others.map(product));
  const total = product(shared) * rest;
  const short = group.find(({ needed }) => needed > total);
  if (short !== undefined) {
    reportTooFew(surroundings, short, total);
    return;
  }
  const what = JSON.stringify(group.map(({ key }) => key.columns));
  const permute = (purpose: string, size: number): RankStep[] =>
    size > 1 ? [{ kind: "permute", what, purpose, size }] : [];
  const begin = permute("unique/key", total);
  const give = (
    digits: readonly Digit[],
    steps: readonly RankStep[],
    within: number,
  ) => {
    let divisor = 1;
    for (const { thing, size } of digits) {
      const whole = divisor === 1 && size === within;
      const full = sizes.get(thing)!;
      setRanks(thing, first.among, [
        ...steps,
        ...(whole ? [] : [digit(divisor, size)]),
        // Where not all values are needed, those that are taken lie anywhere.
        ...(size < full ? permute(`unique/key/${thing.what}`, full) : []),
      ]);
      divisor *= size;
    }
  };
  give(shared, begin, total);
  others.forEach((digits, i) => {
    const size = product(digits);
    const divisor = product(shared);
    const steps: RankStep[] = i === 0 && size === rest
      ? (rest === total ? begin : [...begin, digit(divisor, rest)])
      : [...begin, {
        kind: "permuteWithin",
        what,
        purpose: `unique/key/${i}`,
        divisor,
        rest,
        size,
      }];
    give(digits, steps, size);
  });
}

function digit(divisor: number, size: number): RankStep {
  return { kind: "digit", divisor, size };
}

function setRanks(
  thing: Thing,
  among: RankPlan["among"],
  steps: RankStep[],
): void {
  for (const column of thing.columns) {
    column.ranks = {
      steps,
      parts: thing.parts,
      ...(among !== undefined && { among }),
    };
  }
}

/** A thing of which so many values are digits of a rank. */
interface Digit {
  thing: Thing;
  size: number;
}

/**
 * The things that make enough combinations, of at most 2^53: what does not fit any more may be drawn as ever, and only
 * where the others are too few, some of its values are taken.
 */
function fit(
  things: readonly Thing[],
  sizes: ReadonlyMap<Thing, number>,
  needed: number,
): Digit[] {
  const digits: Digit[] = [];
  let total = 1;
  for (const thing of things) {
    const size = sizes.get(thing)!;
    if (total * size > TWO_53 && total >= needed) continue;
    const used = Math.min(size, Math.floor(TWO_53 / Math.max(total, 1)));
    digits.push({ thing, size: used });
    total *= used;
  }
  return digits;
}

function product(digits: readonly Digit[]): number {
  return digits.reduce((all, { size }) => all * size, 1);
}

function nameOf({ columns }: TableKey): string {
  return columns.length === 1
    ? `"${columns[0]}"`
    : `the key [${columns.map((one) => JSON.stringify(one)).join(", ")}]`;
}

function reportTooFew(
  { problems }: KeySurroundings,
  { key, among, needed }: RankedKey,
  total: number,
): void {
  const most = among === "siblings";
  problems.error(
    key.place,
    `${nameOf(key)} needs ${grouped(needed)} different ${
      key.columns.length === 1 ? "values" : "combinations"
    }${most ? " for one parent" : ""}, and ${thereAre(total)}`,
    `give its columns more values, or make fewer ${most ? "children" : "rows"}`,
  );
}

function reportShared(
  { problems }: KeySurroundings,
  group: readonly RankedKey[],
): void {
  const [first, second] = group;
  problems.error(
    second.key.place,
    `${nameOf(first.key)} and ${nameOf(second.key)} cannot both be kept`,
    "keys may share columns if those are the same ones for all of them, and the parent is in all or in none",
  );
}

function reportUnproved(
  { problems }: KeySurroundings,
  key: TableKey,
  columns: readonly ColumnSpec[],
  among: RankPlan["among"],
  reasons: ReadonlyMap<ColumnSpec, string>,
): void {
  const pick = among === undefined
    ? undefined
    : columns.find((one) => isReference(one) && reasons.has(one));
  const reason = columns.map((one) => reasons.get(one)).find((one) =>
    one !== undefined
  );
  problems.error(
    key.place,
    `${nameOf(key)} may repeat: no column of it is unique, or can be made so`,
    pick !== undefined ? `put distinct = true on "${pick.name}"` : reason ??
      "put a sequence, a counter beside the parent, or columns with enough values in it",
  );
}
