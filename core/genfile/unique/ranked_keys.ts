// Keys made from ranks over the product of the columns' values: one permutation for all columns of a key, or of keys
// that share columns.
import type { RankPlan, RankStep } from "../../plan.ts";
import { grouped } from "../../quantities.ts";
import type { TableKey } from "../spec.ts";
import { crossKeys } from "./crossed_keys.ts";
import type { KeySurroundings } from "./proofs.ts";
import { thereAre, type Thing } from "./domains.ts";

const TWO_53 = 9007199254740992;

/** A key that is kept by ranks. */
export interface RankedKey {
  key: TableKey;
  among: RankPlan["among"];
  /** So many combinations must differ. */
  needed: number;
  things: Thing[];
}

/**
 * The things that all keys of a group share are digits of the rank, as is a number below the least product of the
 * others: each key makes its other things from a permutation of that number, a different one for each combination of
 * what is shared.
 */
export function planGroup(
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
  if (group.some(({ among }) => among !== first.among)) {
    reportShared(surroundings, group);
    return;
  }
  const needed = Math.max(...group.map((one) => one.needed));
  const shared = fit(common, sizes, needed);
  const all = rests.flat();
  if (new Set(all).size < all.length) {
    planCrossed(surroundings, group, { shared, rests, sizes, needed });
    return;
  }
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
  const permute = permuter(group);
  const begin = permute("unique/key", total);
  const give = (
    digits: readonly Digit[],
    steps: readonly RankStep[],
    within: number,
  ) =>
    giveDigits(digits, steps, within, { among: first.among, sizes, permute });
  give(shared, begin, total);
  others.forEach((digits, i) => {
    const size = product(digits);
    const divisor = product(shared);
    const steps: RankStep[] = i === 0 && size === rest
      ? (rest === total ? begin : [...begin, digit(divisor, rest)])
      : [...begin, {
        kind: "permuteWithin",
        what: whatOf(group),
        purpose: `unique/key/${i}`,
        divisor,
        rest,
        size,
      }];
    give(digits, steps, size);
  });
}

/** The things of keys that share others crosswise. */
function planCrossed(
  surroundings: KeySurroundings,
  group: readonly RankedKey[],
  { shared, rests, sizes, needed }: {
    shared: readonly Digit[];
    rests: readonly Thing[][];
    sizes: ReadonlyMap<Thing, number>;
    needed: number;
  },
): void {
  const [{ among }] = group;
  // What holds another key differs where that does.
  const keys = rests.filter((key, i) =>
    !rests.some((other, k) =>
      other.every((one) => key.includes(one)) &&
      (other.length < key.length || k < i)
    )
  );
  const before = product(shared);
  const crossed = keys.some((key) => key.length < 2) ? undefined : crossKeys(
    keys,
    sizes,
    Math.ceil(needed / before),
    Math.floor(TWO_53 / before),
  );
  if (crossed === undefined) return reportShared(surroundings, group);
  const total = before * crossed.total;
  if (total < needed) {
    reportCrossed(surroundings, group, needed, total);
    return;
  }
  const permute = permuter(group);
  const begin = permute("unique/key", total);
  giveDigits(shared, begin, total, { among, sizes, permute });
  const rest = before > 1 ? [digit(before, crossed.total)] : [];
  for (const [thing, step] of crossed.steps) {
    setRanks(thing, among, [
      ...begin,
      ...rest,
      step,
      ...permute(`unique/key/${thing.what}`, sizes.get(thing)!),
    ]);
  }
}

/** What the permutations of a group of keys are keyed by. */
function whatOf(group: readonly RankedKey[]): string {
  return JSON.stringify(group.map(({ key }) => key.columns));
}

type Permuter = (purpose: string, size: number) => RankStep[];

function permuter(group: readonly RankedKey[]): Permuter {
  const what = whatOf(group);
  return (purpose, size) =>
    size > 1 ? [{ kind: "permute", what, purpose, size }] : [];
}

/** Makes things the digits of a number below `within`, which the steps give. */
function giveDigits(
  digits: readonly Digit[],
  steps: readonly RankStep[],
  within: number,
  { among, sizes, permute }: {
    among: RankPlan["among"];
    sizes: ReadonlyMap<Thing, number>;
    permute: Permuter;
  },
): void {
  let divisor = 1;
  for (const { thing, size } of digits) {
    const whole = divisor === 1 && size === within;
    const full = sizes.get(thing)!;
    setRanks(thing, among, [
      ...steps,
      ...(whole ? [] : [digit(divisor, size)]),
      // Where not all values are needed, those that are taken lie anywhere.
      ...(size < full ? permute(`unique/key/${thing.what}`, full) : []),
    ]);
    divisor *= size;
  }
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

export function nameOf({ columns }: TableKey): string {
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

function reportCrossed(
  { problems }: KeySurroundings,
  group: readonly RankedKey[],
  needed: number,
  total: number,
): void {
  const [first, second] = group;
  const most = first.among === "siblings";
  problems.error(
    second.key.place,
    `${nameOf(first.key)} and ${nameOf(second.key)} can be kept together for ${
      grouped(total)
    } ${most ? "children of one parent" : "rows"}, and there are ${
      grouped(needed)
    }`,
    `give their columns more values, or make fewer ${
      most ? "children" : "rows"
    }`,
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
    "keys may share columns if the parent is in all of them or in none, and each has two columns beside those that all share",
  );
}
