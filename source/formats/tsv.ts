// TSV as PostgreSQL's COPY and MySQL's LOAD DATA read and write it: no quotes; a tab, a line break or a backslash in a
// text is spelled `\t`, `\n`, `\r` or `\\`, NULL is `\N`, and the empty text is nothing.
import type { Format } from "../../core/format.ts";
import { defaulted } from "../../core/parameters.ts";
import { bytesOf, textCells } from "./cells.ts";
import { refuseNul } from "./refusal.ts";
import { hexWriter } from "./write/bytes_text.ts";
import { spellingWriter } from "./write/text.ts";

const SPELLINGS: ReadonlyMap<number, string> = new Map([
  [9, "\\t"],
  [10, "\\n"],
  [13, "\\r"],
  [92, "\\\\"],
]);

const HEX = hexWriter("\\\\x");

export const tsv: Format = {
  name: "tsv",
  extension: "tsv",
  summary: "Values between tabs, with backslash escapes",
  options: {
    header: defaulted("flag", true, "Whether the first line names the columns"),
    newline: defaulted("choice", "lf", "How lines end", {
      choices: ["lf", "crlf"],
    }),
  },
  manyTables: false,
  frame({ columns }, options) {
    const header = columns.map(({ name }) => spelledName(name)).join("\t") +
      lineEnd(options.newline);
    const nothing = new Uint8Array(0);
    return {
      prologue: options.header === false ? nothing : bytesOf(header),
      epilogue: nothing,
      resume: { cut: nothing, join: nothing },
    };
  },
  layout(table, columns, options) {
    const nothing = new Uint8Array(0);
    const end = bytesOf(lineEnd(options.newline));
    return {
      group: Infinity,
      first: nothing,
      next: nothing,
      end,
      close: end,
      cells: columns.flatMap((column, i) =>
        textCells(column, i === 0 ? "" : "\t", {
          null: "\\N",
          quotes: {},
          text: ({ name }) =>
            spellingWriter(SPELLINGS, refuseNul("tsv", table.name, name)),
          bytes: HEX,
          offsets: options.offsets === true,
          refuse: ({ name }) => refuseNul("tsv", table.name, name),
        })
      ),
    };
  },
};

function lineEnd(newline: unknown): string {
  return newline === "crlf" ? "\r\n" : "\n";
}

function spelledName(name: string): string {
  return name.replace(
    /[\t\n\r\\]/g,
    (character) => SPELLINGS.get(character.charCodeAt(0))!,
  );
}
