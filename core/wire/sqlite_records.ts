// How rows travel to a new table of a new SQLite file: as records of its file format, so that whoever receives them has
// only to put them into pages ("Database File Format", sections 1.5 and 2.1).
//
// | part of a row | bytes |
// |---|---|
// | the row's number, where a column is the primary key that numbers rows | float64, little-endian |
// | for each column its serial type, which says what it is and how long | varint |
// | for each column its value | as the serial type says; numbers big-endian |
//
// In front of the serial types a record has the length of its header, which follows from them.

/** Name of the format. */
export const SQLITE_RECORDS = "sqlite-records";

export const ROW_NUMBER_BYTES = 8;

/** What stands for a value: `number` is an integer where it is whole, else a real; `key` is the row's number. */
export type RecordCell =
  | "key"
  | "integer"
  | "real"
  | "number"
  | "text"
  | "blob";

/** Options of the format. The columns come twice, for types and for values, and the key before them. */
export interface SqliteRecordsOptions {
  /** For each column. */
  cells: RecordCell[];
}

/** Serial types: NULL, integers of so many bytes, a float64; of bytes and texts, 12 or 13 and twice their length. */
export const SERIAL_NULL = 0;
export const SERIAL_INTEGER = 1;
export const SERIAL_LONG_INTEGER = 6;
export const SERIAL_REAL = 7;
export const SERIAL_BLOB = 12;
export const SERIAL_TEXT = 13;

/** Bytes of a value, by serial type up to `SERIAL_REAL`. */
export const SERIAL_BYTES: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8];

/**
 * Writes a whole number as a varint, and says where it ends: seven bits a byte, the highest first. A negative one is 64
 * bits, of which a ninth byte takes eight.
 */
export function writeVarint(out: DataView, at: number, value: number): number {
  if (value < 0) return writeNegative(out, at, value);
  if (value < 0x80) {
    out.setUint8(at, value);
    return at + 1;
  }
  if (value < 0x4000) {
    out.setUint16(at, (value >>> 7 | 0x80) << 8 | value & 0x7f);
    return at + 2;
  }
  const length = varintBytes(value);
  let rest = value;
  for (let i = at + length - 1; i >= at; i--) {
    const higher = Math.floor(rest / 0x80);
    const more = i === at + length - 1 ? 0 : 0x80;
    out.setUint8(i, rest - higher * 0x80 | more);
    rest = higher;
  }
  return at + length;
}

function writeNegative(out: DataView, at: number, value: number): number {
  const bits = BigInt.asUintN(64, BigInt(value));
  for (let i = 0; i < 8; i++) {
    out.setUint8(at + i, Number(bits >> BigInt(57 - 7 * i) & 0x7fn) | 0x80);
  }
  out.setUint8(at + 8, Number(bits & 0xffn));
  return at + 9;
}

/** Bytes of a whole number as a varint. */
export function varintBytes(value: number): number {
  if (value < 0) return 9;
  let bytes = 1;
  for (let limit = 0x80; value >= limit; limit *= 0x80) bytes++;
  return bytes;
}
