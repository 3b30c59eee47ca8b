// The operators + - * / %: which kinds they take, and what they give.
import {
  anyNullable,
  constant,
  type ExpressionNode,
  expressionType,
  isNull,
  isNumber,
} from "../expression.ts";
import type { Stretch } from "../problem.ts";
import { type Arithmetic, numbers } from "./numbers.ts";
import { refuse } from "./refuse.ts";
import { times } from "./times.ts";

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
