// What stands in an expression, as a tree with places. Names are not looked up and nothing is typed yet.
import type { CallExpression, Expression, Literal } from "./jsep.ts";
import { EXAMPLE, LARGEST_TEXT, parseText } from "./jsep.ts";
import { ExpressionProblem, type Stretch } from "./problem.ts";

/** A piece of an expression. */
export type Syntax =
  & { at: Stretch }
  & (
    /** `text` as written: 12, 1.50, 2e3. */
    | { kind: "number"; text: string }
    | { kind: "text"; value: string }
    | { kind: "bool"; value: boolean }
    | { kind: "null" }
    | { kind: "name"; name: string }
    /** `run.now`, `items.amount`. */
    | { kind: "member"; path: string[] }
    | { kind: "call"; name: string; nameAt: Stretch; args: Syntax[] }
    | { kind: "unary"; operator: string; operand: Syntax }
    | { kind: "binary"; operator: string; left: Syntax; right: Syntax }
    | { kind: "choice"; test: Syntax; yes: Syntax; no: Syntax }
    | { kind: "list"; items: Syntax[] }
  );

const UNARY = ["-", "+", "!"];
const BINARY = [
  ...["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="],
  ...["&&", "||", "in"],
];
/** What other languages have, and what is written here. */
const INSTEAD: Record<string, string> = {
  "===": "write ==, which never converts",
  "!==": "write !=, which never converts",
  "**": "write pow(a, b)",
  "??": "write coalesce(a, b)",
  "|": "or is ||",
  "&": "and is &&",
};
/** Deeper nesting is nobody's intent, and would exhaust the stack. */
const DEEPEST = 500;

/** @throws {ExpressionProblem} */
export function parseExpression(text: string): Syntax {
  if (text.length > LARGEST_TEXT) {
    throw new ExpressionProblem(
      `the expression has ${text.length} characters`,
      `at most ${LARGEST_TEXT}: hidden columns can take parts of it`,
      { start: 0, length: 1 },
    );
  }
  if (text.trim() === "") {
    throw new ExpressionProblem("the expression is empty", EXAMPLE, {
      start: 0,
      length: text.length,
    });
  }
  return convert(parseText(text), 0);
}

function convert(node: Expression, depth: number): Syntax {
  const at = stretchOf(node);
  if (depth > DEEPEST) {
    throw new ExpressionProblem(
      "the expression is nested too deeply",
      "hidden columns can take parts of it",
      { start: 0, length: 1 },
    );
  }
  const inner = (one: unknown) => convert(one as Expression, depth + 1);
  switch (node.type) {
    case "Literal":
      return { at, ...literal(node as Literal, at) };
    case "Identifier":
      return { at, kind: "name", name: node.name as string };
    case "MemberExpression":
      return { at, kind: "member", path: pathOf(node, at) };
    case "CallExpression":
      return call(node as CallExpression, at, inner);
    case "UnaryExpression": {
      const operator = node.operator as string;
      if (!UNARY.includes(operator)) refuseOperator(operator, at);
      return { at, kind: "unary", operator, operand: inner(node.argument) };
    }
    case "BinaryExpression": {
      const operator = node.operator as string;
      const left = inner(node.left);
      const right = inner(node.right);
      const start = left.at.start;
      const whole = {
        start,
        length: right.at.start + right.at.length - start,
      };
      if (!BINARY.includes(operator)) refuseOperator(operator, whole);
      return { at: whole, kind: "binary", operator, left, right };
    }
    case "ConditionalExpression": {
      const test = inner(node.test);
      const yes = inner(node.consequent);
      const no = inner(node.alternate);
      const start = test.at.start;
      const length = no.at.start + no.at.length - start;
      return { at: { start, length }, kind: "choice", test, yes, no };
    }
    case "ArrayExpression": {
      const elements = node.elements as (Expression | null)[];
      if (elements.some((one) => one === null)) {
        throw new ExpressionProblem(
          "a value is missing in the list",
          undefined,
          at,
        );
      }
      return { at, kind: "list", items: elements.map(inner) };
    }
    case "ThisExpression":
      throw new ExpressionProblem(
        "there is no this",
        `a column of that name is col("this")`,
        at,
      );
    default:
      throw new ExpressionProblem(
        "these are several expressions",
        "an operator is missing between them",
        at,
      );
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\x0b" },
};

/** A text as JavaScript writes it: jsep knows no `\u00e9`, `\u{1f600}` and `\xe9`. */
function unescaped(raw: string, at: Stretch): string {
  return raw.slice(1, -1).replace(
    /\\(?:u(d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})|u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/gi,
    (whole, pair, braces, four, two, other: string | undefined) => {
      // The two halves of a character beyond \uffff.
      if (pair !== undefined) return JSON.parse(`"${whole}"`);
      if (other !== undefined && !/[ux]/.test(other)) {
        return ESCAPES[other] ?? other;
      }
      const code = Number.parseInt(braces ?? four ?? two ?? "", 16);
      if (code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) {
        return String.fromCodePoint(code);
      }
      throw new ExpressionProblem(
        `${whole} is no character`,
        "write \\u00e9 or \\u{1f600}",
        at,
      );
    },
  );
}

type Bare<T> = T extends unknown ? Omit<T, "at"> : never;

function literal({ value, raw }: Literal, at: Stretch): Bare<Syntax> {
  if (value === null) return { kind: "null" };
  if (typeof value === "boolean") return { kind: "bool", value };
  if (typeof value === "string") {
    return {
      kind: "text",
      value: /\\[ux]/.test(raw) ? unescaped(raw, at) : value,
    };
  }
  if (/^\d+$/.test(raw) && !(Number(raw) <= 2 ** 53 && exact(raw))) {
    throw new ExpressionProblem(
      `${raw} is too large to be exact`,
      "whole numbers are at most 2^53",
      at,
    );
  }
  if (!Number.isFinite(value)) {
    throw new ExpressionProblem(
      `${raw} is too large`,
      "numbers are below 1.8e308",
      at,
    );
  }
  return { kind: "number", text: raw };
}

/** Whether a whole number is the one that its double is. */
function exact(digits: string): boolean {
  return String(Number(digits)) === digits.replace(/^0+(?=\d)/, "");
}

function pathOf(node: Expression, at: Stretch): string[] {
  const path: string[] = [];
  let one = node;
  while (one.type === "MemberExpression") {
    const property = one.property as Expression;
    if (
      one.computed || one.optional || property.type !== "Identifier"
    ) break;
    path.unshift(property.name as string);
    one = one.object as Expression;
  }
  if (one.type === "Identifier") return [one.name as string, ...path];
  throw new ExpressionProblem(
    "only names are read with a point, as in run.now",
    undefined,
    at,
  );
}

function call(
  node: CallExpression,
  at: Stretch,
  inner: (one: unknown) => Syntax,
): Syntax {
  const { callee } = node;
  if (callee.type !== "Identifier" || node.optional) {
    throw new ExpressionProblem(
      "only functions by name can be called",
      undefined,
      at,
    );
  }
  const name = callee.name as string;
  return {
    at,
    kind: "call",
    name,
    nameAt: { start: at.start, length: name.length },
    args: node.arguments.map(inner),
  };
}

function refuseOperator(operator: string, at: Stretch): never {
  throw new ExpressionProblem(
    `there is no operator ${operator}`,
    INSTEAD[operator] ?? `there are ${[...BINARY, "!", "?:"].join(" ")}`,
    at,
  );
}

function stretchOf(node: Expression): Stretch {
  return (node.at as Stretch | undefined) ?? { start: 0, length: 1 };
}
