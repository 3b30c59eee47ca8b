// A checked expression: plain data that travels to the workers in the plan.
import type { ColumnAddress } from "../parameters.ts";
import type { Kind } from "../value_type.ts";

/** The kinds of values that an expression has on the way to one that a column can have. */
export type ExpressionKind =
  | Kind
  /** Only NULL. */
  | "null"
  /** A number of months. */
  | "months";

export interface ExpressionType {
  kind: ExpressionKind;
  scale: number;
  nullable: boolean;
  /** Numbers, dates, times: no value is below or above these, in the vector's own units. */
  min?: number;
  max?: number;
  /** interval: a whole number of days, which takes a date to a date. */
  days?: boolean;
}

/**
 * A step of the computation. Conversions are steps too, so operands always have the units that the operation wants:
 * what runs it need not look at types again.
 */
export interface ExpressionNode {
  op: string;
  type: ExpressionType;
  args: ExpressionNode[];
  /** constant: the value. column: its name. Else what the operation needs to know. */
  value?: number | string | null;
  /** aggregate, running: over the columns of which rows. */
  aggregate?: AggregateSpec;
  /** The result may be beyond ±2^53 or no number at all, and must be looked at. */
  checked?: boolean;
}

/** What an aggregate is over: the descendants of this row in a table, or its siblings. */
export interface AggregateSpec {
  /** Undefined: the own table. */
  table?: string;
  /** The value of each row; count of the rows themselves has none. */
  of?: ExpressionNode;
  /** Only rows where it holds. */
  where?: ExpressionNode;
}

export interface Expression {
  /** As written. */
  text: string;
  /** The columns of the row that it reads. */
  columns: string[];
  /** The columns of other tables that its aggregates read. */
  others: ColumnAddress[];
  /** It reads run.now or run.epoch. */
  clock: boolean;
  root: ExpressionNode;
}

export function expressionType(
  kind: ExpressionKind,
  rest: Partial<ExpressionType> = {},
): ExpressionType {
  return { kind, scale: 0, nullable: false, ...rest };
}

export const LARGEST = 9007199254740992; // 2^53

/** The ends between which values of a type lie. */
export function endsOf({ min, max }: ExpressionType): [number, number] {
  return [min ?? -LARGEST, max ?? LARGEST];
}

/** A step whose result lies between two ends: from ±2^53 on, it must be looked at. */
export function ranged(
  node: Omit<ExpressionNode, "checked">,
  low: number,
  high: number,
): ExpressionNode {
  const type = { ...node.type };
  // An end of exactly 2^53 may be what one beyond it was rounded to.
  const isExact = low > -LARGEST && high < LARGEST;
  if (low > -LARGEST && Number.isFinite(low)) type.min = low;
  if (high < LARGEST && Number.isFinite(high)) type.max = high;
  return isExact ? { ...node, type } : { ...node, type, checked: true };
}

/** Whether any of the operands may be NULL. */
export function anyNullable(args: readonly ExpressionNode[]): boolean {
  return args.some(({ type }) => type.nullable);
}

export function isNumber({ kind }: ExpressionType): boolean {
  return kind === "int" || kind === "decimal" || kind === "float";
}

export function isDay({ kind }: ExpressionType): boolean {
  return kind === "date" || kind === "timestamp";
}

export function isLength({ kind }: ExpressionType): boolean {
  return kind === "interval" || kind === "months";
}

export function constant(
  type: ExpressionType,
  value: number | string | null,
): ExpressionNode {
  if (typeof value !== "number" || type.kind === "float") {
    return { op: "constant", type, args: [], value };
  }
  return {
    op: "constant",
    type: { ...type, min: value, max: value },
    args: [],
    value,
  };
}

export const NULL: ExpressionNode = constant(
  expressionType("null", { nullable: true }),
  null,
);

/** The only value that a step can have, in the units of its type; undefined where there may be others. */
export function onlyValue(
  { op, value, type }: ExpressionNode,
): number | undefined {
  if (op === "constant") return typeof value === "number" ? value : undefined;
  const { min, max, nullable } = type;
  return !nullable && min === max ? min : undefined;
}

/** Whether a step is a NULL of no particular kind. */
export function isNull({ type }: ExpressionNode): boolean {
  return type.kind === "null";
}
