// Renders diagnostics the way genfile.md shows them: the message, the place, the line and a mark under what is meant.
import type { Diagnostic, Place } from "../diagnostic.ts";
import { textWidth } from "../text_width.ts";
import { hidePasswords } from "../passwords.ts";
import { SourceText } from "./toml/source_text.ts";

/** Columns of a line that are shown; what is longer is cut around the mark. */
const MAX_WIDTH = 100;
const TAB_WIDTH = 4;
/** Characters of a message that are shown. */
const MAX_MESSAGE = 300;

/**
 * All diagnostics, an empty line between two.
 *
 * @param file The Genfile's name as it is to be shown.
 * @param text The Genfile.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  file: string,
  text: string,
): string {
  const source = new SourceText(text);
  return diagnostics.map((one) => render(one, file, source)).join("\n");
}

function render(
  { severity, message, place, hint }: Diagnostic,
  file: string,
  source: SourceText,
): string {
  const head = `${severity}: ${plain(message)}\n`;
  if (place === undefined) {
    return hint === undefined ? head : `${head}  = ${plain(hint)}\n`;
  }
  const number = String(place.line);
  const gutter = " ".repeat(number.length);
  const { line, before, width } = excerpt(
    hidePasswords(source.line(place.line)),
    place,
  );
  const mark = " ".repeat(before) + "^".repeat(width);
  return head +
    `${gutter}--> ${plain(file)}:${number}:${place.column}\n` +
    `${gutter} |\n` +
    `${number} | ${line}`.trimEnd() + "\n" +
    `${gutter} | ${mark}${hint === undefined ? "" : ` ${plain(hint)}`}\n`;
}

interface Cell {
  text: string;
  width: number;
}

/** A line as it can be shown, with the columns before the mark and those that it takes. */
function excerpt(
  line: string,
  { column, length }: Place,
): { line: string; before: number; width: number } {
  const cells: Cell[] = [];
  let from = 0;
  let to = 0;
  let at = 0;
  for (const character of line) {
    if (at < column - 1) from = cells.length + 1;
    if (at < column - 1 + length) to = cells.length + 1;
    cells.push(cellOf(character));
    at += character.length;
  }
  const start = Math.min(from, cells.length);
  const end = Math.max(start, to);
  const { first, last } = cut(cells, start, end);
  const shown = cells.slice(first, last);
  const ahead = first > 0 ? "…" : "";
  return {
    line: ahead + textOf(shown) + (last < cells.length ? "…" : ""),
    before: ahead.length + widthOf(cells.slice(first, start)),
    width: Math.max(1, widthOf(cells.slice(start, Math.min(end, last)))),
  };
}

/** Which cells of a long line are shown: the mark's first, then as much around it as there is room for. */
function cut(
  cells: readonly Cell[],
  start: number,
  end: number,
): { first: number; last: number } {
  let first = start;
  let last = start;
  let width = 0;
  const take = (index: number) => {
    if (index < 0 || index >= cells.length) return false;
    if (width + cells[index].width > MAX_WIDTH) return false;
    width += cells[index].width;
    return true;
  };
  while (last < end && take(last)) last++;
  let growing = true;
  while (growing) {
    growing = false;
    if (take(first - 1)) {
      first--;
      growing = true;
    }
    if (take(last)) {
      last++;
      growing = true;
    }
  }
  return { first, last };
}

function cellOf(character: string): Cell {
  if (character === "\t") {
    return { text: " ".repeat(TAB_WIDTH), width: TAB_WIDTH };
  }
  if (UNSAFE.test(character)) return { text: "\ufffd", width: 1 };
  return { text: character, width: textWidth(character) };
}

/** What would move the cursor, change the direction of text, or cannot be shown. */
const UNSAFE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]$/u;

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join("");
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** A message without characters that would play tricks on a terminal, and of bearable length. */
function plain(text: string): string {
  const characters = Array.from(text);
  const shown = characters.length > MAX_MESSAGE
    ? [...characters.slice(0, MAX_MESSAGE), "…"]
    : characters;
  return Array.from(
    shown,
    (character) =>
      UNSAFE.test(character)
        ? `\\u{${character.codePointAt(0)!.toString(16)}}`
        : character,
  ).join("");
}
