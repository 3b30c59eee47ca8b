// The operators: which kinds they take, what they give, and in which units.
import { POWERS_OF_TEN } from "../values/digits.ts";
import {
  asDay,
  commonType,
  converted,
  daysOfCalendar,
  MOST_DIGITS,
  SECONDS_OF_DAY,
} from "./convert.ts";
import {
  anyNullable,
  constant,
  endsOf,
  type ExpressionNode,
  type ExpressionType,
  expressionType,
  isDay,
  isNull,
  isNumber,
  ranged,
} from "./expression.ts";
import { kindName } from "./names.ts";
import { ExpressionProblem, type Stretch } from "./problem.ts";

/** A quotient of decimals has so many digits after the point, or as many as its operands. */
const QUOTIENT_DIGITS = 6;

type Arithmetic = "+" | "-" | "*" | "/" | "%";

/** @throws {ExpressionProblem} Where the operator does not apply. */
export function arithmetic(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  const found = isNull(left) || isNull(right)
    ? withNull(left, right)
    : isNumber(left.type) && isNumber(right.type)
    ? numbers(operator, left, right, at)
    : operator === "+" && left.type.kind === "text" &&
        right.type.kind === "text"
    ? textOf("concat", [left, right])
    : times(operator, left, right);
  return found ?? refuse(operator, left, right, at);
}

/** NULL with anything is NULL, of the other's kind. */
function withNull(
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode {
  const other = isNull(left) ? right : left;
  if (isNull(other)) return other;
  const { kind, scale } = other.type;
  return constant(expressionType(kind, { scale, nullable: true }), null);
}

function textOf(op: string, args: ExpressionNode[]): ExpressionNode {
  const nullable = anyNullable(args);
  return { op, type: expressionType("text", { nullable }), args };
}

function numbers(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  const isFloat = left.type.kind === "float" || right.type.kind === "float";
  if (isFloat) return floats(operator, left, right);
  if (operator === "/") return quotient(left, right);
  if (operator === "*") return product(left, right, at);
  const args = aligned(left, right);
  const [a, b] = args.map(({ type }) => endsOf(type));
  const type = expressionType(args[0].type.kind, {
    scale: args[0].type.scale,
    nullable: anyNullable(args),
  });
  switch (operator) {
    case "+":
      return ranged({ op: "add", type, args }, a[0] + b[0], a[1] + b[1]);
    case "-":
      return ranged({ op: "subtract", type, args }, a[0] - b[1], a[1] - b[0]);
    default:
      return remainder(type, args);
  }
}

function floats(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode {
  const args = [left, right].map((one) =>
    converted(one, expressionType("float"))!
  );
  const folded = foldedFloat(operator, args);
  if (folded !== undefined) return folded;
  const type = expressionType("float", { nullable: anyNullable(args) });
  if (operator === "%") return remainder(type, args);
  if (operator === "/") return byZero({ op: "divide", type, args }, args[1]);
  const op = { "+": "add", "-": "subtract", "*": "multiply" }[operator];
  return { op: `${op}Float`, type, args, checked: true };
}

/** Of two constants, where there is a result. */
function foldedFloat(
  operator: Arithmetic,
  [{ op, value }, other]: ExpressionNode[],
): ExpressionNode | undefined {
  const a = op === "constant" ? value : null;
  const b = other.op === "constant" ? other.value : null;
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  const made = operator === "+"
    ? a + b
    : operator === "-"
    ? a - b
    : operator === "*"
    ? a * b
    : operator === "/"
    ? a / b
    : a % b;
  return Number.isFinite(made)
    ? constant(expressionType("float"), made + 0)
    : undefined;
}

/** By 0, a quotient is NULL. */
function byZero(node: ExpressionNode, divisor: ExpressionNode): ExpressionNode {
  if (mayBeZero(divisor)) node.type.nullable = true;
  return node.type.kind === "float" ? { ...node, checked: true } : node;
}

function mayBeZero({ op, value, type }: ExpressionNode): boolean {
  if (op === "constant") return value === 0 || value === null;
  const { min, max } = type;
  return !(min !== undefined && min > 0) && !(max !== undefined && max < 0);
}

function remainder(
  type: ExpressionType,
  args: ExpressionNode[],
): ExpressionNode {
  const [dividend, divisor] = args;
  const node = byZero({ op: "remainder", type, args }, divisor);
  if (type.kind === "float") return node;
  const most = Math.max(...endsOf(divisor.type).map(Math.abs)) - 1;
  const [low, high] = endsOf(dividend.type);
  node.type.min = Math.max(Math.min(low, 0), -most);
  node.type.max = Math.min(Math.max(high, 0), most);
  if (node.type.max < node.type.min) node.type.min = node.type.max = 0;
  return node;
}

/** Of whole numbers in double precision; with a decimal, a decimal. */
function quotient(left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  if (left.type.kind === "int" && right.type.kind === "int") {
    return floats("/", left, right);
  }
  return decimalQuotient(
    left,
    right,
    Math.max(left.type.scale, right.type.scale, QUOTIENT_DIGITS),
  );
}

/** The value is how many digits the quotient has more than the operands' units give. */
function decimalQuotient(
  left: ExpressionNode,
  right: ExpressionNode,
  scale: number,
): ExpressionNode {
  const args = [left, right];
  const type = expressionType("decimal", {
    scale,
    nullable: anyNullable(args),
  });
  const value = right.type.scale - left.type.scale + scale;
  return {
    ...byZero({ op: "divideExact", type, args, value }, right),
    checked: true,
  };
}

/** A quotient that is wanted with so many digits is rounded once; undefined where the step is none. */
export function quotientAt(
  node: ExpressionNode,
  scale: number,
): ExpressionNode | undefined {
  if (node.op !== "divideExact") return undefined;
  const { type, args, value } = node;
  const digits = (value as number) - type.scale + scale;
  return {
    ...node,
    type: expressionType("decimal", { scale, nullable: type.nullable }),
    args,
    value: digits,
  };
}

function product(
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  const args = [left, right];
  const scale = left.type.scale + right.type.scale;
  if (scale > MOST_DIGITS) {
    throw new ExpressionProblem(
      `the product has ${scale} digits after the point`,
      `at most ${MOST_DIGITS}: round(x, digits) one of the factors`,
      at,
    );
  }
  const [a, b] = args.map(({ type }) => endsOf(type));
  const corners = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return ranged(
    {
      op: "multiply",
      type: expressionType(scale === 0 ? "int" : "decimal", {
        scale,
        nullable: anyNullable(args),
      }),
      args,
    },
    Math.min(...corners),
    Math.max(...corners),
  );
}

/** Both in the units of the finer one. */
function aligned(
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode[] {
  const scale = Math.max(left.type.scale, right.type.scale);
  const kind = left.type.kind === "int" && right.type.kind === "int"
    ? "int"
    : "decimal";
  return [left, right].map((one) =>
    converted(one, expressionType(kind, { scale }))!
  );
}

/** Dates, times and durations; undefined where the operator does not apply. */
function times(
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

function isLength({ kind }: ExpressionType): boolean {
  return kind === "interval" || kind === "months";
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

const NOWHERE: Stretch = { start: 0, length: 0 };

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
export function within(node: ExpressionNode): ExpressionNode {
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

function lengths(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode | undefined {
  const { kind } = left.type;
  if (operator === "/") {
    return floats("/", inSeconds(left), inSeconds(right));
  }
  if (operator !== "+" && operator !== "-") return undefined;
  const scale = Math.max(left.type.scale, right.type.scale);
  const args = [left, right].map((one) =>
    converted(one, expressionType(kind, { scale }))!
  );
  const type = expressionType(kind, {
    scale,
    nullable: anyNullable(args),
    ...(left.type.days && right.type.days && { days: true }),
  });
  const op = operator === "+" ? "add" : "subtract";
  return { op, type, args, checked: true };
}

/** A duration as a number of seconds, or months as a number. */
export function inSeconds(node: ExpressionNode): ExpressionNode {
  const { scale } = node.type;
  const kind = scale === 0 ? "int" : "decimal";
  return { ...node, type: { ...node.type, kind } };
}

/** A duration some times as long, to the second or to the digits that it has. */
function scaled(
  operator: Arithmetic,
  length: ExpressionNode,
  by: ExpressionNode,
): ExpressionNode | undefined {
  if (operator !== "*" && operator !== "/") return undefined;
  const { kind } = length.type;
  const isWhole = operator === "*" && by.type.kind === "int";
  if (kind === "months" && !isWhole) return undefined;
  const number = operator === "*"
    ? product(inSeconds(length), fewDigits(by), NOWHERE)
    : floats("/", inSeconds(length), by);
  // A part of a duration is exact to the microsecond.
  const scale = isWhole ? length.type.scale : MICROSECONDS;
  const result = converted(
    number,
    expressionType(scale === 0 ? "int" : "decimal", { scale }),
  )!;
  const days = isWhole && length.type.days;
  return {
    ...result,
    type: { ...result.type, kind, ...(days && { days }) },
  };
}

const MICROSECONDS = 6;

function fewDigits(by: ExpressionNode): ExpressionNode {
  const scale = Math.min(by.type.kind === "float" ? 6 : by.type.scale, 6);
  return by.type.kind === "int"
    ? by
    : converted(by, expressionType("decimal", { scale }))!;
}

/** A comparison of two values that can be compared. */
export function comparison(
  operator: string,
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  if (isNull(left) || isNull(right)) {
    if (operator === "==" || operator === "!=") {
      const tested = isNull(right) ? left : right;
      return nullTest(operator, tested);
    }
    throw new ExpressionProblem(
      `NULL is neither less nor greater`,
      "x == null tests whether x is NULL",
      at,
    );
  }
  const args = comparable(left, right);
  const isOrder = operator !== "==" && operator !== "!=";
  if (
    args === undefined ||
    isOrder && (args[0].type.kind === "bool" || args[0].type.kind === "uuid")
  ) return refuse(operator, left, right, at);
  const { kind } = args[0].type;
  const family = kind === "text" ? "Text" : kind === "uuid" ? "Words" : "";
  return {
    op: `${operator}${family}`,
    type: expressionType("bool", { nullable: anyNullable(args) }),
    // What is beyond 2^53 in finer units is still above all that is not.
    args: args.map((one) =>
      one.op === "times" ? { ...one, checked: false } : one
    ),
  };
}

function nullTest(operator: string, tested: ExpressionNode): ExpressionNode {
  if (!tested.type.nullable) {
    return constant(expressionType("bool"), operator === "==" ? 0 : 1);
  }
  return {
    op: operator === "==" ? "isNull" : "isThere",
    type: expressionType("bool"),
    args: [tested],
  };
}

/** Both as values of one type; undefined where they have none in common. */
export function comparable(
  left: ExpressionNode,
  right: ExpressionNode,
): [ExpressionNode, ExpressionNode] | undefined {
  const type = commonType([left.type, right.type]);
  if (type !== undefined) {
    const a = converted(left, type);
    const b = converted(right, type);
    return a && b && [a, b];
  }
  // A text that says a date or a time is one beside such a value; a uuid is its text.
  for (
    const [one, other, turned] of [[left, right, false], [
      right,
      left,
      true,
    ]] as const
  ) {
    if (other.type.kind !== "text") continue;
    let pair: [ExpressionNode, ExpressionNode] | undefined;
    if (one.type.kind === "uuid") pair = [written(one), other];
    else if (isDay(one.type)) {
      const day = asDay(other);
      if (day !== undefined) pair = comparable(one, day);
    } else if (one.type.kind === "time") {
      const time = converted(other, one.type);
      if (time !== undefined) pair = [one, time];
    }
    if (pair !== undefined) return turned ? [pair[1], pair[0]] : pair;
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

/** One of two values, as the test says; NULL counts as no. */
export function chosen(
  test: ExpressionNode,
  yes: ExpressionNode,
  no: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  const type = commonType([yes.type, no.type]);
  const pair = type === undefined ? comparable(yes, no) : undefined;
  const args = type === undefined
    ? pair
    : [yes, no].map((one) => converted(one, type)!);
  if (args === undefined) {
    throw new ExpressionProblem(
      `the alternatives are ${kindName(yes.type)} and ${kindName(no.type)}`,
      "both are of one kind",
      at,
    );
  }
  const common = type ?? {
    ...args[0].type,
    nullable: anyNullable(args),
    min: undefined,
    max: undefined,
  };
  return { op: "choose", type: common, args: [test, ...args] };
}

/** The step as a condition. */
export function condition(node: ExpressionNode, at: Stretch): ExpressionNode {
  if (node.type.kind === "bool") return node;
  if (isNull(node)) {
    return { ...node, type: expressionType("bool", { nullable: true }) };
  }
  throw new ExpressionProblem(
    `this is ${kindName(node.type)}`,
    "expected a condition, as in age >= 18",
    at,
  );
}

export function negated(node: ExpressionNode, at: Stretch): ExpressionNode {
  const { type } = node;
  if (isNull(node)) return node;
  if (!isNumber(type) && !isLength(type)) {
    throw new ExpressionProblem(
      `this is ${kindName(type)}`,
      "a sign stands before a number",
      at,
    );
  }
  if (node.op === "constant" && typeof node.value === "number") {
    return constant(
      { ...type, min: undefined, max: undefined },
      node.value === 0 ? 0 : -node.value,
    );
  }
  const { min, max, ...rest } = type;
  return {
    op: "negate",
    type: {
      ...rest,
      ...(max !== undefined && { min: -max }),
      ...(min !== undefined && { max: -min }),
    },
    args: [node],
  };
}

function refuse(
  operator: string,
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): never {
  const hasText = left.type.kind === "text" || right.type.kind === "text";
  throw new ExpressionProblem(
    `${kindName(left.type)} ${operator} ${kindName(right.type)}`,
    operator === "+" && hasText
      ? "concat(a, b) joins any values as text"
      : isDay(left.type) && isNumber(right.type)
      ? "say what the number is, as in days(30)"
      : "the operator does not apply to these",
    at,
  );
}
