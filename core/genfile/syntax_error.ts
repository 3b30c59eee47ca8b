// Tells what is wrong with TOML in words that help: the parser's own say what it expected of a character.
import type { ParseError } from "toml-eslint-parser";
import type { Problems } from "./problems.ts";
import type { SourceText } from "./source_text.ts";

const MESSAGES: Record<string, [message: string, hint?: string]> = {
  "Unterminated string constant": ["the text has no closing quote"],
  "Unterminated table-key": ["the section has no closing bracket"],
  "Unterminated array": ["the list has no closing bracket"],
  "Unterminated inline table": ["the table has no closing brace"],
  "Expected equal (=) token": ["expected = after the key"],
  "Unspecified values are invalid": ["the key has no value"],
  "Missing key": ["expected a key"],
  "Missing comma": ["expected a comma"],
  "Must be a newline": ["expected the end of the line"],
  "Leading zeros are not allowed": [
    "a number begins with 0",
    "leave the 0 out, or write it as text in quotes",
  ],
  "Invalid character in escape sequence": [
    "unknown escape",
    "in '…' a backslash is only a backslash",
  ],
};

const WORD = /[^\s=[\]{},"'#]/;

/** Reports a file that is no TOML. */
export function reportSyntaxError(
  error: ParseError,
  source: SourceText,
  problems: Problems,
): void {
  const { text } = source;
  let { index } = error;
  if (/invalid (?:date|time)/.test(error.message)) {
    while (index > 0 && !WORD.test(text[index] ?? " ")) index--;
  }
  let start = index;
  let end = index;
  while (start > 0 && WORD.test(text[start - 1])) start--;
  while (end < text.length && WORD.test(text[end])) end++;
  const word = text.slice(start, end);
  if (/invalid (?:date|time)/.test(error.message)) {
    problems.error(source.place(start, end), `no such date or time: ${word}`);
    return;
  }
  if (
    word !== "" && /[=,[]\s*$/.test(text.slice(0, start)) && isBareText(word)
  ) {
    problems.error(
      source.place(start, end),
      `unknown value ${word}`,
      `texts stand in quotes: "${word}"`,
    );
    return;
  }
  const [message, hint] = MESSAGES[error.message] ??
    [error.message[0].toLowerCase() + error.message.slice(1)];
  problems.error(source.place(index, Math.max(end, index)), message, hint);
}

function isBareText(word: string): boolean {
  return /^[\p{L}_$][^\\]*$/u.test(word);
}
