// Types an expression: from syntax to steps. Every name is looked up, every operand converted to what its operation
// wants, and NULL and the ends of numbers are followed along the way.
import { didYouMean } from "../values/nearest.ts";
import type { ColumnAddress } from "../parameters.ts";
import type { ValueType } from "../value_type.ts";
import { numberConstant } from "./convert.ts";
import {
  anyNullable,
  constant,
  type ExpressionNode,
  expressionType,
  isNull,
  NULL,
} from "./expression.ts";
import {
  AGGREGATES,
  checkAggregate,
  checkRunning,
  isAggregate,
  RUNNING,
} from "./aggregates.ts";
import { type Call, FUNCTIONS } from "./functions.ts";
import { kindName } from "./names.ts";
import { arithmetic } from "./operators/arithmetic.ts";
import { chosen, condition } from "./operators/choice.ts";
import { comparison } from "./operators/comparison.ts";
import { negated } from "./operators/sign.ts";
import { ExpressionProblem, type Stretch } from "./problem.ts";
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

/** Neither true nor false. */
const UNKNOWN = constant(expressionType("bool", { nullable: true }), null);

type CallSyntax = Extract<Syntax, { kind: "call" }>;

/** @throws {ExpressionProblem} */
export function checkExpression(
  syntax: Syntax,
  scope: ExpressionScope,
): ExpressionNode {
  return new Checker(scope).check(syntax);
}

class Checker {
  readonly #scope: ExpressionScope;

  constructor(scope: ExpressionScope) {
    this.#scope = scope;
  }

  check(syntax: Syntax): ExpressionNode {
    const { at } = syntax;
    switch (syntax.kind) {
      case "number":
        return numberConstant(syntax.text) ??
          fail("the number is too large to be exact", undefined, at);
      case "text":
        return constant(expressionType("text"), syntax.value);
      case "bool":
        return constant(expressionType("bool"), syntax.value ? 1 : 0);
      case "null":
        return NULL;
      case "name":
        return this.#name(syntax.name, at);
      case "member":
        return this.#member(syntax.path, at);
      case "call":
        return this.#call(syntax);
      case "unary":
        return this.#unary(syntax.operator, syntax.operand, at);
      case "binary":
        return this.#binary(syntax);
      case "choice": {
        const test = this.#condition(syntax.test);
        const yes = this.check(syntax.yes);
        const no = this.check(syntax.no);
        return chosen(test, yes, no, at);
      }
      case "list":
        return fail(
          "a list stands behind in only",
          `as in x in ["a", "b"]`,
          at,
        );
    }
  }

  #name(name: string, at: Stretch): ExpressionNode {
    const { inside } = this.#scope;
    if (inside !== undefined) {
      return fail(
        `"${name}" is of this row, and this is about the rows of "${inside}"`,
        this.#scope.columns().includes(name)
          ? `write ${inside}.${name}`
          : `only columns of "${inside}" stand here`,
        at,
      );
    }
    if (name === "row") return rowNode();
    if (name === "now" && this.#scope.isBound) return this.#now();
    if (name === "run") {
      return fail(
        "run is no value",
        "there are run.seed, run.now and run.epoch",
        at,
      );
    }
    return this.#column(name, at);
  }

  #column(name: string, at: Stretch): ExpressionNode {
    const type = this.#scope.column(name);
    if (type === undefined) {
      const hint = FUNCTIONS.has(name)
        ? `${name} is a function: ${FUNCTIONS.get(name)!.form}`
        : name === "now"
        ? "the start of the run is run.now"
        : didYouMean(name, [...this.#scope.columns(), "row"]) ??
          `table "${this.#scope.table}" has none of that name`;
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

  #member(path: string[], at: Stretch): ExpressionNode {
    const { now, seed } = this.#scope;
    switch (path.join(".")) {
      case "run.now":
        return this.#now();
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
    if (table === this.#scope.inside) {
      return this.#column(path[path.length - 1], at);
    }
    return fail(
      this.#scope.rows(table) === undefined
        ? `unknown name "${path.join(".")}"`
        : `"${path.join(".")}" is a column of another table`,
      this.#scope.rows(table) === undefined
        ? "columns of this row are read by their names alone"
        : "a reference column reads one row of it; sum(…) and its like read children",
      at,
    );
  }

  /** To the second where that is all there is to it. */
  #now(): ExpressionNode {
    const { now } = this.#scope;
    return now % 1000 === 0
      ? constant(expressionType("timestamp"), now / 1000)
      : constant(expressionType("timestamp", { scale: 3 }), now);
  }

  #unary(operator: string, operand: Syntax, at: Stretch): ExpressionNode {
    if (operator === "!") {
      const node = this.#condition(operand);
      const { nullable } = node.type;
      return {
        op: "not",
        type: expressionType("bool", { nullable }),
        args: [node],
      };
    }
    const node = this.check(operand);
    return operator === "-" ? negated(node, at) : plus(node, at);
  }

  #binary(syntax: Extract<Syntax, { kind: "binary" }>): ExpressionNode {
    const { operator, left, right, at } = syntax;
    if (operator === "&&" || operator === "||") {
      const args = [this.#condition(left), this.#condition(right)];
      return logic(operator === "&&" ? "and" : "or", args);
    }
    const first = this.check(left);
    if (operator === "in") return this.#in(first, left.at, right);
    const second = this.check(right);
    switch (operator) {
      case "+":
      case "-":
      case "*":
      case "/":
      case "%":
        return arithmetic(operator, first, second, at);
      default:
        return comparison(operator, first, second, at);
    }
  }

  #in(value: ExpressionNode, at: Stretch, list: Syntax): ExpressionNode {
    if (list.kind !== "list") {
      return fail("in needs a list", `as in x in ["a", "b"]`, list.at);
    }
    if (list.items.length === 0) {
      return fail("the list is empty", undefined, list.at);
    }
    const tests = list.items.map((item) => {
      const whole = item.at;
      const one = this.check(item);
      // x in [null] is NULL, as in SQL; x == null tests.
      if (isNull(one)) return UNKNOWN;
      return comparison("==", value, one, whole);
    });
    if (isNull(value)) return fail("NULL is in no list", undefined, at);
    return tests.reduce((all, one) => logic("or", [all, one]));
  }

  /** Something that is true or false. */
  #condition(syntax: Syntax): ExpressionNode {
    return condition(this.check(syntax), syntax.at);
  }

  #call(syntax: CallSyntax): ExpressionNode {
    const { name, nameAt, args, at } = syntax;
    if (name === "col") return this.#col(args, at);
    if (name === "rows") return this.#rows(args, at);
    if (isAggregate(syntax)) return this.#aggregate(syntax);
    if (name === "running") return this.#running(syntax);
    const entry = FUNCTIONS.get(name);
    if (entry === undefined) {
      const known = [
        ...FUNCTIONS.keys(),
        ...AGGREGATES.keys(),
        ...["running", "col", "rows"],
      ];
      return fail(
        `unknown function "${name}"`,
        didYouMean(name, known) ?? "docs/expressions.md lists them",
        nameAt,
      );
    }
    const [least, most] = entry.count;
    if (args.length < least || args.length > most) {
      return fail(
        `${name} takes ${countText(least, most)}, and there ${
          args.length === 1 ? "is 1" : `are ${args.length}`
        }`,
        `write ${entry.form}`,
        at,
      );
    }
    const call: Call = {
      name,
      form: entry.form,
      at,
      args: args.map((arg) => this.check(arg)),
      stretches: args.map((arg) => arg.at),
    };
    return entry.type(call);
  }

  #aggregate(syntax: CallSyntax): ExpressionNode {
    const scope = this.#scope;
    this.#refuseInside(syntax);
    return checkAggregate(syntax, {
      descendants: (table) => scope.descendants(table),
      isTable: (name) => scope.rows(name) !== undefined,
      inside(table, inner) {
        const columns = scope.columnsOf(table);
        return checkExpression(inner, {
          ...scope,
          table,
          inside: table,
          columns: () => columns,
          column: (column) =>
            columns.includes(column)
              ? scope.at({ table, column })?.type
              : undefined,
        });
      },
    });
  }

  #running(syntax: CallSyntax): ExpressionNode {
    const { args, at } = syntax;
    this.#refuseInside(syntax);
    if (args.length !== 1) {
      return fail("running takes one value", `write ${RUNNING.form}`, at);
    }
    if (this.#scope.parent === undefined) {
      return fail(
        `running sums the rows of one parent, and "${this.#scope.table}" is not made per another table`,
        `give the table per = { table = "…", … }`,
        at,
      );
    }
    return checkRunning(
      this.check(args[0]),
      this.#scope.siblings() ?? 1,
      syntax,
    );
  }

  #refuseInside({ name, at }: CallSyntax): void {
    if (this.#scope.inside === undefined) return;
    fail(
      `${name} stands inside another aggregate`,
      `make it a column of "${this.#scope.inside}"`,
      at,
    );
  }

  #col(args: Syntax[], at: Stretch): ExpressionNode {
    const [arg] = args;
    if (args.length !== 1 || arg.kind !== "text") {
      return fail("col needs a column's name", `write col("row")`, at);
    }
    return this.#column(arg.value, arg.at);
  }

  #rows(args: Syntax[], at: Stretch): ExpressionNode {
    const [arg] = args;
    if (args.length !== 1 || arg.kind !== "text") {
      return fail("rows needs a table's name", `write rows("table")`, at);
    }
    const rows = this.#scope.rows(arg.value);
    if (rows === undefined) {
      return fail(`unknown table "${arg.value}"`, undefined, arg.at);
    }
    return constant(expressionType("int"), rows);
  }
}

function rowNode(): ExpressionNode {
  return { op: "row", type: expressionType("int", { min: 0 }), args: [] };
}

function plus(node: ExpressionNode, at: Stretch): ExpressionNode {
  negated(node, at);
  return node;
}

function logic(op: "and" | "or", args: ExpressionNode[]): ExpressionNode {
  const nullable = anyNullable(args);
  return { op, type: expressionType("bool", { nullable }), args };
}

function countText(least: number, most: number): string {
  if (most === Infinity) return `at least ${least} value${plural(least)}`;
  if (least === most) return `${least} value${plural(least)}`;
  return `${least} to ${most} values`;
}

function plural(count: number): string {
  return count === 1 ? "" : "s";
}

function fail(message: string, hint: string | undefined, at: Stretch): never {
  throw new ExpressionProblem(message, hint, at);
}
