// Texts as they are, or with some bytes spelled otherwise.
import type { Strings } from "../../../core/values/strings.ts";
import { writeAscii } from "./float.ts";

/** Copies a text: in words, the last of which overlaps the one before. */
export function copyText(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
): number {
  const to = at + end - start;
  if (end - start < 4) {
    while (start < end) out.setUint8(at++, bytes.getUint8(start++));
    return to;
  }
  const last = end - 4;
  for (; start < last; start += 4, at += 4) {
    out.setInt32(at, bytes.getInt32(start, true), true);
  }
  out.setInt32(to - 4, bytes.getInt32(last, true), true);
  return to;
}

export type TextWrite = (
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
) => number;

/** A writer of texts, and how much longer than its text what it writes can be: `growth * n + extra`. */
export interface TextWriter {
  write: TextWrite;
  growth: number;
  extra: number;
  /** Where it can be told without writing them: whether all of these texts are written as they are. */
  keeps?(texts: Strings): boolean;
}

/** Copies texts. */
export const AS_IT_IS: TextWriter = {
  write: copyText,
  growth: 1,
  extra: 0,
  keeps: () => true,
};

/** Whether none of the texts has a byte that `special` marks. The engine's own search looks at many bytes at once. */
export function hasNone(
  special: Uint8Array,
  { bytes, offsets, size }: Strings,
): boolean {
  const all = bytes.subarray(offsets[0], offsets[size]);
  return !special.some((mark, byte) => mark === 1 && all.includes(byte));
}

/**
 * Copies a text up to the first byte that `special` marks, and returns where in `bytes` that is, or `end`. It looks at
 * four bytes at once: this is what texts that have to be looked through cost.
 */
export function copyUntil(
  special: Uint8Array,
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
): number {
  const last = end - 4;
  for (; start <= last; start += 4, at += 4) {
    const word = bytes.getInt32(start, true);
    out.setInt32(at, word, true);
    const found = special[word & 255] | special[word >>> 8 & 255] |
      special[word >>> 16 & 255] | special[word >>> 24];
    if (found !== 0) break;
  }
  for (; start < end; start++, at++) {
    const byte = bytes.getUint8(start);
    if (special[byte] !== 0) break;
    out.setUint8(at, byte);
  }
  return start;
}

/** A writer that spells some bytes as longer ASCII texts; `refuse` is called for a NUL without a spelling. */
export function spellingWriter(
  spellings: ReadonlyMap<number, string>,
  refuse?: () => never,
): TextWriter {
  const special = new Uint8Array(256);
  const texts: string[] = Array(256).fill("");
  let longest = 1;
  for (const [byte, text] of spellings) {
    special[byte] = 1;
    texts[byte] = text;
    longest = Math.max(longest, text.length);
  }
  if (refuse !== undefined) special[0] = 1;

  function write(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number {
    while (true) {
      const until = copyUntil(special, out, at, bytes, start, end);
      at += until - start;
      if (until === end) return at;
      const byte = bytes.getUint8(until);
      if (byte === 0 && refuse !== undefined) refuse();
      at = writeAscii(out, at, texts[byte]);
      start = until + 1;
    }
  }

  return {
    write,
    growth: longest,
    extra: 0,
    keeps: (entries) => hasNone(special, entries),
  };
}
