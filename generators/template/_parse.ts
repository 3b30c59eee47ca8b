// Templates as lists of parts: literal text, columns and what else stands in braces, each with its filters.
import { didYouMean } from "../../core/values/nearest.ts";

export interface Filter {
  name: FilterName;
  /** pad: number of characters. */
  width: number;
}

export const FILTERS = [
  "lower",
  "upper",
  "title",
  "slug",
  "trim",
  "first",
  "pad",
] as const;
export type FilterName = (typeof FILTERS)[number];

/** What may stand in braces beside columns. */
export const WORDS = ["row", "run.now", "run.epoch", "run.seed"] as const;
export type Word = (typeof WORDS)[number];

export type TemplatePart =
  | { kind: "literal"; text: string }
  | { kind: "word"; word: Word; filters: Filter[] }
  | { kind: "column"; column: string; filters: Filter[]; at: Stretch };

/** In UTF-16 units of the template. */
export interface Stretch {
  start: number;
  length: number;
}

export interface TemplateProblem {
  message: string;
  hint?: string;
  at: Stretch;
}

const MAX_PAD = 1000;

/** Parts and problems; columns are not looked up. */
export function parseTemplate(
  source: string,
): { parts: TemplatePart[]; problems: TemplateProblem[] } {
  const parts: TemplatePart[] = [];
  const problems: TemplateProblem[] = [];
  let literal = "";
  for (let at = 0; at < source.length;) {
    const character = source[at];
    if (character !== "{" && character !== "}") {
      literal += character;
      at++;
    } else if (source[at + 1] === character) {
      literal += character;
      at += 2;
    } else if (character === "}") {
      problems.push({
        message: "} closes nothing",
        hint: "write }} for the character",
        at: { start: at, length: 1 },
      });
      at++;
    } else {
      const end = source.indexOf("}", at);
      if (end < 0) {
        problems.push({
          message: "{ is not closed",
          hint: "write {{ for the character",
          at: { start: at, length: source.length - at },
        });
        break;
      }
      if (literal !== "") parts.push({ kind: "literal", text: literal });
      literal = "";
      const part = parsePlaceholder(source, at + 1, end, problems);
      if (part !== undefined) parts.push(part);
      at = end + 1;
    }
  }
  if (literal !== "") parts.push({ kind: "literal", text: literal });
  return { parts, problems };
}

/** Reads `column|filter|filter` between two braces. */
function parsePlaceholder(
  source: string,
  start: number,
  end: number,
  problems: TemplateProblem[],
): TemplatePart | undefined {
  const stretches = splitAtBars(source, start, end);
  const name = source.slice(
    stretches[0].start,
    stretches[0].start + stretches[0].length,
  );
  if (name === "") {
    problems.push({
      message: "no column stands between the braces",
      hint: "write {{ and }} for the characters",
      at: { start: start - 1, length: end - start + 2 },
    });
    return undefined;
  }
  const filters: Filter[] = [];
  for (const at of stretches.slice(1)) {
    const filter = parseFilter(source, at, problems);
    if (filter !== undefined) filters.push(filter);
  }
  const word = WORDS.find((word) => word === name);
  return word === undefined
    ? { kind: "column", column: name, filters, at: stretches[0] }
    : { kind: "word", word, filters };
}

/** The stretches between bars, without the spaces around. */
function splitAtBars(source: string, start: number, end: number): Stretch[] {
  return source.slice(start, end).split("|").map((text) => {
    const before = text.length - text.trimStart().length;
    const stretch = { start: start + before, length: text.trim().length };
    start += text.length + 1;
    return stretch;
  });
}

function parseFilter(
  source: string,
  at: Stretch,
  problems: TemplateProblem[],
): Filter | undefined {
  const text = source.slice(at.start, at.start + at.length);
  const colon = text.indexOf(":");
  const word = colon < 0 ? text : text.slice(0, colon);
  const argument = colon < 0 ? undefined : text.slice(colon + 1);
  const mark = { start: at.start, length: Math.max(at.length, 1) };
  const name = FILTERS.find((filter) => filter === word);
  if (name === undefined) {
    problems.push({
      message: `unknown filter "${word}"`,
      hint: didYouMean(word, FILTERS) ??
        `expected one of ${FILTERS.join(", ")}`,
      at: mark,
    });
    return undefined;
  }
  if (name !== "pad") {
    if (argument === undefined) return { name, width: 0 };
    problems.push({
      message: `filter "${name}" takes no number`,
      hint: `write ${name}`,
      at: mark,
    });
    return undefined;
  }
  const width = argument !== undefined && /^\d{1,6}$/.test(argument)
    ? Number(argument)
    : 0;
  if (width < 1 || width > MAX_PAD) {
    problems.push({
      message: `filter "pad" needs a width from 1 to ${MAX_PAD}`,
      hint: "write pad:6",
      at: mark,
    });
    return undefined;
  }
  return { name, width };
}
