// Items of arrays that are JSON: where each ends, and what its text says.
import { copyText } from "./text.ts";

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN = 91;
const CLOSE = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LETTER_U = 117;

/** What stands behind a backslash in JSON for a control character, by the letter. */
export const CONTROLS: Uint8Array = controls();

function controls(): Uint8Array {
  const table = new Uint8Array(256);
  for (const [letter, control] of ["b\b", "f\f", "n\n", "r\r", "t\t"]) {
    table[letter.charCodeAt(0)] = control.charCodeAt(0);
  }
  return table;
}

/** Where the comma or bracket stands that ends a JSON value. */
export function itemEnd(bytes: DataView, at: number): number {
  for (let depth = 0;; at++) {
    switch (bytes.getUint8(at)) {
      case QUOTE:
        for (at++; bytes.getUint8(at) !== QUOTE; at++) {
          if (bytes.getUint8(at) === BACKSLASH) at++;
        }
        break;
      case OPEN:
      case OPEN_BRACE:
        depth++;
        break;
      case CLOSE:
      case CLOSE_BRACE:
        if (depth === 0) return at;
        depth--;
        break;
      case COMMA:
        if (depth === 0) return at;
    }
  }
}

export function hexValue(letter: number): number {
  return letter < 58 ? letter - 48 : (letter | 32) - 87;
}

/** What the inside of a JSON string says. */
export function writePlain(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
  refuseNul: () => void,
): number {
  let from = start;
  for (let i = start; i < end; i++) {
    if (bytes.getUint8(i) !== BACKSLASH) continue;
    at = copyText(out, at, bytes, from, i);
    const letter = bytes.getUint8(++i);
    if (letter === LETTER_U) {
      // What has to be spelled so is below 32: the last two digits tell.
      const control = hexValue(bytes.getUint8(i + 3)) << 4 |
        hexValue(bytes.getUint8(i + 4));
      if (control === 0) refuseNul();
      out.setUint8(at++, control);
      i += 4;
    } else out.setUint8(at++, CONTROLS[letter] || letter);
    from = i + 1;
  }
  return copyText(out, at, bytes, from, end);
}

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SIX_BITS = sixBits();

function sixBits(): Uint8Array {
  const table = new Uint8Array(256);
  for (let i = 0; i < 64; i++) table[ALPHABET.charCodeAt(i)] = i;
  return table;
}

const PADDING = 61;

/** The bytes that base64 says. */
export function writeBase64(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
): number {
  for (let i = start; i < end; i += 4) {
    let bits = 0;
    for (let k = 0; k < 4; k++) {
      bits = bits << 6 | SIX_BITS[bytes.getUint8(i + k)];
    }
    out.setUint8(at++, bits >> 16);
    if (bytes.getUint8(i + 2) !== PADDING) out.setUint8(at++, bits >> 8);
    if (bytes.getUint8(i + 3) !== PADDING) out.setUint8(at++, bits);
  }
  return at;
}
