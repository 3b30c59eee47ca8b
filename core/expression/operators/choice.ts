// Conditions, and the choice between two values.
import { commonType, converted } from "../convert.ts";
import {
  anyNullable,
  type ExpressionNode,
  expressionType,
  isNull,
} from "../expression.ts";
import { kindName } from "../../kind_names.ts";
import { ExpressionProblem, type Stretch } from "../problem.ts";
import { comparable } from "./comparison.ts";

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
