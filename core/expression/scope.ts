// What names stand for in an expression: columns, `row`, and what is known of the run.
import type { ColumnAddress } from "../parameters.ts";
import type { ValueType } from "../value_type.ts";
import { didYouMean } from "../values/nearest.ts";
import { kindName } from "../kind_names.ts";
import { constant, type ExpressionNode, expressionType } from "./expression.ts";
import { FUNCTIONS } from "./functions.ts";
import { fail, type Stretch } from "./problem.ts";
import type { Syntax } from "./syntax.ts";

/** What an expression may look at. */
export interface ExpressionScope {
  /** Type of a column of the row; undefined where there is none. */
  column(name: string): ValueType | undefined;
  columns(): string[];
  /** Rows of a table; undefined where there is none. */
  rows(table: string): number | undefined;
  table: string;
  /** In milliseconds since 1970. */
  now: number;
  /** As text. */
  seed: string;
  /** The fewest and the most rows of a table that descend from one row of this; undefined where none do. */
  descendants(table: string): { min: number; max: number } | undefined;
  /** The columns of any table. */
  columnsOf(table: string): string[];
  /** Type of a column of any table; undefined where there is none. */
  at(address: ColumnAddress): { type: ValueType } | undefined;
  /** The table that this one is made per. */
  parent?: string;
  /** The most rows that one parent has. */
  siblings(): number | undefined;
  /** Inside an aggregate: the table whose columns these are, written as `items.price`. */
  inside?: string;
  /** The expression is a bound: `now` is run.now. */
  isBound?: boolean;
}

/** A column of the row, `row`, and in bounds `now`. */
export function nameNode(
  scope: ExpressionScope,
  name: string,
  at: Stretch,
): ExpressionNode {
  const { inside } = scope;
  if (inside !== undefined) {
    return fail(
      `"${name}" is of this row, and this is about the rows of "${inside}"`,
      scope.columns().includes(name)
        ? `write ${inside}.${name}`
        : `only columns of "${inside}" stand here`,
      at,
    );
  }
  if (name === "row") return rowNode();
  if (name === "now" && scope.isBound) return start(scope);
  if (name === "run") {
    return fail(
      "run is no value",
      "there are run.seed, run.now and run.epoch",
      at,
    );
  }
  return columnNamed(scope, name, at);
}

function columnNamed(
  scope: ExpressionScope,
  name: string,
  at: Stretch,
): ExpressionNode {
  const type = scope.column(name);
  if (type === undefined) {
    const hint = FUNCTIONS.has(name)
      ? `${name} is a function: ${FUNCTIONS.get(name)!.form}`
      : name === "now"
      ? "the start of the run is run.now"
      : didYouMean(name, [...scope.columns(), "row"]) ??
        `table "${scope.table}" has none of that name`;
    return fail(`unknown column "${name}"`, hint, at);
  }
  const { kind, scale, nullable, min, max } = type;
  if (kind === "bytes" || kind === "json" || kind === "array") {
    return fail(
      `"${name}" is ${kindName(type)}`,
      "an expression cannot look into it",
      at,
    );
  }
  return {
    op: "column",
    type: expressionType(kind, {
      scale,
      nullable,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    }),
    args: [],
    value: name,
  };
}

/** `run.now` and the like; inside an aggregate, a column of its rows. */
export function memberNode(
  scope: ExpressionScope,
  path: string[],
  at: Stretch,
): ExpressionNode {
  const { now, seed } = scope;
  switch (path.join(".")) {
    case "run.now":
      return start(scope);
    case "run.epoch":
      return constant(expressionType("int"), Math.floor(now / 1000));
    case "run.seed":
      return constant(expressionType("text"), seed);
  }
  if (path[0] === "run") {
    return fail(
      `there is no run.${path.slice(1).join(".")}`,
      didYouMean(path[1], ["seed", "now", "epoch"]) ??
        "there are run.seed, run.now and run.epoch",
      at,
    );
  }
  const table = path.slice(0, -1).join(".");
  if (table === scope.inside) {
    return columnNamed(scope, path[path.length - 1], at);
  }
  return fail(
    scope.rows(table) === undefined
      ? `unknown name "${path.join(".")}"`
      : `"${path.join(".")}" is a column of another table`,
    scope.rows(table) === undefined
      ? "columns of this row are read by their names alone"
      : "a reference column reads one row of it; sum(…) and its like read children",
    at,
  );
}

/** To the second where that is all there is to it. */
function start(scope: ExpressionScope): ExpressionNode {
  const { now } = scope;
  return now % 1000 === 0
    ? constant(expressionType("timestamp"), now / 1000)
    : constant(expressionType("timestamp", { scale: 3 }), now);
}

/** The one text that a function takes. */
function onlyText(
  args: Syntax[],
  message: string,
  example: string,
  at: Stretch,
): Syntax & { kind: "text" } {
  const [arg] = args;
  if (args.length === 1 && arg.kind === "text") return arg;
  return fail(message, `write ${example}`, at);
}

/** `col("row")`. */
export function colNode(
  scope: ExpressionScope,
  args: Syntax[],
  at: Stretch,
): ExpressionNode {
  const name = onlyText(args, "col needs a column's name", `col("row")`, at);
  return columnNamed(scope, name.value, name.at);
}

/** `rows("table")`. */
export function rowsNode(
  scope: ExpressionScope,
  args: Syntax[],
  at: Stretch,
): ExpressionNode {
  const name = onlyText(args, "rows needs a table's name", `rows("table")`, at);
  const rows = scope.rows(name.value);
  if (rows === undefined) {
    return fail(`unknown table "${name.value}"`, undefined, name.at);
  }
  return constant(expressionType("int"), rows);
}

function rowNode(): ExpressionNode {
  return { op: "row", type: expressionType("int", { min: 0 }), args: [] };
}
