// Reads records of TSV as COPY writes it: NULL is `\N`, a backslash spells what a field cannot have.
import { setFromText } from "../text_values.ts";
import {
  type CreateRecordReader,
  endOfLine,
  withoutLineEnd,
} from "./records.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const SPELLED: Readonly<Record<string, string>> = {
  ...{ t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", v: "\v" },
};

export const tsvRecords: CreateRecordReader = (fields) => ({
  end: endOfLine,
  read(bytes, from, to, cells, i) {
    const end = withoutLineEnd(bytes, from, to);
    const texts = decoder.decode(bytes.slice(from, end)).split("\t");
    // What is too much belongs to the last field, and makes it differ.
    if (texts.length > fields.length) {
      texts.push(texts.splice(fields.length - 1).join("\t"));
    }
    for (const [k, { type }] of fields.entries()) {
      const text = texts[k];
      if (text === undefined) cells[k].setOdd(i, "");
      else if (text === "\\N") cells[k].setNull(i);
      else setFromText(cells[k], i, unspelled(text), type);
    }
  },
});

function unspelled(text: string): string {
  return text.replace(/\\(.)/g, (_, letter) => SPELLED[letter] ?? letter);
}
