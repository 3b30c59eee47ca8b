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
      : "the operator does not apply to these",
    at,
  );
}
