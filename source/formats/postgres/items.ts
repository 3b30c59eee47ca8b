// Items of arrays in PostgreSQL's binary form: read from JSON, and written as a column of their own would be.
import type { Encoding } from "../../../core/wire/postgres_encoding.ts";
import {
  parseDate,
  parseTime,
  parseTimestamp,
} from "../../../core/values/calendar.ts";
import { POWERS_OF_TEN } from "../../../core/values/digits.ts";
import { parseInterval } from "../../../core/values/interval.ts";
import type { ValueType } from "../../../core/value_type.ts";
import type { ItemWrite } from "../write/array_binary.ts";
import { hexValue, writeBase64, writePlain } from "../write/json_items.ts";
import { copyText, type TextWriter } from "../write/text.ts";

type NumberWrite = (out: DataView, at: number, value: number) => number;

const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const LETTER_T = 116;
const LENGTH = 4;

/** What an encoding writes an item with. */
export interface ItemWriters {
  /** The number of an item, in the units of its type. */
  number?: NumberWrite;
  /** A text behind its length, of which not all are accepted. */
  text?: TextWriter;
  /** Bytes before every text. */
  head: readonly number[];
  /** Called for a NUL character. */
  refuseNul(): void;
}

/** Bytes that an item can need for each of its JSON, its length of four bytes included. */
export function itemGrowth(encoding: Encoding): number {
  // The shortest are `0,` as a numeric of one group, and `"",` as a text.
  return encoding === "text" || encoding === "bytea" ? 2 : 8;
}

export function itemWrite(
  type: ValueType,
  encoding: Encoding,
  { number, text, head, refuseNul }: ItemWriters,
): ItemWrite {
  if (number !== undefined) {
    const read = numberReader(type);
    return (out, at, bytes, start, end) =>
      number(out, at, read(bytes, start, end));
  }
  if (encoding === "uuid") return writeUuid;
  if (type.kind === "bytes") {
    return (out, at, bytes, start, end) =>
      writeBase64(out, at, bytes, start + 1, end - 1);
  }
  function plain(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number {
    for (const byte of head) out.setUint8(at++, byte);
    // JSON is itself, and numbers and booleans are their own texts.
    return type.kind === "json" || bytes.getUint8(start) !== QUOTE
      ? copyText(out, at, bytes, start, end)
      : writePlain(out, at, bytes, start + 1, end - 1, refuseNul);
  }
  if (text === undefined) return plain;
  let room = new DataView(new ArrayBuffer(256));
  return (out, at, bytes, start, end) => {
    if (room.byteLength < end - start) {
      room = new DataView(new ArrayBuffer(2 * (end - start)));
    }
    const length = plain(room, 0, bytes, start, end);
    // The array writes the length itself.
    return text.write(out, at - LENGTH, room, 0, length);
  };
}

/** Reads an item's JSON as a number in the units of its type. */
function numberReader(
  { kind, scale }: ValueType,
): (bytes: DataView, start: number, end: number) => number {
  // No item has more digits than its type.
  const scaled = (parsed: { value: number; scale: number }) =>
    parsed.value * POWERS_OF_TEN[scale - parsed.scale];
  switch (kind) {
    case "int":
      return (bytes, start, end) => readScaled(bytes, start, end, 0);
    case "decimal":
      return (bytes, start, end) => readScaled(bytes, start, end, scale);
    case "bool":
      return (bytes, start) => bytes.getUint8(start) === LETTER_T ? 1 : 0;
    case "date":
      return (bytes, start, end) => parseDate(inside(bytes, start, end))!;
    case "time":
      return (bytes, start, end) =>
        scaled(parseTime(inside(bytes, start, end))!);
    case "timestamp":
      return (bytes, start, end) =>
        scaled(parseTimestamp(inside(bytes, start, end))!);
    case "interval":
      return (bytes, start, end) =>
        scaled(parseInterval(inside(bytes, start, end))!);
    default:
      return (bytes, start, end) => Number(asciiOf(bytes, start, end));
  }
}

/** Digits with a point or without, as a whole number of 10^-scale. */
function readScaled(
  bytes: DataView,
  start: number,
  end: number,
  scale: number,
): number {
  let value = 0;
  let left = scale;
  let isAfter = false;
  const negative = bytes.getUint8(start) === MINUS;
  for (let i = negative ? start + 1 : start; i < end; i++) {
    const byte = bytes.getUint8(i);
    if (byte === POINT) isAfter = true;
    else {
      value = 10 * value + byte - 48;
      if (isAfter) left--;
    }
  }
  value *= POWERS_OF_TEN[left];
  return negative ? -value : value;
}

function inside(bytes: DataView, start: number, end: number): string {
  return asciiOf(bytes, start + 1, end - 1);
}

function asciiOf(bytes: DataView, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) {
    text += String.fromCharCode(bytes.getUint8(i));
  }
  return text;
}

const HYPHEN = 45;

/** Sixteen bytes of the hexadecimal digits between the quotes. */
function writeUuid(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
): number {
  for (let i = start + 1; i < end - 1; i += 2) {
    if (bytes.getUint8(i) === HYPHEN) i++;
    const high = hexValue(bytes.getUint8(i));
    out.setUint8(at++, high << 4 | hexValue(bytes.getUint8(i + 1)));
  }
  return at;
}
