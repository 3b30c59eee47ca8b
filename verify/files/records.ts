// How the records of a file's format are told apart and read, for rows that are not what they should be.
import type { FormatOptions } from "../../core/format.ts";
import type { ValueType } from "../../core/value_type.ts";
import type { Cells } from "../cells.ts";

/** A written column. */
export interface Field {
  name: string;
  type: ValueType;
}

/** Reads the records of one format. */
export interface RecordReader {
  /** Where a record that begins at `from` ends, its line's end included; undefined where it goes on after `to`. */
  end(bytes: Uint8Array, from: number, to: number): number | undefined;
  /** Reads a record into row `i` of the cells. What cannot be read makes odd cells. */
  read(
    bytes: Uint8Array,
    from: number,
    to: number,
    cells: readonly Cells[],
    i: number,
  ): void;
}

export type CreateRecordReader = (
  fields: readonly Field[],
  options: FormatOptions,
) => RecordReader;

const LF = 10;
const CR = 13;

/** Records that are lines: no record has a line break inside. */
export function endOfLine(
  bytes: Uint8Array,
  from: number,
  to: number,
): number | undefined {
  const at = bytes.subarray(0, to).indexOf(LF, from);
  return at === -1 ? undefined : at + 1;
}

/** Where a record's last field ends: before the line's end. */
export function withoutLineEnd(
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  if (to > from && bytes[to - 1] === LF) to--;
  if (to > from && bytes[to - 1] === CR) to--;
  return to;
}
