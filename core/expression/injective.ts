// Whether an expression gives different values for different rows.
import {
  isTold,
  literalPiece,
  type Piece,
  valuePiece,
} from "../values/pieces.ts";
import type { ValueType } from "../value_type.ts";
import type { Expression, ExpressionNode } from "./expression.ts";

/** Steps that keep different numbers different, where all other operands are constants. */
const EXACT = ["add", "subtract", "multiply", "times", "negate"];

/** What is known of the row's columns. */
export interface Known {
  isUnique(column: string): boolean;
  /** Of a column without ends of its type. */
  ends(column: string): { min?: number; max?: number };
  /** Of the table. */
  rows: number;
}

/** @param type What the column keeps of the values. */
export function isInjective(
  { root }: Expression,
  type: ValueType,
  known: Known,
): boolean {
  // Digits that are cut off might be what made the difference.
  if (type.kind !== root.type.kind || type.scale < root.type.scale) {
    return false;
  }
  return differs(root, known);
}

function differs(
  node: ExpressionNode,
  known: Known,
): boolean {
  const { op, args, value, type } = node;
  if (op === "row") return true;
  if (op === "column") return known.isUnique(value as string);
  if (op === "concat") {
    return isTold(args.map((one) => pieceOf(one, known)));
  }
  if (op === "within") return differs(args[0], known);
  if (op === "write") return isWhole(args[0]) && differs(args[0], known);
  if (!EXACT.includes(op) || type.kind === "float") return false;
  const parts = args.filter((one) => one.op !== "constant");
  if (parts.length !== 1) return false;
  const factor = op === "times"
    ? value
    : args.find((one) => one.op === "constant")?.value;
  const keeps = op !== "multiply" && op !== "times" ||
    typeof factor === "number" && factor !== 0;
  const scale = args.reduce((sum, one) => sum + one.type.scale, 0);
  return keeps && (op !== "multiply" || scale === type.scale) &&
    differs(parts[0], known);
}

/** Numbers and times whose text says all of them. */
function isWhole({ type }: ExpressionNode): boolean {
  return type.kind !== "float" && type.kind !== "bool";
}

function pieceOf(
  node: ExpressionNode,
  known: Known,
): Piece {
  const { op, value, args } = node;
  if (op === "constant" && typeof value === "string") {
    return literalPiece(value);
  }
  if (op === "write") return pieceOf(args[0], known);
  if (op === "pad") {
    const [width, fill] = String(value).split(" ");
    const [inside] = args[0].op === "write" ? args[0].args : args;
    // Zeros before a number say nothing; before other texts they might.
    const isNumber = inside.type.kind === "int" && fill === "0";
    return isNumber
      ? valuePiece(
        valueOf(inside, known),
        differs(inside, known),
        Number(width),
      )
      : {};
  }
  return valuePiece(valueOf(node, known), differs(node, known));
}

function valueOf({ op, type, value }: ExpressionNode, known: Known): ValueType {
  const ends = op === "column"
    ? known.ends(value as string)
    : op === "row"
    ? { min: 0, max: known.rows - 1 }
    : {};
  return {
    ...type,
    kind: type.kind as ValueType["kind"],
    min: type.min ?? ends.min,
    max: type.max ?? ends.max,
  };
}
