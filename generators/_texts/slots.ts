// Short texts that are copied a few whole words at a time, past their ends: where that is no harm, it is three times
// as fast as byte by byte.
import type { Strings } from "../../core/generator.ts";
import { wordsOf } from "../../core/values/words.ts";
import { copyEntry } from "./bytes.ts";

/** Longer lists of texts are copied byte by byte: all slots are as wide as the longest text. */
const MAX_WORDS = 8;

/** Copies texts of a list one at a time, each behind the one before. */
export class Copies {
  readonly #strings: Strings;
  readonly #slots: Slots | undefined;

  constructor(strings: Strings) {
    this.#strings = strings;
    this.#slots = Slots.of(strings);
  }

  /** Bytes that must be there for the longest text. */
  get width(): number {
    return this.#slots?.width ?? this.#strings.maxBytes;
  }

  /** Writes a text at `at`, and may spoil what is behind it; gives the position after it. `view` is that of `bytes`. */
  copy(bytes: Uint8Array, view: DataView, at: number, entry: number): number {
    return this.#slots === undefined
      ? copyEntry(this.#strings, entry, bytes, at)
      : this.#slots.copy(view, at, entry);
  }
}

/**
 * Texts in slots of equal width. A copy writes the whole slot, so what follows a text must be written after it, and
 * `width` bytes must be there.
 */
export class Slots {
  readonly #words: Int32Array;
  readonly #lengths: Uint8Array;
  readonly #wordsOfSlot: number;
  #view: DataView<ArrayBufferLike> = new DataView(new ArrayBuffer(0));

  /** Undefined where some text is too long. */
  static of(strings: Strings): Slots | undefined {
    return strings.maxBytes <= 4 * MAX_WORDS ? new Slots(strings) : undefined;
  }

  private constructor({ bytes, offsets, size, maxBytes }: Strings) {
    // A few widths only, so that copies can be unrolled.
    this.#wordsOfSlot = maxBytes <= 8 ? 2 : maxBytes <= 16 ? 4 : MAX_WORDS;
    const width = this.width;
    const padded = new Uint8Array(width * size);
    this.#lengths = new Uint8Array(size);
    for (let i = 0; i < size; i++) {
      let at = width * i;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) padded[at++] = bytes[k];
      this.#lengths[i] = offsets[i + 1] - offsets[i];
    }
    this.#words = wordsOf(padded);
  }

  /** Bytes that a copy writes. */
  get width(): number {
    return 4 * this.#wordsOfSlot;
  }

  /** Appends text `indexes[i]` at `ends[i]`, but where `nulls[i]` is 1. */
  append(
    indexes: Uint32Array,
    count: number,
    nulls: Uint8Array,
    bytes: Uint8Array,
    ends: Uint32Array,
  ): void {
    const view = this.#viewOf(bytes);
    const words = this.#words;
    const lengths = this.#lengths;
    const wordsOfSlot = this.#wordsOfSlot;
    for (let i = 0; i < count; i++) {
      if (nulls[i] === 1) continue;
      const entry = indexes[i];
      const from = entry * wordsOfSlot;
      const at = ends[i];
      view.setInt32(at, words[from], true);
      view.setInt32(at + 4, words[from + 1], true);
      if (wordsOfSlot > 2) {
        view.setInt32(at + 8, words[from + 2], true);
        view.setInt32(at + 12, words[from + 3], true);
        if (wordsOfSlot > 4) {
          view.setInt32(at + 16, words[from + 4], true);
          view.setInt32(at + 20, words[from + 5], true);
          view.setInt32(at + 24, words[from + 6], true);
          view.setInt32(at + 28, words[from + 7], true);
        }
      }
      ends[i] = at + lengths[entry];
    }
  }

  /** See `Copies.copy`. For texts of up to 16 bytes there is no branch. */
  copy(view: DataView, at: number, entry: number): number {
    const words = this.#words;
    const wordsOfSlot = this.#wordsOfSlot;
    const from = entry * wordsOfSlot;
    const length = this.#lengths[entry];
    view.setInt32(at, words[from], true);
    view.setInt32(at + 4, words[from + 1], true);
    if (wordsOfSlot > 2) {
      view.setInt32(at + 8, words[from + 2], true);
      view.setInt32(at + 12, words[from + 3], true);
      if (length > 16) {
        for (let w = 4; w < wordsOfSlot; w++) {
          view.setInt32(at + 4 * w, words[from + w], true);
        }
      }
    }
    return at + length;
  }

  /** A view is made anew only when the memory has grown. */
  #viewOf(bytes: Uint8Array): DataView<ArrayBufferLike> {
    const { buffer, byteOffset } = bytes;
    if (
      this.#view.buffer !== buffer || this.#view.byteOffset !== byteOffset
    ) this.#view = new DataView(buffer, byteOffset, bytes.length);
    return this.#view;
  }
}
