// Texts one after another in memory that all workers share.

/** Entry `i` is `bytes` from `offsets[i]` to `offsets[i + 1]`. */
export interface PackedTexts {
  bytes: Uint8Array<SharedArrayBuffer>;
  offsets: Uint32Array<SharedArrayBuffer>;
}

const QUOTE = 34;
/** Copies of fewer bytes are faster in a loop. */
const FEW_BYTES = 32;

/** Packs a known number of texts of a known size. */
export class TextPacker implements PackedTexts {
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  readonly offsets: Uint32Array<SharedArrayBuffer>;
  #used = 0;
  #count = 0;

  constructor(texts: number, bytes: number) {
    this.bytes = new Uint8Array(new SharedArrayBuffer(bytes));
    this.offsets = new Uint32Array(
      new SharedArrayBuffer((texts + 1) * Uint32Array.BYTES_PER_ELEMENT),
    );
  }

  /** @param doubled Whether two quotes stand for one. */
  add(from: Uint8Array, start: number, end: number, doubled = false): void {
    const { bytes } = this;
    let used = this.#used;
    if (doubled || end - start < FEW_BYTES) {
      for (let i = start; i < end; i++) {
        const byte = from[i];
        bytes[used++] = byte;
        if (doubled && byte === QUOTE) i++;
      }
    } else {
      bytes.set(from.subarray(start, end), used);
      used += end - start;
    }
    this.#used = used;
    this.offsets[++this.#count] = used;
  }
}

const encoder = new TextEncoder();

export function packTexts(texts: readonly string[]): PackedTexts {
  const parts = texts.map((text) => encoder.encode(text));
  const packer = new TextPacker(
    parts.length,
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  for (const part of parts) packer.add(part, 0, part.length);
  return { bytes: packer.bytes, offsets: packer.offsets };
}

/** How many entries columns of texts have. */
export function entriesOf(texts: readonly PackedTexts[]): number {
  return texts.length === 0 ? 0 : texts[0].offsets.length - 1;
}
