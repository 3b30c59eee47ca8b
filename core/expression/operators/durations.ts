// Arithmetic of durations: added to each other, and some times as long.
import { converted } from "../convert.ts";
import {
  anyNullable,
  type ExpressionNode,
  expressionType,
} from "../expression.ts";
import { NOWHERE } from "../problem.ts";
import { type Arithmetic, floats, product } from "./numbers.ts";

const MICROSECONDS = 6;

export function lengths(
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
export function scaled(
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

function fewDigits(by: ExpressionNode): ExpressionNode {
  const scale = Math.min(by.type.kind === "float" ? 6 : by.type.scale, 6);
  return by.type.kind === "int"
    ? by
    : converted(by, expressionType("decimal", { scale }))!;
}
