// Reads expressions, and checks them once the types of the columns are known.
import { partsOf } from "../expression/aggregates.ts";
import { checkExpression } from "../expression/check.ts";
import type { ExpressionScope } from "../expression/scope.ts";
import { type Expression, NULL } from "../expression/expression.ts";
import { condition } from "../expression/operators/choice.ts";
import { ExpressionProblem, type Stretch } from "../expression/problem.ts";
import { parseExpression, type Syntax } from "../expression/syntax.ts";
import type {
  Alternative,
  Bound,
  ColumnAddress,
  DistributionSpec,
} from "../parameters.ts";
import type { ColumnSpec } from "./spec.ts";
import type { Problems } from "./problems.ts";
import { unexpected } from "./scalars.ts";
import type { Node } from "./toml/tree.ts";

/** What is known of an expression beside what the plan keeps of it. */
interface Reading {
  syntax: Syntax;
  node: Node;
  isBound: boolean;
}

/** Expressions that have been read: what is in the plan is plain data. */
const readings = new WeakMap<Expression, Reading>();

/**
 * Reads the text; what it means is checked later.
 *
 * @param isBound `now` is run.now.
 */
export function readExpression(
  problems: Problems,
  name: string,
  node: Node,
  isBound = false,
): Expression | undefined {
  if (node.kind !== "value") {
    return unexpected(problems, name, node, "an expression in quotes");
  }
  const { literal } = node;
  const text = literal.kind === "text"
    ? literal.value
    : literal.kind === "bool"
    ? String(literal.value)
    : literal.kind === "int" || literal.kind === "float"
    ? literal.text
    : undefined;
  if (text === undefined) {
    return unexpected(problems, name, node, "an expression in quotes");
  }
  return parsed(problems, node, text, isBound);
}

function parsed(
  problems: Problems,
  node: Node,
  text: string,
  isBound: boolean,
): Expression | undefined {
  try {
    const syntax = parseExpression(text);
    const expression: Expression = {
      text,
      columns: [...new Set(namesIn(syntax, isBound))],
      others: [...othersIn(syntax)],
      clock: readsClock(syntax, isBound),
      root: NULL,
    };
    readings.set(expression, { syntax, node, isBound });
    return expression;
  } catch (thrown) {
    report(problems, node, thrown);
    return undefined;
  }
}

/** The name that an expression is, where it is nothing else. */
export function plainName(expression: Expression): string | undefined {
  const syntax = readings.get(expression)?.syntax;
  return syntax?.kind === "name" ? syntax.name : undefined;
}

function report(problems: Problems, node: Node, thrown: unknown): void {
  if (!(thrown instanceof ExpressionProblem)) throw thrown;
  problems.error(
    placeOf(node, thrown.at) ?? node.place,
    thrown.message,
    thrown.hint,
  );
}

function placeOf(node: Node, { start, length }: Stretch) {
  return node.kind === "value"
    ? node.stretch?.(start, Math.max(length, 1))
    : undefined;
}

function* namesIn(syntax: Syntax, isBound: boolean): Generator<string> {
  if (syntax.kind === "name" && !(isBound && syntax.name === "now")) {
    yield syntax.name;
  }
  if (syntax.kind === "call" && syntax.name === "col") {
    const [arg] = syntax.args;
    if (arg?.kind === "text") yield arg.value;
  }
  for (const part of partsOf(syntax)) {
    if (isTableCounted(syntax, part)) continue;
    yield* namesIn(part, isBound);
  }
}

/** `items` in `count(items)` is a table. */
function isTableCounted(syntax: Syntax, part: Syntax): boolean {
  return syntax.kind === "call" && syntax.name === "count" &&
    part === syntax.args[0] && part.kind === "name";
}

/** `items.amount` inside an aggregate. */
function* othersIn(syntax: Syntax): Generator<ColumnAddress> {
  if (syntax.kind === "member" && syntax.path[0] !== "run") {
    const column = syntax.path[syntax.path.length - 1];
    yield { table: syntax.path.slice(0, -1).join("."), column };
  }
  for (const part of partsOf(syntax)) yield* othersIn(part);
}

function readsClock(syntax: Syntax, isBound: boolean): boolean {
  if (syntax.kind === "name") return isBound && syntax.name === "now";
  if (syntax.kind === "member") {
    const path = syntax.path.join(".");
    return path === "run.now" || path === "run.epoch";
  }
  return partsOf(syntax).some((part) => readsClock(part, isBound));
}

/** All expressions of a column, and whether each is a condition. */
export function expressionsOf(
  column: ColumnSpec,
): { expression: Expression; isCondition: boolean }[] {
  const { generator, params, when } = column;
  const found: { expression: Expression; isCondition: boolean }[] = [];
  const add = (expression: Expression | undefined, isCondition: boolean) => {
    if (expression !== undefined) found.push({ expression, isCondition });
  };
  add(when, true);
  for (const [name, { kind }] of Object.entries(generator?.params ?? {})) {
    const value = params[name];
    if (value === undefined) continue;
    if (kind === "expression") add(value as Expression, false);
    if (kind === "bound" && "expression" in (value as Bound)) {
      add((value as { expression: Expression }).expression, false);
    }
    if (kind === "distribution") {
      const { following = {} } = value as DistributionSpec;
      for (const one of Object.values(following)) add(one, false);
    }
    if (kind === "alternatives") {
      for (const one of value as Alternative[]) add(one.when, true);
    }
  }
  return found;
}

/** Types the expressions of a column; what is wrong is reported at its place. */
export function checkExpressions(
  problems: Problems,
  column: ColumnSpec,
  scope: ExpressionScope,
): void {
  for (const { expression, isCondition } of expressionsOf(column)) {
    const reading = readings.get(expression);
    if (reading === undefined) continue;
    const { syntax, node, isBound } = reading;
    try {
      const root = checkExpression(syntax, { ...scope, isBound });
      expression.root = isCondition ? condition(root, syntax.at) : root;
    } catch (thrown) {
      report(problems, node, thrown);
    }
  }
}
