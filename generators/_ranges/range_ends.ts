// Ranges of values in whole units, and what is known of their ends before any row.
import type { Scope } from "../../core/generator.ts";
import type {
  Bound,
  DistributionSpec,
  Literal,
} from "../../core/parameters.ts";
import type { Kind } from "../../core/value_type.ts";
import { formatDecimal, parseDecimal } from "../../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";
import { inUnits } from "../../core/values/distributions/measures.ts";
import { inZone, type Zone } from "../../core/values/zone.ts";
import { constantOf } from "./bounds.ts";
import { type Order, stepUnits } from "./steps.ts";

/** A range as its generator describes it. */
export interface Range {
  /** Parameters of the ends. */
  low: string;
  high: string;
  from: Bound;
  /** Absent where order and step say how far values go. */
  to: Bound | undefined;
  dist: DistributionSpec | undefined;
  order: Order | undefined;
  step: Literal | undefined;
  /** Kind and scale of the values. */
  kind: Kind;
  scale: number;
  /** Kinds of values that the ends may be. */
  accepted: readonly Kind[];
  /** Whether the upper end is no value itself, unless it is the only one. */
  exclusive?: boolean;
  /** Whose local time ends are in that say no offset. */
  zone?: Zone;
}

/** Whether the lower end may be above the upper one, as far as is known. */
export function mayCross(range: Range, scope: Scope): boolean {
  const { from, to, exclusive } = range;
  if (to === undefined) return true;
  const highest = limit(range, from, scope, "max", "up");
  const lowest = limit(range, to, scope, "min", exclusive ? "up" : "down");
  return highest === undefined || lowest === undefined || highest > lowest;
}

/** The least and greatest value where that is known: of constants, and of columns whose own are known. */
export function limits(
  range: Range,
  scope: Scope,
): { min?: number; max?: number } {
  const low = limit(range, range.from, scope, "min", "up");
  const high = range.to && limit(range, range.to, scope, "max", "down");
  return { min: low, max: high };
}

/** The least or greatest value of an end, in units of the values. */
function limit(
  { kind, scale, accepted, zone }: Range,
  bound: Bound,
  scope: Scope,
  side: "min" | "max",
  rounding: "up" | "down",
): number | undefined {
  const literal = constantIn(zone, bound, scope);
  if (literal !== undefined) return wholeUnits(literal, kind, scale, rounding);
  const type = "column" in bound
    ? scope.column(bound.column)
    : "expression" in bound
    ? bound.expression.root.type
    : undefined;
  const end = type?.[side];
  if (end === undefined || !accepted.includes(type!.kind as Kind)) {
    return undefined;
  }
  const literalEnd = inZone(unitsLiteral(end, type!), zone);
  const made = wholeUnits(literalEnd, kind, scale, rounding);
  return Number.isSafeInteger(made) ? made : undefined;
}

/** The bound where it does not follow the row. */
export function constantIn(
  zone: Zone | undefined,
  bound: Bound,
  scope: Scope,
): Literal | undefined {
  const literal = constantOf(bound, scope);
  return literal && inZone(literal, zone);
}

/** A number of units as a literal. */
function unitsLiteral(
  value: number,
  { kind, scale }: { kind: string; scale: number },
): Literal {
  switch (kind) {
    case "date":
      return { kind, value, text: "" };
    case "time":
    case "timestamp":
    case "interval":
      return { kind, value, scale, text: "" };
    default:
      return {
        kind: "float",
        value: value / POWERS_OF_TEN[scale],
        text: formatDecimal(value, scale),
      };
  }
}

/** A literal in units of the values; undefined where it is of another kind. */
export function wholeUnits(
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

export function stepsBetween(range: Range, scope: Scope): number | undefined {
  const { from, to, kind, scale, exclusive } = range;
  const first = constantIn(range.zone, from, scope);
  const last = to && constantIn(range.zone, to, scope);
  if (first === undefined || last === undefined) return undefined;
  const low = wholeUnits(first, kind, scale, "up")!;
  let high = wholeUnits(last, kind, scale, exclusive ? "up" : "down")!;
  if (exclusive && low < high) high--;
  const step = range.step === undefined
    ? 1
    : stepUnits(range.step, kind, scale)!;
  return Math.floor((high - low) / step) + 1;
}
