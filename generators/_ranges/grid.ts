// Values in whole units between two ends: integers, decimals, dates and times are all made here.
import type {
  Prepared,
  Ranked,
  Report,
  Scope,
  Site,
} from "../../core/generator.ts";
import type { Literal } from "../../core/parameters.ts";
import { type ValueType, valueType } from "../../core/value_type.ts";
import {
  checkDistribution,
  prepareSampler,
} from "../../core/values/distributions.ts";
import { inUnits } from "../../core/values/distributions/measures.ts";
import {
  checkBound,
  constantOf,
  followsNullable,
  followsRow,
} from "./bounds.ts";
import { prepareSteps } from "./order.ts";
import {
  constantIn,
  limits,
  mayCross,
  type Range,
  stepsBetween,
  wholeUnits,
} from "./range_ends.ts";
import { checkStep, greatest, stepUnits } from "./steps.ts";

const MAX_VALUES = 2 ** 53;

/** Values are NULL where an end is, or where the ends follow the row and the lower one is above the upper. */
export function rangeType(range: Range, scope: Scope): ValueType {
  const { from, to, kind, scale, zone } = range;
  const type = valueType(kind, { scale, ...(zone !== undefined && { zone }) });
  const ends = to === undefined ? [from] : [from, to];
  type.nullable = followsNullable(scope, ...ends) || followsRow(...ends);
  if (
    type.nullable && !followsNullable(scope, ...ends) && !mayCross(range, scope)
  ) type.neverNull = true;
  const { min, max } = limits(range, scope);
  if (min !== undefined) type.min = min;
  if (max !== undefined) type.max = max;
  return type;
}

/** Reports ends that are of the wrong kind, the wrong way round or too far apart, and a `dist` that cannot apply. */
export function checkRange(range: Range, scope: Scope, report: Report): void {
  const { low, high, from, to, dist, kind, scale, accepted } = range;
  const lowFits = checkBound(low, from, accepted, scope, report);
  const highFits = to === undefined ||
    checkBound(high, to, accepted, scope, report);
  if (!lowFits || !highFits) return;
  if (range.step && !checkStep(range.step, kind, scale, report)) return;
  const first = constantIn(range.zone, from, scope);
  const last = to && constantIn(range.zone, to, scope);
  const least = first && wholeUnits(first, kind, scale, "up");
  let most = last &&
    wholeUnits(last, kind, scale, range.exclusive ? "up" : "down");
  for (
    const [name, value] of [[low, least], [high, most]] as const
  ) {
    if (value === undefined || Number.isSafeInteger(value)) continue;
    report(
      name,
      `${name} is too large to be exact`,
      "units are whole numbers from -9007199254740991 to 9007199254740991",
    );
    return;
  }
  if (least !== undefined && most !== undefined) {
    if (least > most) {
      const units = { kind, scale };
      const crossed = inUnits(first!, "position", units)! >
        inUnits(last!, "position", units)!;
      report(
        low,
        crossed
          ? `${low} is above ${high}`
          : `no value fits between ${low} and ${high}`,
        `no value is from ${textOf(first!)} to ${textOf(last!)}`,
      );
      return;
    }
    if (range.exclusive && least < most) most--;
    if (most - least >= MAX_VALUES) {
      report(
        high,
        `${low} and ${high} are too far apart`,
        "a range has at most 2^53 values",
      );
      return;
    }
  }
  const { min, max } = limits(range, scope);
  if (min !== undefined && max !== undefined && min > max) {
    report(low, `${low} is always above ${high}`, "all values would be NULL");
    return;
  }
  if (to === undefined) checkOpen(range, least, scope, report);
  else if (dist !== undefined) {
    const units = { kind, scale };
    for (
      const { message, hint } of checkDistribution(dist, units, least, most)
    ) {
      report("dist", message, hint);
    }
  }
}

/** Values that are one step after another must all be possible, and leave no choice. */
function checkOpen(
  { high, dist, step, kind, scale }: Range,
  least: number | undefined,
  scope: Scope,
  report: Report,
): void {
  if (dist !== undefined && dist.type !== "uniform") {
    report("dist", `dist has no range without ${high}`, `give ${high}`);
  }
  const rows = scope.siblings();
  if (least === undefined || rows === undefined) return;
  const last = least + stepUnits(step!, kind, scale)! * Math.max(rows - 1, 0);
  if (last <= greatest(kind, scale)) return;
  report(
    "step",
    `the last of ${rows} values is too large`,
    `give ${high}, or a smaller step`,
  );
}

function textOf(literal: Literal): string {
  return "text" in literal ? literal.text : String(literal.value);
}

/** How many values there are between constant ends; undefined where it is not known, or rows choose in an order. */
export function rangeDomain(range: Range, scope: Scope): number | undefined {
  if (range.order !== undefined && scope.parent !== undefined) return undefined;
  return stepsBetween(range, scope);
}

/** In an order values rise strictly, where there are as many as rows: no value is there twice. */
export function rangeUnique(range: Range, scope: Scope): boolean {
  const { from, to, order } = range;
  if (order === undefined || scope.parent !== undefined) return false;
  if (to === undefined) return constantOf(from, scope) !== undefined;
  const steps = stepsBetween(range, scope) ?? 0;
  return steps >= (scope.rows(scope.table) ?? Infinity);
}

/** The rank-th value from the lower end on. */
export function rankedRange(range: Range, site: Site): Ranked {
  const low = site.bound(range.from, "up").constant!;
  const step = range.step === undefined
    ? 1
    : stepUnits(range.step, range.kind, range.scale)!;
  return {
    storage: "numbers",
    fill({ rows }, ranks, out) {
      const { numbers } = out;
      for (let i = 0; i < rows.count; i++) numbers[i] = low + step * ranks[i];
    },
  };
}

/** Draws values of the site's type between two ends. */
export function prepareRange(range: Range, site: Site): Prepared {
  const { to } = range;
  if (
    to === undefined || range.order !== undefined || range.step !== undefined
  ) return prepareSteps(range, site);
  const lower = site.bound(range.from, "up");
  const upper = site.bound(to, range.exclusive ? "up" : "down");
  const sampler = prepareSampler(range.dist, site.type);
  const random = site.random();
  const following = site.following(range.dist);
  const low = lower.constant;
  let high = upper.constant;
  if (
    low !== undefined && high !== undefined && following === undefined
  ) {
    if (range.exclusive && low < high) high--;
    const last = high;
    return {
      storage: "numbers",
      fill({ rows }, out) {
        sampler.sample(random, rows, 0, low, last, out.numbers);
      },
    };
  }
  return {
    storage: "numbers",
    fill(record, out) {
      const { rows } = record;
      const { numbers, nulls } = out;
      const from = lower.read(record);
      let to = upper.read(record);
      if (range.exclusive) {
        const last = record.scratch(0);
        for (let i = 0; i < rows.count; i++) {
          last[i] = to[i] > from[i] ? to[i] - 1 : to[i];
        }
        to = last;
      }
      sampler.sample(random, rows, 0, from, to, numbers, following?.(record));
      for (let i = 0; i < rows.count; i++) {
        if (numbers[i] !== numbers[i]) nulls[i] = 1;
      }
    },
  };
}
