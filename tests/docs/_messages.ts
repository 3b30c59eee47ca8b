// The messages that stand in the sources: what is given to a function that reports a problem, with … for what is put in.
import { textsIn } from "./_texts.ts";

/** Functions that report what is wrong with a Genfile, and which of their arguments is the message. */
const REPORTS = /(?:\bproblems?\.(?:error|warning)|\breport)\(/g;
const MESSAGE = 1;

/** What stands for anything that is put into a message. */
export const ANYTHING = "…";

/** The messages of wrong Genfiles that the sources in these folders have. */
export async function reportedMessages(
  folders: readonly string[],
): Promise<string[]> {
  const texts = await Promise.all(
    folders.map((folder) => textsIn(folder, ".ts")),
  );
  const found = texts.flat().flatMap((text) =>
    [...text.matchAll(REPORTS)].flatMap(({ index, 0: { length } }) =>
      literalsOf(argumentsFrom(text, index + length)[MESSAGE] ?? "")
    )
  );
  return [...new Set(found)];
}

/** The messages of failures in these folders: all texts that begin with `Cannot `. */
export async function failureMessages(
  folders: readonly string[],
): Promise<string[]> {
  const texts = await Promise.all(
    folders.map((folder) => textsIn(folder, ".ts")),
  );
  const found = texts.flat().flatMap((text) =>
    [...text.matchAll(/["`]Cannot /g)].map(({ index }) =>
      written(text.slice(index + 1, endOfText(text, index)))
    )
  );
  return [...new Set(found)];
}

/** The arguments of a call whose bracket has just been opened. */
function argumentsFrom(text: string, from: number): string[] {
  const given: string[] = [];
  let begin = from;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "`") at = endOfText(text, at);
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) {
      if (depth-- === 0) return [...given, text.slice(begin, at)];
    } else if (char === "," && depth === 0) {
      given.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return given;
}

/** The index of the quote that ends a text. */
function endOfText(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at;
    else if (quote === "`" && text.startsWith("${", at)) {
      at = endOfHole(text, at + 2);
    }
  }
  return text.length;
}

/** The index of the brace that ends `${`. */
function endOfHole(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "`") at = endOfText(text, at);
    else if (char === "{") depth++;
    else if (char === "}" && depth-- === 0) return at;
  }
  return text.length;
}

/** The texts of an expression: each branch of a condition, and texts that are joined as one. */
function literalsOf(expression: string): string[] {
  const literals: string[] = [];
  let joined = false;
  for (let at = 0; at < expression.length; at++) {
    const char = expression[at];
    if (char === "+") joined = true;
    else if (char === "?" || char === ":") joined = false;
    if (char !== '"' && char !== "`") continue;
    const end = endOfText(expression, at);
    const text = written(expression.slice(at + 1, end));
    // What is compared with is no message.
    const isCompared = /[!=]==\s*$/.test(expression.slice(0, at));
    if (joined && literals.length > 0) literals.push(literals.pop() + text);
    else if (!isCompared) literals.push(text);
    at = end;
  }
  return literals;
}

/** As it is printed, with … for what is put in. */
function written(literal: string): string {
  let text = "";
  for (let at = 0; at < literal.length; at++) {
    if (literal.startsWith("${", at)) {
      text += ANYTHING;
      at = endOfHole(literal, at + 2);
    } else if (literal[at] === "\\") text += literal[++at];
    else text += literal[at];
  }
  return text;
}
