// What a column gets of an expression: a kind that columns have, and the digits that its own type asks for.
import type { Kind, ValueType } from "../value_type.ts";
import { converted, MOST_DIGITS } from "./convert.ts";
import type { ExpressionNode, ExpressionType } from "./expression.ts";
import { expressionType } from "./expression.ts";
import { rounded } from "./functions/numbers.ts";

const NUMERIC =
  /^\s*(?:numeric|decimal)\s*\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)\s*$/i;

/** The type of a column with such values. @param sqlType As the column says it: `numeric(12,2)` rounds the value. */
export function outputType(
  { kind, scale, nullable, min, max }: ExpressionType,
  sqlType: string | undefined,
): ValueType {
  if (kind === "null") {
    return { kind: "text", scale: 0, nullable: true, onlyNull: true };
  }
  const isNumber = kind === "int" || kind === "float" || kind === "decimal";
  const numeric = isNumber ? NUMERIC.exec(sqlType ?? "") : null;
  if (numeric !== null) {
    const digits = Math.min(Number(numeric[2] ?? 0), MOST_DIGITS);
    return { kind: "decimal", scale: digits, nullable };
  }
  const hasEnds = kind !== "float" && kind !== "bool";
  return {
    kind: kind as Kind,
    scale,
    nullable,
    ...(hasEnds && min !== undefined && { min }),
    ...(hasEnds && max !== undefined && { max }),
  };
}

/** The step with values of that type. */
export function outputNode(
  root: ExpressionNode,
  type: ValueType,
): ExpressionNode {
  const { kind, scale } = type;
  if (root.type.kind === "null") return root;
  if (kind === "decimal" && root.type.kind !== "float") {
    const cut = rounded(root, scale);
    return converted(cut, expressionType(kind, { scale }))!;
  }
  const made = converted(root, expressionType(kind, { scale }));
  if (made !== undefined) return made;
  throw new TypeError(
    `Cannot keep ${root.type.kind} in a column of ${kind}`,
  );
}
