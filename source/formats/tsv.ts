// TSV as PostgreSQL's COPY and MySQL's LOAD DATA read and write it: no quotes; a tab, a line break or a backslash in a
// text is spelled `\t`, `\n`, `\r` or `\\`, NULL is `\N`, and the empty text is nothing.
import type { Format } from "../../core/format.ts";
import { textCells } from "./cells.ts";
import { frameOfLines, HEADER, layoutOfLines, NEWLINE } from "./lines.ts";
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
    header: HEADER,
    newline: NEWLINE,
  },
  manyTables: false,
  frame({ columns }, options) {
    const names = columns.map(({ name }) => spelledName(name));
    return frameOfLines(names.join("\t"), options);
  },
  layout(table, columns, options) {
    return layoutOfLines(
      columns.flatMap((column, i) =>
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
      options,
    );
  },
};

function spelledName(name: string): string {
  return name.replace(
    /[\t\n\r\\]/g,
    (character) => SPELLINGS.get(character.charCodeAt(0))!,
  );
}
