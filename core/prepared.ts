// A column's parameters, compiled; and the record that it fills, by which columns see each other.
import type { Storage, ValueType } from "./value_type.ts";
import type { Rows } from "./values/rows.ts";
import type { Strings } from "./values/strings.ts";
import type { Vector } from "./values/vector.ts";

/** A column's parameters, compiled. */
export interface Prepared {
  storage: Storage;
  /** entries: the texts that the indexes point into, the same for every chunk. */
  strings?: Strings;
  /** slices: no value is empty or has a byte that any format quotes or escapes (see values/plain.ts). */
  plain?: boolean;
  /** slices that are plain and never NULL: what they are put together from, if all parts can be written one by one. */
  parts?: TextParts;
  /** Where rows that stand side by side often show the same value: the values without their repetitions. */
  repeated?: (record: PartialRecord) => Repeated;
  /** Writes a value for each of `record.rows` into `out`, which has been prepared for `storage`. */
  fill(record: PartialRecord, out: Vector): void;
}

/**
 * A text as parts, each an entry of `strings` or, without those, the digits of a column of integers.
 *
 * A format that writes the parts one after another need not wait for `fill` to put them together.
 */
export interface TextParts {
  parts: { before: string; source: ColumnReader; strings?: Strings }[];
  after: string;
}

/** Values of fewer rows than there are, and by row which of them it shows. */
export interface Repeated {
  values: Vector;
  places: Uint32Array;
}

/** The rows of a chunk and what is known of them: other columns' vectors, made when first asked for. */
export interface PartialRecord {
  readonly rows: Rows;
  /**
   * What several columns share (a person, a dictionary entry): computed by the first that asks, kept for the others.
   *
   * @param key Names the thing and what of it: `person/seller/gender`.
   */
  share(key: string, compute: (out: Uint32Array) => void): Uint32Array;
  /** Scratch that is free until the end of the `fill` that asked for it; `slot` tells several apart. */
  scratch(slot: number): Float64Array<ArrayBuffer>;
}

/** Reads a column of the same row. */
export interface ColumnReader {
  readonly type: ValueType;
  readonly prepared: Prepared;
  read(record: PartialRecord): Vector;
  /** Reads it without the repetitions of neighbours; absent where there are none. */
  readonly repeated?: (record: PartialRecord) => Repeated;
}
