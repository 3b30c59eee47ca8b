// CSV after RFC 4180: quoted only where needed. NULL is nothing, the empty text is `""`; so in a table of one column a
// NULL is an empty line, which some readers pass over.
import type { ColumnShape, Format, FormatOptions } from "../../core/format.ts";
import { defaulted } from "../../core/parameters.ts";
import { textCells } from "./cells.ts";
import { frameOfLines, HEADER, layoutOfLines, NEWLINE } from "./lines.ts";
import {
  copyUntil,
  hasNone,
  spellingWriter,
  type TextWriter,
} from "./write/text.ts";

const QUOTE = 34;
const LF = 10;
const CR = 13;
const BACKSLASH = 92;
const POINT = 46;
/** What stands between quotes. */
const DOUBLED = spellingWriter(new Map([[QUOTE, '""']]));

export const csv: Format = {
  name: "csv",
  extension: "csv",
  summary: "Comma-separated values after RFC 4180",
  options: {
    header: HEADER,
    delimiter: defaulted("choice", ",", "What stands between two values", {
      choices: [",", ";", "|", "\t"],
    }),
    newline: NEWLINE,
  },
  manyTables: false,
  frame({ columns }, options) {
    const delimiter = delimiterOf(options);
    const names = columns.map(({ name }) => quoted(name, delimiter));
    return frameOfLines(names.join(delimiter), options);
  },
  layout(_table, columns, options) {
    const delimiter = delimiterOf(options);
    const spelling = {
      null: "",
      quotes: {},
      text: (_: ColumnShape) => csvText(delimiter),
    };
    return layoutOfLines(
      columns.flatMap((column, i) =>
        textCells(column, i === 0 ? "" : delimiter, spelling)
      ),
      options,
    );
  },
};

function delimiterOf({ delimiter }: FormatOptions): string {
  return String(delimiter ?? ",");
}

function quoted(name: string, delimiter: string): string {
  const needed = name === "" || /["\r\n\uFEFF]/.test(name) ||
    name.includes(delimiter);
  return needed ? `"${name.replaceAll('"', '""')}"` : name;
}

/** Writes a text, within quotes if it is empty or has a quote, the delimiter or a line break. */
function csvText(delimiter: string): TextWriter {
  const special = new Uint8Array(256);
  special[QUOTE] = special[LF] = special[CR] = 1;
  special[delimiter.charCodeAt(0)] = 1;

  function write(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number {
    const clean = copyUntil(special, out, at, bytes, start, end);
    if (clean === end && end > start && !isEndOfData(bytes, start, end)) {
      return at + end - start;
    }
    out.setUint8(at, QUOTE);
    at = DOUBLED.write(out, at + 1, bytes, start, end);
    out.setUint8(at, QUOTE);
    return at + 1;
  }

  const marks = special.slice();
  marks[BACKSLASH] = 1;
  return {
    write,
    growth: 2,
    extra: 2,
    keeps: (texts) => hasNone(marks, texts) && texts.minBytes > 0,
  };
}

/** Whether a text is `\.`, which on a line of its own ends the data for PostgreSQL's COPY. */
function isEndOfData(bytes: DataView, start: number, end: number): boolean {
  return end - start === 2 && bytes.getUint8(start) === BACKSLASH &&
    bytes.getUint8(start + 1) === POINT;
}
