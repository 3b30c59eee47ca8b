// What a function of the language is, and how its arguments are looked at.
import { asDay, commonType, converted } from "../convert.ts";
import {
  anyNullable,
  type ExpressionKind,
  type ExpressionNode,
  type ExpressionType,
  expressionType,
  isDay,
  isNumber,
} from "../expression.ts";
import { kindName } from "../../kind_names.ts";
import { ExpressionProblem, type Stretch } from "../problem.ts";

export interface FunctionEntry {
  name: string;
  /** `round(x, digits)`. */
  form: string;
  /** One line, without a full stop. */
  summary: string;
  /** The least and the greatest number of arguments. */
  count: [number, number];
  /** @throws {ExpressionProblem} */
  type(call: Call): ExpressionNode;
}

/** A function called with arguments that are typed, but not yet what the function wants. */
export interface Call {
  name: string;
  form: string;
  at: Stretch;
  args: ExpressionNode[];
  stretches: Stretch[];
}

export function refuse(
  { name, form, args, stretches, at }: Call,
  i: number,
  expected: string,
): never {
  throw new ExpressionProblem(
    args[i] === undefined
      ? `${name} has no such value`
      : `${name} gets ${kindName(args[i].type)} here`,
    `expected ${expected}: ${form}`,
    stretches[i] ?? at,
  );
}

/** A number of any kind. */
export function numberAt(call: Call, i: number): ExpressionNode {
  const arg = call.args[i];
  if (arg.type.kind === "null") {
    return converted(arg, expressionType("int"))!;
  }
  return isNumber(arg.type) ? arg : refuse(call, i, "a number");
}

/** A number in double precision. */
export function floatAt(call: Call, i: number): ExpressionNode {
  return converted(numberAt(call, i), expressionType("float"))!;
}

export function textAt(call: Call, i: number): ExpressionNode {
  return kindAt(call, i, "text", "text");
}

export function intAt(call: Call, i: number): ExpressionNode {
  return kindAt(call, i, "int", "a whole number");
}

function kindAt(
  call: Call,
  i: number,
  kind: ExpressionKind,
  expected: string,
): ExpressionNode {
  const arg = call.args[i];
  if (arg.type.kind === "null") return converted(arg, expressionType(kind))!;
  return arg.type.kind === kind ? arg : refuse(call, i, expected);
}

/** A date or a point in time; a text may say one. */
export function dayAt(call: Call, i: number): ExpressionNode {
  const arg = call.args[i];
  if (arg.type.kind === "null") return converted(arg, expressionType("date"))!;
  if (isDay(arg.type)) return arg;
  return asDay(arg) ?? refuse(call, i, "a date or a timestamp");
}

/** A whole number that is written out. */
export function writtenInt(
  call: Call,
  i: number,
  least: number,
  most: number,
): number {
  const arg = call.args[i];
  if (
    arg.op !== "constant" || arg.type.kind !== "int" ||
    typeof arg.value !== "number" || arg.value < least || arg.value > most
  ) return refuse(call, i, `a whole number from ${least} to ${most}`);
  return arg.value;
}

/** A text that is written out. */
export function writtenText(call: Call, i: number, expected: string): string {
  const arg = call.args[i];
  return arg.op === "constant" && arg.type.kind === "text" &&
      typeof arg.value === "string"
    ? arg.value
    : refuse(call, i, expected);
}

/** All arguments from `from` on, as values of one type. */
export function alike(call: Call, from = 0): ExpressionNode[] {
  const args = call.args.slice(from);
  const type = commonType(args.map((one) => one.type));
  if (type !== undefined) return args.map((one) => converted(one, type)!);
  // Texts beside dates may say dates.
  const days = args.map((one) => isDay(one.type) ? one : asDay(one));
  if (
    days.every((one) => one !== undefined) &&
    args.some((one) => isDay(one.type))
  ) {
    const common = commonType(days.map((one) => one.type))!;
    return days.map((one) => converted(one, common)!);
  }
  const first = args[0].type;
  const other = args.findIndex((one) =>
    commonType([first, one.type]) === undefined
  );
  throw new ExpressionProblem(
    `${call.name} gets ${kindName(first)} and ${kindName(args[other].type)}`,
    "all are of one kind",
    call.stretches[from + other],
  );
}

/** A step of the same name whose result is NULL where an argument is. */
export function step(
  op: string,
  args: ExpressionNode[],
  type: Partial<ExpressionType> & { kind: ExpressionKind },
  rest: Partial<ExpressionNode> = {},
): ExpressionNode {
  return {
    op,
    args,
    type: { scale: 0, nullable: anyNullable(args), ...type },
    ...rest,
  };
}
