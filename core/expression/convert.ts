// Conversions between kinds and units, as steps; those of constants are done at once.
import {
  FIRST_DAY,
  LAST_DAY,
  parseDate,
  parseTime,
  parseTimestamp,
} from "../values/calendar.ts";
import { parseDecimal } from "../values/decimal.ts";
import { POWERS_OF_TEN } from "../values/digits.ts";
import {
  constant,
  endsOf,
  type ExpressionNode,
  type ExpressionType,
  expressionType,
  isNull,
  isNumber,
  LARGEST,
  ranged,
} from "./expression.ts";

export const SECONDS_OF_DAY = 86400;
/** No decimal has more digits after the point. */
export const MOST_DIGITS = 15;

/** A number of an expression: whole, with a point (exact), or with an exponent (double precision). */
export function numberConstant(text: string): ExpressionNode | undefined {
  if (/[eE]/.test(text)) {
    return constant(expressionType("float"), Number(text));
  }
  const scale = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  if (scale > MOST_DIGITS) {
    return constant(expressionType("float"), Number(text));
  }
  const value = parseDecimal(text, scale);
  if (value === undefined) return undefined;
  return constant(
    expressionType(scale === 0 ? "int" : "decimal", { scale }),
    value,
  );
}

/** The same value as one of another type; undefined where there is none. NULL is one of every type. */
export function converted(
  node: ExpressionNode,
  to: ExpressionType,
): ExpressionNode | undefined {
  const { type } = node;
  if (isNull(node)) {
    return { ...node, type: { ...to, nullable: true } };
  }
  if (type.kind === to.kind && type.scale === to.scale) return node;
  if (node.op === "constant" && type.kind === "text") {
    return textConstant(node.value as string, to);
  }
  if (isNumber(type) && isNumber(to)) return convertedNumber(node, to);
  if (type.kind === "date" && to.kind === "timestamp") {
    return times(
      node,
      SECONDS_OF_DAY * POWERS_OF_TEN[to.scale],
      { kind: to.kind, scale: to.scale },
    );
  }
  if (type.kind === "timestamp" && to.kind === "date") {
    return floored(node, SECONDS_OF_DAY * POWERS_OF_TEN[type.scale], to);
  }
  if (
    type.kind === to.kind &&
    (type.kind === "timestamp" || type.kind === "time" ||
      type.kind === "interval")
  ) {
    return to.scale > type.scale
      ? times(node, POWERS_OF_TEN[to.scale - type.scale], {
        kind: to.kind,
        scale: to.scale,
      })
      : floored(node, POWERS_OF_TEN[type.scale - to.scale], to);
  }
  return undefined;
}

/** A text that says a date, time or timestamp. */
function textConstant(
  text: string,
  to: ExpressionType,
): ExpressionNode | undefined {
  const { kind } = to;
  const day = kind === "date" || kind === "timestamp"
    ? parseDate(text)
    : undefined;
  if (day !== undefined) {
    return converted(constant(expressionType("date"), day), to);
  }
  const time = kind === "timestamp" || kind === "date"
    ? parseTimestamp(text)
    : kind === "time"
    ? parseTime(text)
    : undefined;
  if (time === undefined) return undefined;
  const { value, scale } = time;
  return converted(
    constant(
      expressionType(kind === "time" ? "time" : "timestamp", { scale }),
      value,
    ),
    to,
  );
}

/** A text constant as the date or timestamp that it says. */
export function asDay(node: ExpressionNode): ExpressionNode | undefined {
  if (node.op !== "constant" || node.type.kind !== "text") return undefined;
  const text = node.value as string;
  const day = parseDate(text);
  if (day !== undefined) return constant(expressionType("date"), day);
  const time = parseTimestamp(text);
  return time &&
    constant(expressionType("timestamp", { scale: time.scale }), time.value);
}

function convertedNumber(
  node: ExpressionNode,
  to: ExpressionType,
): ExpressionNode {
  const { type } = node;
  if (to.kind === "float") {
    if (type.scale === 0) {
      return { ...node, type: { ...without(type), kind: "float" } };
    }
    const unit = POWERS_OF_TEN[type.scale];
    if (node.op === "constant" && typeof node.value === "number") {
      return constant(expressionType("float"), node.value / unit);
    }
    return {
      op: "toFloat",
      type: { ...without(type), kind: "float", scale: 0 },
      args: [node],
      value: unit,
    };
  }
  const kind = to.kind;
  const { scale } = to;
  if (type.kind === "float") {
    return {
      op: "fromFloat",
      type: { ...without(type), kind, scale },
      args: [node],
      value: scale,
      checked: true,
    };
  }
  if (scale === type.scale) return { ...node, type: { ...type, kind } };
  if (scale > type.scale) {
    return times(node, POWERS_OF_TEN[scale - type.scale], { kind, scale });
  }
  return cut(node, { kind, scale });
}

function without(
  { nullable, kind, scale }: ExpressionType,
): ExpressionType {
  return { kind, scale, nullable };
}

type Units = Pick<ExpressionType, "kind" | "scale">;

/** A whole number of units as one of units that are `factor` times as small. */
function times(
  node: ExpressionNode,
  factor: number,
  units: Units,
): ExpressionNode {
  const type = { ...without(node.type), ...units };
  const [low, high] = endsOf(node.type);
  if (node.op === "constant" && typeof node.value === "number") {
    const value = node.value * factor;
    if (value >= -LARGEST && value <= LARGEST) return constant(type, value);
  }
  return ranged(
    { op: "times", type, args: [node], value: factor },
    low * factor,
    high * factor,
  );
}

/** Half away from zero. */
function cut(node: ExpressionNode, { kind, scale }: Units): ExpressionNode {
  const { type } = node;
  const unit = POWERS_OF_TEN[type.scale - scale];
  const result: ExpressionNode = {
    op: "cut",
    type: { ...without(type), kind, scale },
    args: [node],
    value: unit,
  };
  if (type.min !== undefined) result.type.min = Math.floor(type.min / unit);
  if (type.max !== undefined) result.type.max = Math.ceil(type.max / unit);
  return result;
}

/** The whole units that are over: of a time, what came before is later. */
export function floored(
  node: ExpressionNode,
  unit: number,
  { kind, scale }: Units,
): ExpressionNode {
  const type = { ...without(node.type), kind, scale };
  if (node.op === "constant" && typeof node.value === "number") {
    return constant(type, Math.floor(node.value / unit));
  }
  if (unit === 1) return { ...node, type };
  return { op: "floorBy", type, args: [node], value: unit };
}

/** What dates and points in time lie between, in their units. */
export function daysOfCalendar({ kind, scale }: Units): [number, number] {
  if (kind === "date") return [FIRST_DAY, LAST_DAY];
  const unit = SECONDS_OF_DAY * POWERS_OF_TEN[scale];
  return [
    Math.max(FIRST_DAY * unit, -LARGEST),
    Math.min((LAST_DAY + 1) * unit - 1, LARGEST),
  ];
}

/** The type that values of several types have together, as alternatives; undefined where they have none. */
export function commonType(
  types: readonly ExpressionType[],
): ExpressionType | undefined {
  const told = types.filter(({ kind }) => kind !== "null");
  const nullable = types.some((type) => type.nullable);
  if (told.length === 0) return expressionType("null", { nullable: true });
  const kinds = new Set(told.map(({ kind }) => kind));
  const scale = told.reduce((most, type) => Math.max(most, type.scale), 0);
  const mins = told.map(({ min }) => min);
  const maxs = told.map(({ max }) => max);
  const isEqual = told.every((one) => one.scale === scale);
  const range: Partial<ExpressionType> = {};
  if (kinds.size === 1) {
    if (isEqual && mins.every((one) => one !== undefined)) {
      range.min = Math.min(...mins as number[]);
    }
    if (isEqual && maxs.every((one) => one !== undefined)) {
      range.max = Math.max(...maxs as number[]);
    }
    const days = told.every((one) => one.days);
    return expressionType(told[0].kind, {
      scale,
      nullable,
      ...range,
      ...(days && { days }),
    });
  }
  if (told.every(isNumber)) {
    return kinds.has("float")
      ? expressionType("float", { nullable })
      : expressionType("decimal", { scale, nullable });
  }
  if ([...kinds].every((kind) => kind === "date" || kind === "timestamp")) {
    return expressionType("timestamp", { scale, nullable });
  }
  return undefined;
}

/** A value as text, as templates write it. */
export function written(node: ExpressionNode): ExpressionNode {
  return node.type.kind === "text" ? node : {
    op: "write",
    type: expressionType("text", { nullable: node.type.nullable }),
    args: [node],
  };
}
