// Tables of text with aligned columns, for terminals: wide characters count twice, control characters are spelled out.
import { cutText, padText, textWidth } from "../core/text_width.ts";

/** A column of a table. */
export interface TextColumn {
  title: string;
  /** Numbers stand at the right. */
  right: boolean;
}

/** Cells are cut to this width. */
export const MOST_COLUMNS = 60;
const GAP = "  ";

/** How a table is drawn. */
export interface TableStyle {
  /** Colours a cell, which is padded already; the titles are row -1. */
  paint?: (cell: string, column: number, row: number) => string;
  /** A wider table is broken into several, below each other; each begins with the first column. */
  width?: number;
}

/** Lines of a table: titles, a rule and the rows. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  { paint = (cell) => cell, width = Infinity }: TableStyle = {},
): string[] {
  const shown = rows.map((row) =>
    row.map((cell) => cutText(spellOut(cell), MOST_COLUMNS))
  );
  const titles = columns.map((column) =>
    cutText(spellOut(column.title), MOST_COLUMNS)
  );
  const widths = titles.map((title, i) =>
    shown.reduce(
      (most, row) => Math.max(most, textWidth(row[i])),
      textWidth(title),
    )
  );
  function line(cells: readonly string[], row: number, part: number[]): string {
    return part.map((i) =>
      paint(
        padText(cells[i], widths[i], columns[i].right ? "right" : "left"),
        i,
        row,
      )
    ).join(GAP).trimEnd();
  }
  return parts(widths, width).flatMap((part, index) => [
    ...(index === 0 ? [] : [""]),
    line(titles, -1, part),
    part.map((i) => "─".repeat(widths[i])).join(GAP),
    ...shown.map((cells, row) => line(cells, row, part)),
  ]);
}

/** Which columns stand beside each other. */
function parts(widths: readonly number[], most: number): number[][] {
  const all: number[][] = [];
  let part = [0];
  let taken = widths[0];
  for (let i = 1; i < widths.length; i++) {
    if (taken + GAP.length + widths[i] > most && part.length > 1) {
      all.push(part);
      part = [0];
      taken = widths[0];
    }
    part.push(i);
    taken += GAP.length + widths[i];
  }
  return [...all, part];
}

/** Shows what would move the cursor, or change the direction of text, as an escape. */
export function spellOut(text: string): string {
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
