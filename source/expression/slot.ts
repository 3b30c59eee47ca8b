// What a step of an expression leaves behind: a value for each row of the chunk.
import type { ExpressionType } from "../../core/expression/expression.ts";

/** Flags of a row. */
export const NULL = 1;
/** The value is none: beyond ±2^53, or no number. Where it is not NULL too and reaches the end, the run fails. */
export const BEYOND = 2;

const NO_NUMBERS = new Float64Array(0);
const NO_BYTES = new Uint8Array(0);
const NO_WORDS = new Uint32Array(0);

export class Slot {
  readonly storage: "numbers" | "text" | "words";
  numbers: Float64Array = NO_NUMBERS;
  words: Uint32Array = NO_WORDS;
  /** text: row i from `starts[i]` to `ends[i]`. */
  bytes: Uint8Array<ArrayBufferLike> = NO_BYTES;
  starts: Uint32Array = NO_WORDS;
  ends: Uint32Array = NO_WORDS;
  flags: Uint8Array = NO_BYTES;
  /** Without it, nobody reads the flags. */
  flagged = false;
  #ownFlags: Uint8Array = NO_BYTES;

  constructor({ kind }: ExpressionType) {
    this.storage = kind === "text" || kind === "null"
      ? "text"
      : kind === "uuid"
      ? "words"
      : "numbers";
  }

  /** Makes arrays of its own for so many rows. */
  grow(capacity: number): void {
    switch (this.storage) {
      case "numbers":
        this.numbers = new Float64Array(capacity);
        break;
      case "words":
        this.words = new Uint32Array(4 * capacity);
        break;
      case "text":
        this.starts = new Uint32Array(capacity);
        this.ends = new Uint32Array(capacity);
    }
    this.flags = this.#ownFlags = new Uint8Array(capacity);
  }

  /** Its own flags, all 0. */
  clearFlags(count: number): Uint8Array {
    this.flags = this.#ownFlags;
    return this.flags.fill(0, 0, count);
  }

  /** Room for text, what is there being kept up to `used`. */
  reserve(total: number, used = 0): Uint8Array {
    if (this.bytes.length < total) {
      const grown = new Uint8Array(Math.max(total, 2 * this.bytes.length));
      grown.set(this.bytes.subarray(0, used));
      this.bytes = grown;
    }
    return this.bytes;
  }
}

/** Bytes of the texts of so many rows. */
export function textBytes(
  { starts, ends }: Slot,
  count: number,
): number {
  let bytes = 0;
  for (let i = 0; i < count; i++) bytes += ends[i] - starts[i];
  return bytes;
}
