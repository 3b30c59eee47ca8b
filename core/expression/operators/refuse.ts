// What is said where an operator does not apply.
import { type ExpressionNode, isDay, isNumber } from "../expression.ts";
import { kindName } from "../../kind_names.ts";
import { ExpressionProblem, type Stretch } from "../problem.ts";

export function refuse(
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
      : isDay(left.type) && right.type.kind === "text" ||
          isDay(right.type) && hasText
      ? notADate(left.type.kind === "text" ? left : right)
      : "the operator does not apply to these",
    at,
  );
}

function notADate({ op, value }: ExpressionNode): string {
  return op === "constant"
    ? `"${value}" says no date or time: they are written 2026-02-28, 2026-02-28T23:59:59Z`
    : "to_date(x) is the date that a text says";
}
