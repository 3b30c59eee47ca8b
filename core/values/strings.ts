// A list of texts as one byte array and one offsets array: what dictionaries are made of.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Immutable list of UTF-8 texts; entry `i` is `bytes` from `offsets[i]` to `offsets[i + 1]`. */
export class Strings {
  readonly bytes: Uint8Array;
  /** One more than there are entries. */
  readonly offsets: Uint32Array;
  #minBytes = 0;
  #maxBytes: number | undefined;

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** Length in bytes of the longest entry. */
  get maxBytes(): number {
    return this.#maxBytes ?? this.#measure();
  }

  /** Length in bytes of the shortest entry; 0 where there is none. */
  get minBytes(): number {
    if (this.#maxBytes === undefined) this.#measure();
    return this.#minBytes;
  }

  #measure(): number {
    const { offsets, size } = this;
    let least = size === 0 ? 0 : Infinity;
    let most = 0;
    for (let i = 0; i < size; i++) {
      const length = offsets[i + 1] - offsets[i];
      if (length > most) most = length;
      if (length < least) least = length;
    }
    this.#minBytes = least;
    return this.#maxBytes = most;
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
    const { bytes, offsets, size } = this;
    const whole = decoder.decode(bytes);
    // All ASCII: what is a byte there is a character here.
    if (whole.length === bytes.length) {
      return Array.from(
        { length: size },
        (_, i) => whole.slice(offsets[i], offsets[i + 1]),
      );
    }
    return Array.from({ length: size }, (_, i) => this.at(i));
  }

  /** The same number of entries, each put through `change`. */
  map(change: (text: string) => string): Strings {
    return Strings.from(this.toArray().map(change));
  }

  /** @throws {TypeError} Where half a surrogate pair would meet its other half. */
  static from(texts: readonly string[]): Strings {
    const offsets = new Uint32Array(texts.length + 1);
    const whole = texts.join("");
    const bytes = encoder.encode(whole);
    const isAscii = bytes.length === whole.length;
    for (let i = 0; i < texts.length; i++) {
      const length = isAscii ? texts[i].length : utf8Length(texts[i]);
      offsets[i + 1] = offsets[i] + length;
    }
    if (offsets[texts.length] !== bytes.length) {
      throw new TypeError(
        "Cannot pack texts: one of them ends within a character",
      );
    }
    return new Strings(bytes, offsets);
  }

  /** The entries of all lists, one list after the other. */
  static concat(lists: readonly Strings[]): Strings {
    let size = 0;
    let length = 0;
    for (const list of lists) {
      size += list.size;
      length += list.offsets[list.size];
    }
    const offsets = new Uint32Array(size + 1);
    const bytes = new Uint8Array(length);
    let entry = 0;
    for (const list of lists) {
      const from = offsets[entry];
      bytes.set(list.bytes.subarray(0, list.offsets[list.size]), from);
      for (let i = 1; i <= list.size; i++) {
        offsets[++entry] = from + list.offsets[i];
      }
    }
    return new Strings(bytes, offsets);
  }
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
