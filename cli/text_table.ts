// Tables of text with aligned columns, for terminals: wide characters count twice, control characters are spelled out.
import { textWidth } from "./text_width.ts";

/** A column of a table. */
export interface TextColumn {
  title: string;
  /** Numbers stand at the right. */
  right: boolean;
}

/** Cells are cut to this width. */
const MOST_COLUMNS = 60;
const GAP = "  ";

/**
 * Lines of a table: titles, a rule and the rows.
 *
 * @param paint Colours a line's cells; it is given what is already padded.
 */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  paint: (cell: string, column: number, row: number) => string = (cell) => cell,
): string[] {
  const shown = rows.map((row) => row.map((cell) => cut(spellOut(cell))));
  const titles = columns.map((column) => cut(spellOut(column.title)));
  const widths = titles.map((title, i) =>
    shown.reduce(
      (most, row) => Math.max(most, textWidth(row[i])),
      textWidth(title),
    )
  );
  function line(cells: readonly string[], row: number): string {
    return cells.map((cell, i) =>
      paint(pad(cell, widths[i], columns[i].right), i, row)
    ).join(GAP).trimEnd();
  }
  return [
    line(titles, -1),
    widths.map((width) => "─".repeat(width)).join(GAP),
    ...shown.map(line),
  ];
}

function pad(cell: string, width: number, right: boolean): string {
  const space = " ".repeat(width - textWidth(cell));
  return right ? space + cell : cell + space;
}

function cut(text: string): string {
  if (textWidth(text) <= MOST_COLUMNS) return text;
  let kept = "";
  let width = 1;
  for (const character of text) {
    width += textWidth(character);
    if (width > MOST_COLUMNS) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Shows what would move the cursor, or change the direction of text, as an escape. */
function spellOut(text: string): string {
  return text.replace(
    // deno-lint-ignore no-control-regex
    /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) =>
      SHORT[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

const SHORT: Record<string, string> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
