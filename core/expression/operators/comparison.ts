// Comparisons: which kinds stand beside each other, and how both become values of one.
import { asDay, commonType, converted, written } from "../convert.ts";
import {
  anyNullable,
  constant,
  type ExpressionNode,
  expressionType,
  isDay,
  isNull,
} from "../expression.ts";
import { ExpressionProblem, type Stretch } from "../problem.ts";
import { refuse } from "./refuse.ts";

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
