// Reads records of NDJSON: an object a line.
import { setFromDouble, setFromText } from "../text_values.ts";
import {
  type CreateRecordReader,
  endOfLine,
  type Field,
  withoutLineEnd,
} from "./records.ts";
import type { Cells } from "../cells.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export const ndjsonRecords: CreateRecordReader = (fields) => ({
  end: endOfLine,
  read(bytes, from, to, cells, i) {
    const text = decoder.decode(
      bytes.slice(from, withoutLineEnd(bytes, from, to)),
    );
    const members = objectOf(text);
    for (const [k, field] of fields.entries()) {
      if (members === undefined) cells[k].setOdd(i, text);
      else set(cells[k], i, members.get(field.name), field);
    }
  },
});

function objectOf(text: string): Map<string, unknown> | undefined {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

function set(cells: Cells, i: number, value: unknown, { type }: Field): void {
  switch (typeof value) {
    case "undefined":
      return cells.setOdd(i, "");
    case "number":
      // A text that is written as a number is not the text.
      if (type.kind === "text") return cells.setOdd(i, String(value));
      return setFromDouble(cells, i, value, type);
    case "boolean":
      if (type.kind === "bool") return cells.setNumber(i, value ? 1 : 0);
      return cells.setOdd(i, String(value));
    case "string":
      return setFromText(cells, i, value, type);
  }
  if (value === null) cells.setNull(i);
  else setFromText(cells, i, JSON.stringify(value), type);
}
