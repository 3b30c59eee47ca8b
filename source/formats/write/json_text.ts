// JSON texts on their way to what has no NUL character, not even an escaped one.
import type { TextWriter } from "./text.ts";

const BACKSLASH = 92;
const LETTER_U = 117;
const FOUR_ZEROS = 0x30303030;

/** Writes JSON as `texts` writes a text; `refuse` is called for `\u0000`. */
export function jsonWriter(
  texts: TextWriter,
  refuse: (() => never) | undefined,
): TextWriter {
  if (refuse === undefined) return texts;
  const { write } = texts;
  return {
    ...texts,
    keeps: undefined,
    write(out, at, bytes, start, end) {
      if (hasNul(bytes, start, end)) refuse();
      return write(out, at, bytes, start, end);
    },
  };
}

/** Looks at four bytes at once for a backslash: most JSON has none. */
function hasNul(bytes: DataView, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    if (at + 4 <= end) {
      const other = bytes.getInt32(at, true) ^ 0x5c5c5c5c;
      if (((other - 0x01010101) & ~other & 0x80808080) === 0) {
        at += 4;
        continue;
      }
    }
    if (bytes.getUint8(at) !== BACKSLASH) {
      at++;
      continue;
    }
    if (
      at + 6 <= end && bytes.getUint8(at + 1) === LETTER_U &&
      bytes.getInt32(at + 2, true) === FOUR_ZEROS
    ) return true;
    at += 2;
  }
  return false;
}
