// Bytes in a template: their hexadecimal digits.
import type { ColumnReader } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { Vector } from "../../core/values/vector.ts";

const DIGITS = new TextEncoder().encode("0123456789abcdef");

/** A column of bytes, read as if it were one of texts. What it has read is overwritten by the next reading. */
export function hexReader(source: ColumnReader): ColumnReader {
  const vector = new Vector();
  return {
    type: valueType("text", { nullable: source.type.nullable }),
    prepared: { storage: "slices", fill: () => {} },
    read(record) {
      const { count } = record.rows;
      const read = source.read(record);
      const { bytes, starts, ends } = slicesOf(source, read, count);
      vector.prepare("slices", count);
      let total = 0;
      for (let i = 0; i < count; i++) {
        vector.nulls[i] = source.type.nullable ? read.nulls[i] : 0;
        vector.starts[i] = total;
        if (vector.nulls[i] === 0) total += 2 * (ends[i] - starts[i]);
        vector.ends[i] = total;
      }
      const out = vector.reserve(total);
      for (let i = 0; i < count; i++) {
        let from = starts[i];
        for (let at = vector.starts[i]; at < vector.ends[i]; at += 2) {
          const byte = bytes[from++];
          out[at] = DIGITS[byte >> 4];
          out[at + 1] = DIGITS[byte & 15];
        }
      }
      return vector;
    },
  };
}

function slicesOf(
  { prepared: { strings } }: ColumnReader,
  vector: Vector,
  count: number,
): { bytes: Uint8Array; starts: Uint32Array; ends: Uint32Array } {
  if (strings === undefined) return vector;
  const { bytes, offsets } = strings;
  const starts = vector.indexes.slice(0, count);
  const ends = starts.map((index) => offsets[index + 1]);
  return { bytes, starts: starts.map((index) => offsets[index]), ends };
}
