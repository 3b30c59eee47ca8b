// What generators with bounds have in common: defaults, checks and what bounds say about NULL.
import {
  type Expression,
  type ExpressionKind,
  onlyValue,
} from "../../core/expression/expression.ts";
import type { Report, Scope } from "../../core/generator.ts";
import { kindName } from "../../core/kind_names.ts";
import type { Bound, Literal } from "../../core/parameters.ts";
import type { Kind } from "../../core/value_type.ts";
import {
  parseDate,
  parseTime,
  parseTimestamp,
} from "../../core/values/calendar.ts";
import { parseInterval } from "../../core/values/interval.ts";
import { formatDecimal } from "../../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";

export const NUMBERS: readonly Kind[] = ["int", "float", "decimal"];
export const DATES: readonly Kind[] = ["date", "timestamp"];
export const TIMES: readonly Kind[] = ["time"];
export const INTERVALS: readonly Kind[] = ["interval"];

/** A whole number as a bound. */
export function wholeBound(value: number): Bound {
  return { literal: { kind: "int", value, text: String(value) } };
}

/** A double as a bound. */
export function floatBound(value: number): Bound {
  return { literal: { kind: "float", value, text: String(value) } };
}

/** `2000-01-31` as a bound. */
export function dateBound(text: string): Bound {
  return { literal: { kind: "date", value: parseDate(text)!, text } };
}

/** `12:30:00` as a bound. */
export function timeBound(text: string): Bound {
  return { literal: { kind: "time", ...parseTime(text)!, text } };
}

/** `2000-01-31T12:30:00Z` as a bound. */
export function timestampBound(text: string): Bound {
  return { literal: { kind: "timestamp", ...parseTimestamp(text)!, text } };
}

/** `30 days` as a bound. */
export function intervalBound(text: string): Bound {
  return { literal: { kind: "interval", ...parseInterval(text)!, text } };
}

/** The bound where it does not follow the row: the clock stands still during a run. */
export function constantOf(bound: Bound, scope: Scope): Literal | undefined {
  if ("literal" in bound) return bound.literal;
  if ("now" in bound) {
    return { kind: "timestamp", value: scope.now, scale: 3, text: "now" };
  }
  return "expression" in bound ? provenConstant(bound.expression) : undefined;
}

/** The value of an expression that can have no other. */
function provenConstant({ root, text }: Expression): Literal | undefined {
  const { kind, scale } = root.type;
  const value = onlyValue(root);
  if (value === undefined) return undefined;
  switch (kind) {
    case "float":
      return { kind, value, text };
    case "int":
    case "decimal":
      return {
        kind: "float",
        value: value / POWERS_OF_TEN[scale],
        text: formatDecimal(value, scale),
      };
    case "date":
      return { kind, value, text };
    case "time":
    case "timestamp":
    case "interval":
      return { kind, value, scale, text };
    default:
      return undefined;
  }
}

/** Whether some bound follows a column that can be NULL. */
export function followsNullable(
  scope: Scope,
  ...bounds: readonly Bound[]
): boolean {
  return bounds.some((bound) =>
    "column" in bound
      ? scope.column(bound.column)?.nullable ?? false
      : "expression" in bound && bound.expression.root.type.nullable
  );
}

/** Whether some bound follows the row. */
export function followsRow(...bounds: readonly Bound[]): boolean {
  return bounds.some((bound) =>
    "column" in bound ||
    "expression" in bound && provenConstant(bound.expression) === undefined
  );
}

/** Reports a bound that is of another kind of value; gives whether it is fine. */
export function checkBound(
  name: string,
  bound: Bound,
  accepted: readonly Kind[],
  scope: Scope,
  report: Report,
): boolean {
  const kind = kindOf(bound, scope);
  if (
    kind === undefined || (accepted as readonly ExpressionKind[]).includes(kind)
  ) {
    return true;
  }
  const expected = accepted.includes("int")
    ? "a number"
    : kindName({ kind: accepted[0] });
  if ("column" in bound) {
    report(
      name,
      `${name} follows "${bound.column}", which is ${kindName({ kind })}`,
      `expected a column with ${expected}`,
    );
  } else {
    report(name, `${name} is ${kindName({ kind })}`, `expected ${expected}`);
  }
  return false;
}

function kindOf(bound: Bound, scope: Scope): ExpressionKind | undefined {
  if ("expression" in bound) return bound.expression.root.type.kind;
  return "column" in bound
    ? scope.column(bound.column)?.kind
    : constantOf(bound, scope)!.kind;
}
