// The sign before a number or a duration.
import {
  constant,
  type ExpressionNode,
  isLength,
  isNull,
  isNumber,
} from "../expression.ts";
import { kindName } from "../../kind_names.ts";
import { ExpressionProblem, type Stretch } from "../problem.ts";

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
