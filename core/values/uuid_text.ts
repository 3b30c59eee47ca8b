// UUIDs as text: 8-4-4-4-12 lower-case hexadecimal digits.

/** The two hexadecimal digits of each byte, the first in the low byte. */
export const HEX: Uint16Array = hexDigits();

function hexDigits(): Uint16Array {
  const digit = (value: number) => value + (value < 10 ? 48 : 87);
  const digits = new Uint16Array(256);
  for (let byte = 0; byte < 256; byte++) {
    digits[byte] = digit(byte >> 4) | digit(byte & 15) << 8;
  }
  return digits;
}

/** Length in bytes of a UUID. */
export const UUID_BYTES = 36;

/** Writes value `i` of a vector: `words[4 * i]` to `words[4 * i + 3]`. */
export function writeUuid(
  out: Uint8Array,
  at: number,
  words: Uint32Array,
  i: number,
): number {
  const first = 4 * i;
  const b = words[first + 1];
  const c = words[first + 2];
  writeWord(out, at, words[first]);
  out[at + 8] = 45;
  writeHalf(out, at + 9, b >>> 16);
  out[at + 13] = 45;
  writeHalf(out, at + 14, b & 0xffff);
  out[at + 18] = 45;
  writeHalf(out, at + 19, c >>> 16);
  out[at + 23] = 45;
  writeHalf(out, at + 24, c & 0xffff);
  writeWord(out, at + 28, words[first + 3]);
  return at + 36;
}

function writeWord(out: Uint8Array, at: number, word: number): void {
  writeHalf(out, at, word >>> 16);
  writeHalf(out, at + 4, word & 0xffff);
}

function writeHalf(out: Uint8Array, at: number, half: number): void {
  const high = HEX[half >>> 8];
  const low = HEX[half & 255];
  out[at] = high;
  out[at + 1] = high >> 8;
  out[at + 2] = low;
  out[at + 3] = low >> 8;
}
