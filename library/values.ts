// Values of vectors as JavaScript has them.
import type { ColumnShape } from "../core/format.ts";
import type { Vector } from "../core/values/vector.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { cellText } from "../source/formats/text.ts";

/**
 * A value of a row.
 *
 * | kind of column | value |
 * |---|---|
 * | `int`, `float`, `decimal` | number (the one nearest to the decimal) |
 * | `bool` | boolean |
 * | `timestamp` | `Date`; what is finer than a millisecond is cut off |
 * | `bytes` | `Uint8Array` |
 * | `json`, `array` | as `JSON.parse` gives it |
 * | `text`, `uuid`, `date`, `time`, `interval` | string, the last three as in ISO 8601 |
 *
 * NULL is null.
 */
export type Value =
  | number
  | string
  | boolean
  | Date
  | Uint8Array
  | null
  | Value[]
  | { [key: string]: Value };

/** A row as a plain object: values by the names of columns. */
export type Row = Record<string, Value>;

/** Reads the value in row `i` of a vector. */
export type ReadValue = (vector: Vector, i: number) => Value;

/** Chosen once for a column. */
export function valueReader(column: ColumnShape): ReadValue {
  const read = presentReader(column);
  if (!column.type.nullable) return read;
  return (vector, i) => vector.nulls[i] === 1 ? null : read(vector, i);
}

function presentReader(column: ColumnShape): ReadValue {
  const { kind, scale } = column.type;
  const unit = POWERS_OF_TEN[scale];
  switch (kind) {
    case "int":
    case "float":
      return ({ numbers }, i) => numbers[i];
    case "decimal":
      return ({ numbers }, i) => numbers[i] / unit;
    case "bool":
      return ({ numbers }, i) => numbers[i] === 1;
    case "timestamp":
      return ({ numbers }, i) => new Date(Math.floor(numbers[i] / unit * 1000));
    case "bytes":
      return (vector, i) => bytesAt(column, vector, i);
    case "json":
    case "array":
      return (vector, i) => JSON.parse(cellText(column, vector, i)!);
  }
  return (vector, i) => cellText(column, vector, i);
}

function bytesAt(
  { storage }: ColumnShape,
  vector: Vector,
  i: number,
): Uint8Array {
  if (storage === "slices") {
    return vector.bytes.slice(vector.starts[i], vector.ends[i]);
  }
  const { bytes, offsets } = vector.strings;
  const entry = vector.indexes[i];
  return bytes.slice(offsets[entry], offsets[entry + 1]);
}
