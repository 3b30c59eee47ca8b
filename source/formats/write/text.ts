// Texts as they are, or with some bytes spelled otherwise.

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
}

/**
 * A writer that spells some bytes as longer ASCII texts, by byte.
 *
 * @param refuse Called for a byte without a spelling (an empty one); it throws.
 */
export function spellingWriter(
  spellings: ReadonlyMap<number, string>,
  refuse: () => never,
): TextWriter {
  const longest = Math.max(...[...spellings.values()].map((one) => one.length));
  const lengths = new Uint8Array(256);
  const letters = new Uint8Array(256 * longest);
  const special = new Uint8Array(256);
  for (const [byte, spelling] of spellings) {
    special[byte] = 1;
    lengths[byte] = spelling.length;
    for (let i = 0; i < spelling.length; i++) {
      letters[byte * longest + i] = spelling.charCodeAt(i);
    }
  }
  return {
    growth: longest,
    extra: 0,
    write(out, at, bytes, start, end) {
      while (start < end) {
        const byte = bytes.getUint8(start++);
        if (special[byte] === 0) {
          out.setUint8(at++, byte);
          continue;
        }
        const length = lengths[byte];
        if (length === 0) refuse();
        for (let i = 0; i < length; i++) {
          out.setUint8(at++, letters[byte * longest + i]);
        }
      }
      return at;
    },
  };
}
