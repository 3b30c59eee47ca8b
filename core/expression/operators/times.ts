// Arithmetic of dates, points in time and times of day: moved by a duration, and how far they are apart.
import { POWERS_OF_TEN } from "../../values/digits.ts";
import {
  asDay,
  converted,
  daysOfCalendar,
  SECONDS_OF_DAY,
} from "../convert.ts";
import {
  anyNullable,
  constant,
  type ExpressionNode,
  type ExpressionType,
  expressionType,
  isDay,
  isLength,
  isNumber,
} from "../expression.ts";
import { NOWHERE } from "../problem.ts";
import { lengths, scaled } from "./durations.ts";
import type { Arithmetic } from "./numbers.ts";
import { negated } from "./sign.ts";

/** Dates, times and durations; undefined where the operator does not apply. */
export function times(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode | undefined {
  const { kind } = left.type;
  if (operator === "*" && isNumber(left.type)) [left, right] = [right, left];
  const isMoved = right.type.kind === "interval" ||
    right.type.kind === "months";
  const lengthFirst = kind === "interval" || kind === "months";
  if (operator === "+" && lengthFirst && !isLength(right.type)) {
    return times("+", right, left);
  }
  if (operator === "+" || operator === "-") {
    const day = isDay(left.type) ? left : asDay(left);
    if (day !== undefined && isMoved) return moved(operator, day, right);
    if (left.type.kind === "time" && right.type.kind === "interval") {
      return movedTime(operator, left, right);
    }
  }
  if (operator === "-" && left.type.kind === "time") {
    return difference(left, right, 1);
  }
  if (operator === "-") return daysApart(left, right);
  if (isLength(left.type) && left.type.kind === right.type.kind) {
    return lengths(operator, left, right);
  }
  if (isLength(left.type) && isNumber(right.type)) {
    return scaled(operator, left, right);
  }
  return undefined;
}

/** A date or point in time, moved by a duration. */
function moved(
  operator: "+" | "-",
  day: ExpressionNode,
  by: ExpressionNode,
): ExpressionNode {
  const nullable = anyNullable([day, by]);
  if (by.type.kind === "months") {
    const { kind, scale } = day.type;
    const type = expressionType(kind, { scale, nullable });
    const args = [day, operator === "-" ? negated(by, NOWHERE) : by];
    return { op: "addMonths", type, args, checked: true };
  }
  const sign = operator === "+" ? "add" : "subtract";
  if (day.type.kind === "date" && by.type.days) {
    // Whole days in seconds, as days.
    const days = inDays(by);
    const type = expressionType("date", { nullable });
    return within(apart(sign, type, [day, days]));
  }
  const scale = Math.max(
    day.type.kind === "timestamp" ? day.type.scale : 0,
    by.type.scale,
  );
  const args = [
    converted(day, expressionType("timestamp", { scale }))!,
    converted(by, expressionType("interval", { scale }))!,
  ];
  const type = expressionType("timestamp", { scale, nullable });
  return within(apart(sign, type, args));
}

/** A sum or difference with its ends, where those of the operands are known. */
function apart(
  op: "add" | "subtract",
  type: ExpressionType,
  args: ExpressionNode[],
): ExpressionNode {
  const [a, b] = args.map((one) => one.type);
  const [low, high] = op === "add"
    ? [b.min, b.max]
    : [negative(b.max), negative(b.min)];
  return {
    op,
    args,
    type: {
      ...type,
      ...(a.min !== undefined && low !== undefined && { min: a.min + low }),
      ...(a.max !== undefined && high !== undefined && { max: a.max + high }),
    },
  };
}

function negative(x: number | undefined): number | undefined {
  return x === undefined ? undefined : -x;
}

function inDays(by: ExpressionNode): ExpressionNode {
  const { nullable, min, max } = by.type;
  if (by.op === "constant" && typeof by.value === "number") {
    return constant(expressionType("int"), by.value / SECONDS_OF_DAY);
  }
  return {
    op: "floorBy",
    type: expressionType("int", {
      nullable,
      ...(min !== undefined && { min: min / SECONDS_OF_DAY }),
      ...(max !== undefined && { max: max / SECONDS_OF_DAY }),
    }),
    args: [by],
    value: SECONDS_OF_DAY,
  };
}

/** Dates end in the year 9999. */
function within(node: ExpressionNode): ExpressionNode {
  const { kind, scale, nullable } = node.type;
  const [min, max] = daysOfCalendar({ kind, scale });
  const { min: low, max: high } = node.type;
  if (low !== undefined && high !== undefined && low >= min && high <= max) {
    return node;
  }
  return {
    op: "within",
    type: expressionType(kind, {
      scale,
      nullable,
      ...(low !== undefined && { min: Math.max(low, min) }),
      ...(high !== undefined && { max: Math.min(high, max) }),
    }),
    args: [node],
    value: `${min} ${max}`,
    checked: true,
  };
}

/** Past midnight a time of day begins anew. */
function movedTime(
  operator: "+" | "-",
  time: ExpressionNode,
  by: ExpressionNode,
): ExpressionNode {
  const scale = Math.max(time.type.scale, by.type.scale);
  const args = [
    converted(time, expressionType("time", { scale }))!,
    converted(by, expressionType("interval", { scale }))!,
  ];
  const type = expressionType("time", { scale, nullable: anyNullable(args) });
  return {
    op: "wrap",
    type,
    args: [{ op: operator === "+" ? "add" : "subtract", type, args }],
    value: SECONDS_OF_DAY * POWERS_OF_TEN[scale],
  };
}

function daysApart(
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode | undefined {
  const first = isDay(left.type) ? left : asDay(left);
  const second = isDay(right.type) ? right : asDay(right);
  if (first === undefined || second === undefined) return undefined;
  if (first.type.kind === "date" && second.type.kind === "date") {
    return difference(first, second, SECONDS_OF_DAY);
  }
  const scale = Math.max(
    ...[first, second].map(({ type }) =>
      type.kind === "timestamp" ? type.scale : 0
    ),
  );
  const [a, b] = [first, second].map((one) =>
    converted(one, expressionType("timestamp", { scale }))!
  );
  return difference(a, b, 1);
}

/** How far two points are apart; `unit` is what one of them counts in, in seconds. */
function difference(
  left: ExpressionNode,
  right: ExpressionNode,
  unit: number,
): ExpressionNode | undefined {
  if (left.type.kind !== right.type.kind) return undefined;
  const scale = Math.max(left.type.scale, right.type.scale);
  const args = [left, right].map((one) =>
    converted(one, expressionType(left.type.kind, { scale }))!
  );
  const nullable = anyNullable(args);
  const apart: ExpressionNode = {
    op: "subtract",
    type: expressionType("interval", { scale, nullable }),
    args,
    checked: true,
  };
  if (unit === 1) return apart;
  return {
    op: "times",
    type: expressionType("interval", { nullable, days: true }),
    args: [{ ...apart, checked: false }],
    value: unit,
  };
}
