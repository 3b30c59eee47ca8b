// A row as a JSON object (RFC 8259), for all formats made of them: integers and decimals are numbers with all their
// digits, JSON and arrays stand in it as they are, bytes are base64, and everything else but booleans is a string.
import type { Cell, ColumnShape } from "../../core/format.ts";
import { type Spelling, textCells } from "./cells.ts";
import { BASE64 } from "./write/bytes_text.ts";
import { AS_IT_IS, spellingWriter } from "./write/text.ts";

const TEXT = spellingWriter(escapes());

function escapes(): ReadonlyMap<number, string> {
  const spelled = new Map([[34, '\\"'], [92, "\\\\"]]);
  for (let byte = 0; byte < 32; byte++) {
    spelled.set(byte, JSON.stringify(String.fromCharCode(byte)).slice(1, -1));
  }
  return spelled;
}

const SPELLING: Spelling = {
  null: "null",
  quotes: {
    ...{ text: '"', uuid: '"', date: '"', time: '"', timestamp: '"' },
    ...{ interval: '"', bytes: '"' },
  },
  text: ({ type: { kind } }) => kind === "text" ? TEXT : AS_IT_IS,
  bytes: BASE64,
  arrays: "json",
};

/** The cells between the braces of an object. */
export function memberCells(columns: readonly ColumnShape[]): Cell[] {
  return columns.flatMap((column, i) =>
    jsonCells(column, `${i === 0 ? "" : ","}${JSON.stringify(column.name)}:`)
  );
}

/** The cells of a column's value. `before` stands in front of it. */
export function jsonCells(column: ColumnShape, before: string): Cell[] {
  return textCells(column, before, SPELLING);
}
