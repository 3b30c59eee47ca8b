// Which texts stand in every format as they are: never quoted, never escaped.
import type { Strings } from "./strings.ts";

const SPACE = 32;

/** 1 for each byte that some format quotes or escapes; every byte above 127 is part of a character that none does. */
const SPECIAL = specialBytes();

function specialBytes(): Uint8Array {
  const table = new Uint8Array(256).fill(1, 0, SPACE);
  for (const sign of `"'\\,;|{}\x7f`) table[sign.charCodeAt(0)] = 1;
  return table;
}

/** Whether the text is not empty, has no special character, and neither begins nor ends with a space. */
export function isPlainText(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  if (text.charCodeAt(0) === SPACE) return false;
  if (text.charCodeAt(length - 1) === SPACE) return false;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128 && SPECIAL[unit] === 1) return false;
  }
  return true;
}

/** Whether every entry is plain; without entries, it is. */
export function isPlain(strings: Strings): boolean {
  const { bytes, offsets, size } = strings;
  for (let i = 0; i < size; i++) {
    const start = offsets[i];
    const end = offsets[i + 1];
    if (start === end) return false;
    if (bytes[start] === SPACE || bytes[end - 1] === SPACE) return false;
  }
  // The engine's own search looks at many bytes at a time, also in a program that has just begun.
  const all = bytes.subarray(offsets[0], offsets[size]);
  return !SPECIAL.some((special, byte) => special === 1 && all.includes(byte));
}
