// Arithmetic of numbers: exact in units as long as no double precision number is in it, with the ends of the result.
import { converted, MOST_DIGITS } from "../convert.ts";
import {
  anyNullable,
  constant,
  endsOf,
  type ExpressionNode,
  type ExpressionType,
  expressionType,
  ranged,
} from "../expression.ts";
import { ExpressionProblem, type Stretch } from "../problem.ts";

/** A quotient of decimals has so many digits after the point, or as many as its operands. */
const QUOTIENT_DIGITS = 6;

export type Arithmetic = "+" | "-" | "*" | "/" | "%";

export function numbers(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  const isFloat = left.type.kind === "float" || right.type.kind === "float";
  if (isFloat) return floats(operator, left, right);
  if (operator === "/") return quotient(left, right);
  if (operator === "*") return product(left, right, at);
  const args = aligned(left, right);
  const [a, b] = args.map(({ type }) => endsOf(type));
  const type = expressionType(args[0].type.kind, {
    scale: args[0].type.scale,
    nullable: anyNullable(args),
  });
  switch (operator) {
    case "+":
      return ranged({ op: "add", type, args }, a[0] + b[0], a[1] + b[1]);
    case "-":
      return ranged({ op: "subtract", type, args }, a[0] - b[1], a[1] - b[0]);
    default:
      return remainder(type, args);
  }
}

export function floats(
  operator: Arithmetic,
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode {
  const args = [left, right].map((one) =>
    converted(one, expressionType("float"))!
  );
  const folded = foldedFloat(operator, args);
  if (folded !== undefined) return folded;
  const type = expressionType("float", { nullable: anyNullable(args) });
  if (operator === "%") return remainder(type, args);
  if (operator === "/") return byZero({ op: "divide", type, args }, args[1]);
  const op = { "+": "add", "-": "subtract", "*": "multiply" }[operator];
  return { op: `${op}Float`, type, args, checked: true };
}

/** Of two constants, where there is a result. */
function foldedFloat(
  operator: Arithmetic,
  [{ op, value }, other]: ExpressionNode[],
): ExpressionNode | undefined {
  const a = op === "constant" ? value : null;
  const b = other.op === "constant" ? other.value : null;
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  const made = operator === "+"
    ? a + b
    : operator === "-"
    ? a - b
    : operator === "*"
    ? a * b
    : operator === "/"
    ? a / b
    : a % b;
  return Number.isFinite(made)
    ? constant(expressionType("float"), made + 0)
    : undefined;
}

/** By 0, a quotient is NULL. */
function byZero(node: ExpressionNode, divisor: ExpressionNode): ExpressionNode {
  if (mayBeZero(divisor)) node.type.nullable = true;
  return node.type.kind === "float" ? { ...node, checked: true } : node;
}

function mayBeZero({ op, value, type }: ExpressionNode): boolean {
  if (op === "constant") return value === 0 || value === null;
  const { min, max } = type;
  return !(min !== undefined && min > 0) && !(max !== undefined && max < 0);
}

function remainder(
  type: ExpressionType,
  args: ExpressionNode[],
): ExpressionNode {
  const [dividend, divisor] = args;
  const node = byZero({ op: "remainder", type, args }, divisor);
  if (type.kind === "float") return node;
  const most = Math.max(...endsOf(divisor.type).map(Math.abs)) - 1;
  const [low, high] = endsOf(dividend.type);
  node.type.min = Math.max(Math.min(low, 0), -most);
  node.type.max = Math.min(Math.max(high, 0), most);
  if (node.type.max < node.type.min) node.type.min = node.type.max = 0;
  return node;
}

/** Of whole numbers in double precision; with a decimal, a decimal. */
function quotient(left: ExpressionNode, right: ExpressionNode): ExpressionNode {
  if (left.type.kind === "int" && right.type.kind === "int") {
    return floats("/", left, right);
  }
  return decimalQuotient(
    left,
    right,
    Math.max(left.type.scale, right.type.scale, QUOTIENT_DIGITS),
  );
}

/** The value is how many digits the quotient has more than the operands' units give. */
function decimalQuotient(
  left: ExpressionNode,
  right: ExpressionNode,
  scale: number,
): ExpressionNode {
  const args = [left, right];
  const type = expressionType("decimal", {
    scale,
    nullable: anyNullable(args),
  });
  const value = right.type.scale - left.type.scale + scale;
  return {
    ...byZero({ op: "divideExact", type, args, value }, right),
    checked: true,
  };
}

/** A quotient that is wanted with so many digits is rounded once; undefined where the step is none. */
export function quotientAt(
  node: ExpressionNode,
  scale: number,
): ExpressionNode | undefined {
  if (node.op !== "divideExact") return undefined;
  const { type, args, value } = node;
  const digits = (value as number) - type.scale + scale;
  return {
    ...node,
    type: expressionType("decimal", { scale, nullable: type.nullable }),
    args,
    value: digits,
  };
}

export function product(
  left: ExpressionNode,
  right: ExpressionNode,
  at: Stretch,
): ExpressionNode {
  const args = [left, right];
  const scale = left.type.scale + right.type.scale;
  if (scale > MOST_DIGITS) {
    throw new ExpressionProblem(
      `the product has ${scale} digits after the point`,
      `at most ${MOST_DIGITS}: round(x, digits) one of the factors`,
      at,
    );
  }
  const [a, b] = args.map(({ type }) => endsOf(type));
  const corners = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return ranged(
    {
      op: "multiply",
      type: expressionType(scale === 0 ? "int" : "decimal", {
        scale,
        nullable: anyNullable(args),
      }),
      args,
    },
    Math.min(...corners),
    Math.max(...corners),
  );
}

/** Both in the units of the finer one. */
function aligned(
  left: ExpressionNode,
  right: ExpressionNode,
): ExpressionNode[] {
  const scale = Math.max(left.type.scale, right.type.scale);
  const kind = left.type.kind === "int" && right.type.kind === "int"
    ? "int"
    : "decimal";
  return [left, right].map((one) =>
    converted(one, expressionType(kind, { scale }))!
  );
}
