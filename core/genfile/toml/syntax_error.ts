// Tells what is wrong with TOML in words that help: the parser's own say what it expected of a character.
import type { ParseError } from "toml-eslint-parser";
import type { Problems } from "../problems.ts";
import type { SourceText } from "./source_text.ts";

const DOTS: [message: string, hint: string] = [
  "a part of the key is missing between the dots",
  'a dot in a name stands in quotes: "a.b"',
];

const MESSAGES: Record<string, [message: string, hint?: string]> = {
  "Unterminated string constant": [
    "the text has no closing quote",
    "it ends with the quotes that it begins with",
  ],
  "Defining a key multiple times is invalid": ["duplicate key"],
  "Unterminated table-key": [
    "the section has no closing bracket",
    "write [section]",
  ],
  "Unterminated array": [
    "the list has no closing bracket",
    "write ] behind its last item",
  ],
  "Unterminated inline table": [
    "the table has no closing brace",
    "write } behind its last key",
  ],
  "Expected equal (=) token": [
    "expected = after the key",
    "a line is a [section] or key = value",
  ],
  "Unspecified values are invalid": [
    "the key has no value",
    "write one behind the =",
  ],
  "Expected comma (,) token": [
    "expected a comma",
    "it stands between two items or keys",
  ],
  "Must be a newline": [
    "expected the end of the line",
    "one key = value a line",
  ],
  "Control characters (codes < 0x1f and 0x7f) are not allowed": [
    "a control character stands in the file",
    "in a text it is written \\u0000",
  ],
  "Leading zeros are not allowed": [
    "a number begins with 0",
    "leave the 0 out, or write it as text in quotes",
  ],
  "Invalid character in escape sequence": [
    "unknown escape",
    "in '…' a backslash is only a backslash",
  ],
  "Invalid code point": [
    "no such character",
    "in '…' a backslash is only a backslash",
  ],
  "Empty bare keys are not allowed": ["a key is missing"],
  "The key, equals sign, and value must be on the same line": [
    "the value stands on another line than its key",
    "begin it behind the =",
  ],
  "Underscores are allowed between digits": [
    "an underscore stands beside no digit",
    "1_000_000",
  ],
  "Three or more quotes are not permitted": [
    "the text has three quotes in it",
    'a quote in a text is written \\"',
  ],
  "Consecutive dots are not permitted in keys": DOTS,
  "Keys cannot end with a dot": DOTS,
  "Keys cannot start with a dot": DOTS,
};

const WORD = /[^\s=[\]{},"'#]/;

/** Reports a file that is no TOML. */
export function reportSyntaxError(
  error: ParseError,
  source: SourceText,
  problems: Problems,
): void {
  const { text } = source;
  const { message, index } = error;
  if (/invalid (?:date|time)/.test(message)) {
    const { start, end } = wordAround(text, back(text, index));
    const word = text.slice(start, end);
    problems.error(
      source.place(start, end),
      `no such date or time: ${word}`,
      "expected one such as 2026-02-28, 23:59:59 or 2026-02-28T23:59:59Z",
    );
    return;
  }
  const { start, end } = wordAround(text, index);
  const word = text.slice(start, end);
  const isValue = /[=,[]\s*$/.test(text.slice(0, start));
  if (isValue && /^[\p{L}_$][^\\]*$/u.test(word)) {
    problems.error(
      source.place(start, end),
      `unknown value ${word}`,
      `texts stand in quotes: "${word}"`,
    );
    return;
  }
  const header = openHeader(text, index);
  if (header !== undefined) {
    problems.error(
      source.place(header.start, header.end),
      "the section has no closing bracket",
      "write [section]",
    );
    return;
  }
  const [said, hint] = MESSAGES[message.replace(/ (?:0x)?[\da-f]+$/i, "")] ?? [
    `"${word || text[index]}" is not expected here`,
    "a Genfile is TOML: [sections], and key = value",
  ];
  const at = message.startsWith("Unspecified") ? back(text, index - 1) : index;
  const isOne = at < index || message.startsWith("Control");
  problems.error(source.place(at, isOne ? at + 1 : end), said, hint);
}

/** The nearest offset at or before this one that is not space. */
function back(text: string, index: number): number {
  let at = Math.min(index, text.length - 1);
  while (at > 0 && /\s/.test(text[at])) at--;
  return at;
}

function wordAround(
  text: string,
  index: number,
): { start: number; end: number } {
  let start = index;
  let end = index;
  while (start > 0 && WORD.test(text[start - 1])) start--;
  while (end < text.length && WORD.test(text[end])) end++;
  return { start, end };
}

/** A section's header without its bracket, in the line before the one that the parser stumbled over or in that itself. */
function openHeader(
  text: string,
  index: number,
): { start: number; end: number } | undefined {
  const lineStart = text.lastIndexOf("\n", Math.max(0, index - 1)) + 1;
  const before = text.slice(0, lineStart).trimEnd();
  const start = before.lastIndexOf("\n") + 1;
  return /^\s*\[[^\]#=]*$/.test(before.slice(start))
    ? { start, end: before.length }
    : undefined;
}
