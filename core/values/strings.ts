// A list of texts as one byte array and one offsets array: what dictionaries are made of.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Immutable list of UTF-8 texts; entry `i` is `bytes` from `offsets[i]` to `offsets[i + 1]`. */
export class Strings {
  readonly bytes: Uint8Array;
  /** One more than there are entries. */
  readonly offsets: Uint32Array;
  /** Length in bytes of the longest entry. */
  readonly maxBytes: number;

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
    let longest = 0;
    for (let i = 1; i < offsets.length; i++) {
      const length = offsets[i] - offsets[i - 1];
      if (length > longest) longest = length;
    }
    this.maxBytes = longest;
  }

  get size(): number {
    return this.offsets.length - 1;
  }

  at(index: number): string {
    return decoder.decode(
      this.bytes.subarray(this.offsets[index], this.offsets[index + 1]),
    );
  }

  toArray(): string[] {
    return Array.from({ length: this.size }, (_, i) => this.at(i));
  }

  /** The same number of entries, each put through `change`. */
  map(change: (text: string) => string): Strings {
    return Strings.from(this.toArray().map(change));
  }

  static from(texts: readonly string[]): Strings {
    const parts = texts.map((text) => encoder.encode(text));
    const offsets = new Uint32Array(parts.length + 1);
    for (let i = 0; i < parts.length; i++) {
      offsets[i + 1] = offsets[i] + parts[i].length;
    }
    const bytes = new Uint8Array(offsets[parts.length]);
    for (let i = 0; i < parts.length; i++) bytes.set(parts[i], offsets[i]);
    return new Strings(bytes, offsets);
  }

  /** The entries of all lists, one list after the other. */
  static concat(lists: readonly Strings[]): Strings {
    return Strings.from(lists.flatMap((list) => list.toArray()));
  }
}
