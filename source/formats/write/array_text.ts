// Arrays, which vectors keep as JSON, as PostgreSQL's literals: `{1,NULL,"a \"b\""}` for `[1,null,"a \"b\""]`
// (PostgreSQL's documentation, section 8.15.6). The items of an array are values of one type, never arrays.
import type { ValueType } from "../../../core/value_type.ts";
import { hexWriter } from "./bytes_text.ts";
import { CONTROLS, hexValue, itemEnd, writeBase64 } from "./json_items.ts";
import type { TextWriter } from "./text.ts";

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LETTER_N = 110;
const LETTER_U = 117;

/** Bytes of a text that may stand without quotes: letters, digits, a few signs, and all that is not ASCII. */
const BARE = bareBytes();

function bareBytes(): Uint8Array {
  const table = new Uint8Array(256).fill(1, 128);
  table.fill(1, 48, 58).fill(1, 65, 91).fill(1, 97, 123);
  for (const sign of "-+_.:@/#") table[sign.charCodeAt(0)] = 1;
  return table;
}

/**
 * Writes a JSON array as a literal, and that as `texts` writes a text.
 *
 * @param refuse Called for a NUL character, which PostgreSQL has not.
 */
export function arrayWriter(
  { item }: ValueType,
  texts: TextWriter,
  refuse: (() => never) | undefined,
): TextWriter {
  let room = new DataView(new ArrayBuffer(1024));
  const kind = item!.kind;
  return {
    write(out, at, bytes, start, end) {
      const needed = 2 * (end - start) + 32;
      if (room.byteLength < needed) {
        room = new DataView(new ArrayBuffer(2 * needed));
      }
      const to = writeLiteral(room, bytes, start, end, kind, refuse);
      return texts.write(out, at, room, 0, to);
    },
    growth: 2 * texts.growth,
    extra: texts.extra,
  };
}

function writeLiteral(
  out: DataView,
  bytes: DataView,
  start: number,
  end: number,
  kind: ValueType["kind"],
  refuse: (() => never) | undefined,
): number {
  let at = 0;
  out.setUint8(at++, OPEN_BRACE);
  // Between the brackets, an item at a time.
  for (let from = start + 1; from < end - 1;) {
    const to = itemEnd(bytes, from);
    if (from > start + 1) out.setUint8(at++, COMMA);
    const first = bytes.getUint8(from);
    if (first === LETTER_N) {
      out.setInt32(at, 0x4c4c554e, true);
      at += 4;
    } else if (kind === "json") {
      at = writeQuoted(out, at, bytes, from, to);
    } else if (first !== QUOTE) {
      for (let i = from; i < to; i++) out.setUint8(at++, bytes.getUint8(i));
    } else if (kind === "bytes") {
      at = writeHex(out, at, bytes, from + 1, to - 1);
    } else {
      at = writeText(out, at, bytes, from + 1, to - 1, refuse);
    }
    from = to + 1;
  }
  out.setUint8(at++, CLOSE_BRACE);
  return at;
}

/** A JSON value as the text of an item. */
function writeQuoted(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
): number {
  out.setUint8(at++, QUOTE);
  for (let i = start; i < end; i++) {
    const byte = bytes.getUint8(i);
    if (byte === QUOTE || byte === BACKSLASH) out.setUint8(at++, BACKSLASH);
    out.setUint8(at++, byte);
  }
  out.setUint8(at, QUOTE);
  return at + 1;
}

/** The inside of a JSON string as the text of an item: in quotes, unless nothing in it asks for them. */
function writeText(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
  refuse: (() => never) | undefined,
): number {
  if (isBare(bytes, start, end)) {
    for (let i = start; i < end; i++) out.setUint8(at++, bytes.getUint8(i));
    return at;
  }
  out.setUint8(at++, QUOTE);
  for (let i = start; i < end; i++) {
    const byte = bytes.getUint8(i);
    if (byte !== BACKSLASH) {
      out.setUint8(at++, byte);
      continue;
    }
    const letter = bytes.getUint8(++i);
    if (letter === LETTER_U) {
      // What has to be spelled so is below 32: the last two digits tell.
      const control = hexValue(bytes.getUint8(i + 3)) << 4 |
        hexValue(bytes.getUint8(i + 4));
      if (control === 0) refuse?.();
      out.setUint8(at++, control);
      i += 4;
    } else if (CONTROLS[letter] !== 0) {
      out.setUint8(at++, CONTROLS[letter]);
    } else {
      out.setUint8(at++, BACKSLASH);
      out.setUint8(at++, letter);
    }
  }
  out.setUint8(at, QUOTE);
  return at + 1;
}

/** Whether a text says itself without quotes: an empty one and NULL do not. */
function isBare(bytes: DataView, start: number, end: number): boolean {
  if (start === end) return false;
  for (let i = start; i < end; i++) {
    if (BARE[bytes.getUint8(i)] === 0) return false;
  }
  return end - start !== 4 ||
    (bytes.getInt32(start, true) | 0x20202020) !== 0x6c6c756e;
}

const HEX = hexWriter('"\\\\x', '"');

/** Bytes, which JSON has in base64. */
function writeHex(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
): number {
  const raw = new DataView(new ArrayBuffer(end - start));
  return HEX.write(out, at, raw, 0, writeBase64(raw, 0, bytes, start, end));
}
