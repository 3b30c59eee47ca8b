// The parser of expressions: jsep, with `in`, with places, and with a limit to its recursion.
import jsep from "jsep";
import { ExpressionProblem, type Stretch } from "./problem.ts";

export type Expression = jsep.Expression;
export type CallExpression = jsep.CallExpression & { optional?: boolean };
export type Literal = jsep.Literal;

/** Longer texts are refused. */
export const LARGEST_TEXT = 10_000;
/** Tokens within tokens: parentheses, arguments, signs. */
const DEEPEST = 200;

/** Where the tokens that are being read begin. */
let starts: number[] = [];

jsep.addBinaryOp("in", 7);
jsep.hooks.add("gobble-token", function (env) {
  starts.push(this.index);
  if (starts.length > DEEPEST) this.throwError("Nested too deeply");
  // jsep runs no hook after a number.
  if (/[0-9.]/.test(this.char)) env.node = this.gobbleNumericLiteral();
});
jsep.hooks.add("after-token", function (env) {
  const start = starts.pop()!;
  if (!env.node) return;
  let end = this.index;
  while (end > start && /\s/.test(this.expr[end - 1])) end--;
  const at: Stretch = { start, length: end - start };
  env.node.at = at as unknown as jsep.baseTypes;
});

/** @throws {ExpressionProblem} */
export function parseText(text: string): Expression {
  refuseSeparators(text);
  starts = [];
  try {
    const node = jsep(text);
    if (node.type === "Compound") refuseCompound(text, node);
    return node;
  } catch (thrown) {
    if (thrown instanceof ExpressionProblem) throw thrown;
    const { index, description } = thrown as {
      index?: number;
      description?: string;
    };
    // Without a place it is the stack that has ended.
    if (index === undefined || description === undefined) {
      throw tooDeep();
    }
    if (description.startsWith("Nested")) throw tooDeep();
    throw new ExpressionProblem(
      message(description),
      hint(description),
      { start: Math.min(index, text.length - 1), length: 1 },
    );
  }
}

/** jsep leaves out commas and semicolons that separate nothing. */
function refuseSeparators(text: string): void {
  let before = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (/\s/.test(character)) continue;
    const isLast = /^\s*(?:[)\],;]|$)/.test(text.slice(i + 1, i + 100));
    if (
      character === ";" ||
      character === "," && (isLast || ["", "(", "[", ","].includes(before))
    ) {
      throw new ExpressionProblem(
        `"${character}" is not expected here`,
        undefined,
        { start: i, length: 1 },
      );
    }
    before = character;
    if (character === '"' || character === "'") i = endOfText(text, i);
  }
}

/** Where the quotes that open at a place close. */
function endOfText(text: string, start: number): number {
  let i = start + 1;
  for (; i < text.length && text[i] !== text[start]; i++) {
    if (text[i] === "\\") i++;
  }
  return i;
}

function tooDeep(): ExpressionProblem {
  return new ExpressionProblem(
    "the expression is nested too deeply",
    "hidden columns can take parts of it",
    { start: 0, length: 1 },
  );
}

/** Operators of SQL and other languages that are words, and what to write for them. */
const OPERATOR_WORDS: Readonly<Record<string, string | undefined>> = {
  AND: "and is &&",
  OR: "or is ||",
  NOT: "not is !",
  IS: "NULL is asked for by == null and != null",
  LIKE: "there are starts_with, ends_with and contains",
  BETWEEN: "write x >= low && x <= high",
};

function refuseCompound(text: string, { body }: jsep.Expression): never {
  const parts = body as jsep.Expression[];
  const at = parts.length < 2
    ? { start: 0, length: text.length }
    : parts[1].at as unknown as Stretch | undefined ??
      { start: 0, length: text.length };
  throw new ExpressionProblem(
    parts.length === 0
      ? "the expression is empty"
      : "these are several expressions",
    parts.length === 0 ? EXAMPLE : OPERATOR_WORDS[
      text.slice(at.start, at.start + at.length).toUpperCase()
    ] ??
      "an operator is missing between them",
    at,
  );
}

/** What an expression looks like. */
export const EXAMPLE = "write one such as price * quantity";

/** What to do about jsep's sentences. */
function hint(description: string): string | undefined {
  if (description.includes('"="')) return "equality is ==";
  if (/^Unclosed quote/.test(description)) {
    return "it ends with the quote that it begins with";
  }
  const [, bracket] = /^(?:Unclosed|Expected) (.)$/.exec(description) ?? [];
  if (bracket === "(" || bracket === ")") return "add ) where it ends";
  if (bracket === "[" || bracket === "]") return "add ] where it ends";
  if (/^Variable names/.test(description)) {
    return 'col("1st") reads a column so called';
  }
  if (/^Expected expression after|unaryOp/.test(description)) {
    return "write what stands on its other side";
  }
  return undefined;
}

/** jsep's sentences as ours. */
function message(description: string): string {
  const [, unexpected] = /^Unexpected (?:token )?"?(.+?)"?$/.exec(
    description,
  ) ?? [];
  if (unexpected !== undefined) return `"${unexpected}" is not expected here`;
  if (/^Unclosed quote/.test(description)) return "a text is not closed";
  if (/^Unclosed (.)$/.test(description)) {
    return `${description.at(-1)} is not closed`;
  }
  if (/^Expected \)$/.test(description)) return "( is not closed";
  if (/^Expected ]$/.test(description)) return "[ is not closed";
  if (/^Expected comma/.test(description)) return "a comma is expected here";
  if (/^Variable names/.test(description)) {
    return "a name cannot begin with a digit";
  }
  const [, operator] = /^Expected expression after (.+)$/.exec(description) ??
    [];
  if (operator !== undefined) return `a value is missing after ${operator}`;
  if (/unaryOp/.test(description)) return "a value is missing after the sign";
  return "this is no expression";
}
