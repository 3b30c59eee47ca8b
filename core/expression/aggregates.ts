// Aggregates over the children of this row, and sums over its earlier siblings: what they take and what they give.
import {
  type ExpressionNode,
  expressionType,
  isNull,
  isNumber,
  LARGEST,
  ranged,
} from "./expression.ts";
import { kindName } from "../kind_names.ts";
import { arithmetic } from "./operators/arithmetic.ts";
import { condition } from "./operators/choice.ts";
import { fail, type Stretch } from "./problem.ts";
import type { Syntax } from "./syntax.ts";

/** An aggregate, as data: the reference lists them. */
export interface AggregateEntry {
  /** `sum(items.amount, condition)`. */
  form: string;
  /** One line, without a full stop. */
  summary: string;
}

export const AGGREGATES: ReadonlyMap<string, AggregateEntry> = new Map(
  Object.entries({
    sum: {
      form: "sum(items.price)",
      summary: "The sum of the children's values; of none, 0",
    },
    count: {
      form: "count(items)",
      summary: "How many children there are; of a column, those not NULL",
    },
    min: { form: "min(items.price)", summary: "The least value" },
    max: { form: "max(items.price)", summary: "The greatest value" },
    avg: {
      form: "avg(items.price)",
      summary: "The mean of the values that are not NULL",
    },
    any: {
      form: "any(items.price > 9)",
      summary: "Whether it holds for one of the children",
    },
    all: {
      form: "all(items.price > 9)",
      summary: "Whether it holds for all of the children",
    },
    first: {
      form: "first(items.price)",
      summary: "The value of the first child, NULL or not",
    },
    last: {
      form: "last(items.price)",
      summary: "The value of the last child, NULL or not",
    },
  }),
);

export const RUNNING: AggregateEntry = {
  form: "running(price)",
  summary: "The sum over this row and its earlier siblings; NULLs count as 0",
};

export type AggregateCall = Extract<Syntax, { kind: "call" }>;

/** What is known of the other table. */
export interface ChildScope {
  /** The fewest and the most rows of it that descend from one of this; undefined where none do. */
  descendants(table: string): { min: number; max: number } | undefined;
  isTable(name: string): boolean;
  /** Types what stands inside, over the columns of that table. */
  inside(table: string, syntax: Syntax): ExpressionNode;
}

/** The table whose columns are written inside as `items.price`; undefined where there is none. */
function tableInside(syntax: Syntax): string | undefined {
  if (syntax.kind === "member") {
    return syntax.path[0] === "run"
      ? undefined
      : syntax.path.slice(0, -1).join(".");
  }
  for (const part of partsOf(syntax)) {
    const table = tableInside(part);
    if (table !== undefined) return table;
  }
  return undefined;
}

/** The operands of a syntax. */
export function partsOf(syntax: Syntax): Syntax[] {
  switch (syntax.kind) {
    case "call":
      return syntax.args;
    case "unary":
      return [syntax.operand];
    case "binary":
      return [syntax.left, syntax.right];
    case "choice":
      return [syntax.test, syntax.yes, syntax.no];
    case "list":
      return syntax.items;
    default:
      return [];
  }
}

/** `count(items)`: a table by its name alone. */
function tableNamed(syntax: Syntax): string | undefined {
  if (syntax.kind === "name") return syntax.name;
  return syntax.kind === "member" ? syntax.path.join(".") : undefined;
}

/** Whether a call is one over children: `min` and `max` are functions of the row too. */
export function isAggregate({ name, args }: AggregateCall): boolean {
  if (!AGGREGATES.has(name)) return false;
  return name !== "min" && name !== "max" ||
    args.length > 0 && tableInside(args[0]) !== undefined;
}

/** @throws {ExpressionProblem} */
export function checkAggregate(
  call: AggregateCall,
  scope: ChildScope,
): ExpressionNode {
  const { name, args, at } = call;
  const { form } = AGGREGATES.get(name)!;
  if (args.length < 1 || args.length > 2) {
    fail(
      `${name} takes what it is over and perhaps a condition`,
      `write ${form}`,
      at,
    );
  }
  const [of, where] = args;
  const whole = name === "count" ? tableNamed(of) : undefined;
  const isWhole = whole !== undefined && scope.isTable(whole);
  const table = isWhole ? whole : tableInside(of);
  if (table === undefined) {
    return fail(
      `${name} is over the rows of another table`,
      `write ${form} for a table made per this one`,
      of.at,
    );
  }
  const family = scope.descendants(table);
  if (family === undefined) {
    if (!scope.isTable(table)) {
      return fail(`unknown table "${table}"`, `write ${form}`, of.at);
    }
    return fail(
      `the rows of "${table}" are no children of this row`,
      `give [table.${table}] per = { table = "…", … } of this table`,
      of.at,
    );
  }
  const keep = where === undefined
    ? undefined
    : condition(scope.inside(table, where), where.at);
  const value = isWhole ? undefined : scope.inside(table, of);
  const isSure = family.min > 0 && keep === undefined &&
    value?.type.nullable !== true;
  const node = (type: ExpressionNode["type"], taken = value) => ({
    op: "aggregate",
    type,
    args: [],
    value: name,
    aggregate: {
      table,
      ...(taken !== undefined && { of: taken }),
      ...(keep !== undefined && { where: keep }),
    },
  });
  if (name === "count") {
    return node(
      expressionType("int", { min: 0, max: Math.min(family.max, LARGEST) }),
    );
  }
  const taken = value!;
  if (isNull(taken)) return fail(`${name} gets NULL`, form, of.at);
  switch (name) {
    case "sum":
      return summed(node, taken, family.max, of.at, call);
    case "avg": {
      const sum = {
        ...summed(node, taken, family.max, of.at, call),
        value: "sum",
      };
      const count = {
        ...node(expressionType("int", { min: isSure ? 1 : 0 })),
        value: "count",
      };
      return arithmetic("/", sum, count, at);
    }
    case "any":
    case "all":
      return node(
        expressionType("bool", { nullable: !isSure }),
        condition(taken, of.at),
      );
    default:
      return node({ ...taken.type, nullable: !isSure });
  }
}

/** @throws {ExpressionProblem} */
export function checkRunning(
  value: ExpressionNode,
  siblings: number,
  call: AggregateCall,
): ExpressionNode {
  return summed(
    (type) => ({ op: "running", type, args: [], aggregate: { of: value } }),
    value,
    siblings,
    call.args[0].at,
    call,
  );
}

function summed(
  node: (type: ExpressionNode["type"]) => ExpressionNode,
  value: ExpressionNode,
  count: number,
  at: Stretch,
  { name }: AggregateCall,
): ExpressionNode {
  const { kind, scale, min, max, days } = value.type;
  if (!isNumber(value.type) && kind !== "interval") {
    return fail(
      `${name} gets ${kindName(value.type)}`,
      "expected numbers or lengths of time",
      at,
    );
  }
  const type = expressionType(kind, { scale, ...(days && { days }) });
  if (kind === "float") return { ...node(type), checked: true };
  return ranged(
    node(type),
    Math.min(0, (min ?? -LARGEST) * count),
    Math.max(0, (max ?? LARGEST) * count),
  );
}
