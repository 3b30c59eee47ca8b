// The records of a run in one piece.
import { Buffer } from "node:buffer";
import type { Run } from "../../core/ring/ring_buffer.ts";

/** Bytes that can be read as text without copying them. */
export interface Texts extends Uint8Array {
  utf8Slice(start: number, end: number): string;
}

/** The records where they lie, if they lie together. */
export function wholeBytes({ first, second }: Run): Texts {
  const bytes = second === undefined
    ? Buffer.from(first.buffer, first.byteOffset, first.length)
    : Buffer.concat([first, second]);
  return bytes as unknown as Texts;
}
