// Values in whole units between two ends: integers, decimals, dates and times are all made here.
import type {
  Prepared,
  Ranked,
  Report,
  Scope,
  Site,
} from "../core/generator.ts";
import type { Bound, DistributionSpec, Literal } from "../core/parameters.ts";
import { type Kind, type ValueType, valueType } from "../core/value_type.ts";
import { parseDecimal } from "../core/values/decimal.ts";
import {
  checkDistribution,
  prepareSampler,
} from "../core/values/distributions.ts";
import { inUnits } from "../core/values/distributions/measures.ts";
import {
  checkBound,
  constantOf,
  followsNullable,
  followsRow,
} from "./_bounds.ts";

const MAX_VALUES = 2 ** 53;

/** A range as its generator describes it. */
export interface Range {
  /** Parameters of the ends. */
  low: string;
  high: string;
  from: Bound;
  to: Bound;
  dist: DistributionSpec | undefined;
  /** Kind and scale of the values. */
  kind: Kind;
  scale: number;
  /** Kinds of values that the ends may be. */
  accepted: readonly Kind[];
  /** Whether the upper end is no value itself, unless it is the only one. */
  exclusive?: boolean;
}

/** Values are NULL where an end is, or where the ends follow the row and the lower one is above the upper. */
export function rangeType(range: Range, scope: Scope): ValueType {
  const { from, to, kind, scale } = range;
  const type = valueType(kind, { scale });
  type.nullable = followsNullable(scope, from, to) || followsRow(from, to);
  if (kind === "int" || kind === "decimal") {
    const { min, max } = limits(range, scope);
    if (min !== undefined) type.min = min;
    if (max !== undefined) type.max = max;
  }
  return type;
}

/** The least and greatest value where that is known: of constants, and of columns in the same units. */
function limits(range: Range, scope: Scope): { min?: number; max?: number } {
  const low = limit(range, range.from, scope, "min");
  const high = limit(range, range.to, scope, "max");
  return { min: low, max: high };
}

function limit(
  { kind, scale }: Range,
  bound: Bound,
  scope: Scope,
  side: "min" | "max",
): number | undefined {
  const literal = constantOf(bound, scope);
  if (literal !== undefined) {
    return wholeUnits(literal, kind, scale, side === "min" ? "up" : "down");
  }
  const column = "column" in bound ? scope.column(bound.column) : undefined;
  return column?.kind === kind && column.scale === scale
    ? column[side]
    : undefined;
}

/** A literal in units of the values; undefined where it is of another kind. */
function wholeUnits(
  literal: Literal,
  kind: Kind,
  scale: number,
  rounding: "up" | "down",
): number | undefined {
  if (kind === "decimal" && "text" in literal) {
    const exact = parseDecimal(literal.text, scale);
    if (exact !== undefined) return exact;
  }
  const value = inUnits(literal, "position", { kind, scale });
  if (value === undefined) return undefined;
  return rounding === "up" ? Math.ceil(value) : Math.floor(value);
}

/** Reports ends that are of the wrong kind, the wrong way round or too far apart, and a `dist` that cannot apply. */
export function checkRange(range: Range, scope: Scope, report: Report): void {
  const { low, high, from, to, dist, kind, scale, accepted } = range;
  const lowFits = checkBound(low, from, accepted, scope, report);
  const highFits = checkBound(high, to, accepted, scope, report);
  if (!lowFits || !highFits) return;
  const first = constantOf(from, scope);
  const last = constantOf(to, scope);
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
      "units are whole numbers between -2^53 and 2^53",
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
  if (dist === undefined) return;
  for (const message of checkDistribution(dist, { kind, scale }, least, most)) {
    report("dist", message);
  }
}

function textOf(literal: Literal): string {
  return "text" in literal ? literal.text : String(literal.value);
}

/** How many values there are between constant ends. */
export function rangeDomain(range: Range, scope: Scope): number | undefined {
  const { from, to, kind, scale, exclusive } = range;
  const first = constantOf(from, scope);
  const last = constantOf(to, scope);
  if (first === undefined || last === undefined) return undefined;
  const low = wholeUnits(first, kind, scale, "up")!;
  const high = wholeUnits(last, kind, scale, exclusive ? "up" : "down")!;
  return exclusive && low < high ? high - low : high - low + 1;
}

/** The rank-th value from the lower end on. */
export function rankedRange({ from }: Range, site: Site): Ranked {
  const low = site.bound(from, "up").constant!;
  return {
    storage: "numbers",
    fill({ rows }, ranks, out) {
      const { numbers } = out;
      for (let i = 0; i < rows.count; i++) numbers[i] = low + ranks[i];
    },
  };
}

/** Draws values of the site's type between two ends. */
export function prepareRange(range: Range, site: Site): Prepared {
  const lower = site.bound(range.from, "up");
  const upper = site.bound(range.to, range.exclusive ? "up" : "down");
  const sampler = prepareSampler(range.dist, site.type);
  const random = site.random();
  const low = lower.constant;
  let high = upper.constant;
  if (low !== undefined && high !== undefined) {
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
      sampler.sample(random, rows, 0, from, to, numbers);
      for (let i = 0; i < rows.count; i++) {
        if (numbers[i] !== numbers[i]) nulls[i] = 1;
      }
    },
  };
}
