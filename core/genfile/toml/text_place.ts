// Where a stretch of a text's value stands in the file, with escapes in between.
import type { Place } from "../../diagnostic.ts";
import type { SourceText } from "./source_text.ts";

const ESCAPE =
  /\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[ \t]*\r?\n\s*|.)/y;

/**
 * The place of a stretch of a TOML string's value; undefined where it is beyond its end.
 *
 * @param range Where the string stands, quotes included.
 * @param start In UTF-16 units of the value.
 */
export function placeInText(
  source: SourceText,
  range: readonly [number, number],
  start: number,
  length: number,
): Place | undefined {
  const { text } = source;
  const quote = text[range[0]];
  const quotes = text.startsWith(quote.repeat(3), range[0]) &&
      range[1] - range[0] >= 6
    ? 3
    : 1;
  let at = range[0] + quotes;
  const end = range[1] - quotes;
  if (quotes === 3) { // a line end right after the opening quotes is not part of the value
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
  }
  let from: number | undefined;
  let value = 0;
  while (at < end && value < start + length) {
    if (value >= start) from ??= at;
    const [raw, units] = step(text, at, quote);
    at += raw;
    value += units;
  }
  if (from === undefined) {
    return start <= value ? source.place(at, at) : undefined;
  }
  return source.place(from, at);
}

/** UTF-16 units in the file and in the value of what stands at an offset. */
function step(text: string, at: number, quote: string): [number, number] {
  if (quote === "'" || text[at] !== "\\") return [1, 1];
  ESCAPE.lastIndex = at;
  const escape = ESCAPE.exec(text)?.[0] ?? "\\";
  if (/^\\[ \t\r\n]/.test(escape)) return [escape.length, 0];
  const code = escape[1] === "U" ? Number(`0x${escape.slice(2)}`) : 0;
  return [escape.length, code > 0xffff ? 2 : 1];
}
