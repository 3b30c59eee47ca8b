// Keys of several columns: proved by their structure where that suffices, else kept by ranks.
import type { ColumnAddress } from "../../parameters.ts";
import type { RankPlan } from "../../plan.ts";
import type { ColumnSpec, TableKey, TableSpec } from "../spec.ts";
import { isReference } from "../references.ts";
import { thingsOf } from "./columns.ts";
import {
  isKey,
  isUniqueByItself,
  type KeySurroundings,
  seesUnique,
} from "./proofs.ts";
import { countThing, type Thing } from "./domains.ts";
import { nameOf, planGroup, type RankedKey } from "./ranked_keys.ts";

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
