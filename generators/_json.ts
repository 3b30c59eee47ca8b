// What JSON objects and arrays have in common.
import type { JsonTexts, PartialRecord, Vector } from "../core/generator.ts";

/** Puts the texts of the record's rows into a vector. */
export function showTexts(
  texts: JsonTexts,
  record: PartialRecord,
  out: Vector,
): void {
  const { count } = record.rows;
  const size = texts.encode(record);
  const { starts, ends } = out;
  out.reserve(size).set(texts.bytes.subarray(0, size));
  ends.set(texts.ends.subarray(0, count));
  if (count > 0) starts[0] = 0;
  starts.set(texts.ends.subarray(0, Math.max(count - 1, 0)), 1);
}
