// Values as a person reads them: what `thrust preview` shows in its table.
import type { ColumnShape } from "../../core/format.ts";
import type { Vector } from "../../core/values/vector.ts";
import { textCell } from "./cells.ts";
import { AS_IT_IS } from "./write/text.ts";

const SPELLING = { null: "", quotes: {}, text: () => AS_IT_IS };
/** Longer than any value that is no text, and than writers spoil behind it. */
const scratch = new Uint8Array(128);
const out = new DataView(scratch.buffer);
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Value `i` of a column's vector as text, without quotes and escapes; null where it is NULL. */
export function cellText(
  column: ColumnShape,
  vector: Vector,
  i: number,
): string | null {
  if (column.type.nullable && vector.nulls[i] === 1) return null;
  if (column.storage === "entries") {
    const { bytes, offsets } = vector.strings;
    const entry = vector.indexes[i];
    return textOf(column, bytes.slice(offsets[entry], offsets[entry + 1]));
  }
  if (column.storage === "slices") {
    return textOf(column, vector.bytes.slice(vector.starts[i], vector.ends[i]));
  }
  const cell = textCell(column, "", SPELLING);
  let end = 0;
  if (cell.storage === "numbers") {
    end = cell.write(out, 0, vector.numbers[i]);
  } else if (cell.storage === "words") {
    end = cell.write(out, 0, vector.words, i);
  }
  return decoder.decode(scratch.subarray(0, end)) +
    decoder.decode(cell.close);
}

/** JSON and arrays are shown as JSON. */
function textOf({ type }: ColumnShape, bytes: Uint8Array): string {
  return type.kind === "bytes" ? `\\x${bytes.toHex()}` : decoder.decode(bytes);
}
