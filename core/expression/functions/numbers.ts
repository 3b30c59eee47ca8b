// Functions of numbers.
import { POWERS_OF_TEN } from "../../values/digits.ts";
import { converted, MOST_DIGITS } from "../convert.ts";
import {
  endsOf,
  type ExpressionNode,
  expressionType,
  LARGEST,
} from "../expression.ts";
import { arithmetic } from "../operators/arithmetic.ts";
import { quotientAt } from "../operators/numbers.ts";
import { ExpressionProblem } from "../problem.ts";
import {
  alike,
  type Call,
  floatAt,
  type FunctionEntry,
  numberAt,
  step,
  writtenInt,
} from "./entry.ts";

export const numbers: FunctionEntry[] = [
  {
    name: "min",
    form: "min(a, b, …)",
    summary: "The least of the values",
    count: [2, Infinity],
    type: (call) => extreme("min", call),
  },
  {
    name: "max",
    form: "max(a, b, …)",
    summary: "The greatest of the values",
    count: [2, Infinity],
    type: (call) => extreme("max", call),
  },
  {
    name: "clamp",
    form: "clamp(x, low, high)",
    summary: "The value, or the end that it is beyond",
    count: [3, 3],
    type(call) {
      const [x, low, high] = ordered(call, alike(call));
      return pair("max", pair("min", x, high), low);
    },
  },
  {
    name: "abs",
    form: "abs(x)",
    summary: "The number without its sign",
    count: [1, 1],
    type(call) {
      const x = numberAt(call, 0);
      const { type } = x;
      const { min, max } = type;
      return step("abs", [x], {
        ...type,
        min: type.kind === "float" ? undefined : 0,
        max: min === undefined || max === undefined
          ? undefined
          : Math.max(Math.abs(min), Math.abs(max)),
      });
    },
  },
  {
    name: "sign",
    form: "sign(x)",
    summary: "-1, 0 or 1",
    count: [1, 1],
    type: (call) =>
      step("sign", [numberAt(call, 0)], { kind: "int", min: -1, max: 1 }),
  },
  {
    name: "round",
    form: "round(x, digits)",
    summary:
      "The nearest number with so many digits after the point (0 when not said), half away from zero",
    count: [1, 2],
    type(call) {
      const x = numberAt(call, 0);
      const digits = call.args.length === 1
        ? 0
        : writtenInt(call, 1, 0, MOST_DIGITS);
      return rounded(x, digits);
    },
  },
  whole("floor", "The greatest whole number that is not above"),
  whole("ceil", "The least whole number that is not below"),
  {
    name: "mod",
    form: "mod(a, b)",
    summary: "The remainder of a / b, as a % b",
    count: [2, 2],
    type: (call) =>
      arithmetic("%", numberAt(call, 0), numberAt(call, 1), call.at),
  },
  real("sqrt", "The square root; NULL of a negative number", true),
  real("log", "The natural logarithm; NULL of what is not above 0", true),
  real("exp", "e to the power of x", false),
  real("sin", "The sine of an angle in radians", false),
  real("cos", "The cosine of an angle in radians", false),
  {
    name: "pow",
    form: "pow(x, y)",
    summary:
      "x to the power of y, in double precision; NULL where there is none",
    count: [2, 2],
    type: (call) =>
      step("pow", [floatAt(call, 0), floatAt(call, 1)], {
        kind: "float",
        nullable: true,
      }, { checked: true }),
  },
];

/** In double precision. */
function real(
  name: string,
  summary: string,
  nullable: boolean,
): FunctionEntry {
  return {
    name,
    form: `${name}(x)`,
    summary,
    count: [1, 1],
    type(call) {
      const x = floatAt(call, 0);
      const { min } = numberAt(call, 0).type;
      const isSafe = min !== undefined && (name === "log" ? min > 0 : min >= 0);
      return step(name, [x], {
        kind: "float",
        nullable: x.type.nullable || nullable && !isSafe,
      }, { checked: true });
    },
  };
}

function whole(name: "floor" | "ceil", summary: string): FunctionEntry {
  return {
    name,
    form: `${name}(x)`,
    summary,
    count: [1, 1],
    type(call) {
      const x = numberAt(call, 0);
      const { kind, scale, nullable, min, max } = x.type;
      if (kind === "int") return x;
      if (kind === "float") {
        return step(`${name}Float`, [x], { kind: "int" }, { checked: true });
      }
      const unit = POWERS_OF_TEN[scale];
      const made = Math[name];
      const type = expressionType("int", {
        nullable,
        ...(min !== undefined && { min: made(min / unit) }),
        ...(max !== undefined && { max: made(max / unit) }),
      });
      const op = name === "floor" ? "floorBy" : "ceilBy";
      return { op, type, args: [x], value: unit };
    },
  };
}

/** Where the value is a quotient, it is rounded once. */
export function rounded(x: ExpressionNode, digits: number): ExpressionNode {
  if (x.type.kind === "int") return x;
  const kind = digits === 0 ? "int" : "decimal";
  const exact = quotientAt(x, digits);
  if (exact !== undefined) {
    return { ...exact, type: { ...exact.type, kind } };
  }
  if (x.type.kind === "decimal" && x.type.scale <= digits) return x;
  return converted(x, expressionType(kind, { scale: digits }))!;
}

/** Of numbers, dates, times and durations. */
function ordered(call: Call, args: ExpressionNode[]): ExpressionNode[] {
  const { kind } = args[0].type;
  if (kind !== "bool" && kind !== "uuid") return args;
  throw new ExpressionProblem(
    `${call.name} gets values that have no order`,
    call.form,
    call.at,
  );
}

function extreme(op: "min" | "max", call: Call): ExpressionNode {
  return ordered(call, alike(call)).reduce((one, other) =>
    pair(op, one, other)
  );
}

function pair(
  op: "min" | "max",
  one: ExpressionNode,
  other: ExpressionNode,
): ExpressionNode {
  const { kind, scale } = one.type;
  if (kind === "text") return step(`${op}Text`, [one, other], { kind });
  const type: Parameters<typeof step>[2] = { kind, scale };
  if (one.type.days && other.type.days) type.days = true;
  if (kind !== "float" && kind !== "interval" && kind !== "months") {
    const [a, b] = [endsOf(one.type), endsOf(other.type)];
    const low = Math[op](a[0], b[0]);
    const high = Math[op](a[1], b[1]);
    if (low > -LARGEST) type.min = low;
    if (high < LARGEST) type.max = high;
  }
  return step(op, [one, other], type);
}
