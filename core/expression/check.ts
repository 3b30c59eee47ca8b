// Types an expression: from syntax to steps. Every name is looked up, every operand converted to what its operation
// wants, and NULL and the ends of numbers are followed along the way.
import { didYouMean } from "../values/nearest.ts";
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
import { arithmetic } from "./operators/arithmetic.ts";
import { chosen, condition } from "./operators/choice.ts";
import { comparison } from "./operators/comparison.ts";
import { negated } from "./operators/sign.ts";
import { fail, type Stretch } from "./problem.ts";
import {
  colNode,
  type ExpressionScope,
  memberNode,
  nameNode,
  rowsNode,
} from "./scope.ts";
import type { Syntax } from "./syntax.ts";

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
        return nameNode(this.#scope, syntax.name, at);
      case "member":
        return memberNode(this.#scope, syntax.path, at);
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
      return fail("the list is empty", "write at least one value", list.at);
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
    if (name === "col") return colNode(this.#scope, args, at);
    if (name === "rows") return rowsNode(this.#scope, args, at);
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
