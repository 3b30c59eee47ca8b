// A column of rows in the form in which found and expected values are compared: numbers in the vector's own units,
// UUIDs as words, everything else as the text that the target has.
import type { Storage, ValueType } from "../core/value_type.ts";
import type { Vector } from "../core/values/vector.ts";

export type CellStorage = "numbers" | "words" | "texts";

/** States of a cell. */
export const VALUE = 0;
export const NULL = 1;
/** A text that is no value of the column's type: it equals no expected value. */
export const ODD = 2;

/** Rows that are read and compared together at most. */
export const BATCH_ROWS = 1024;

const NUMBERS: readonly string[] = [
  ...["int", "float", "decimal", "bool", "date", "time", "timestamp"],
  "interval",
];
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const NOTHING = new Uint8Array(0);

export function cellStorage({ kind }: Pick<ValueType, "kind">): CellStorage {
  if (NUMBERS.includes(kind)) return "numbers";
  return kind === "uuid" ? "words" : "texts";
}

/** Up to 1,024 cells of a column, reused from batch to batch. */
export class Cells {
  readonly storage: CellStorage;
  numbers: Float64Array;
  words: Uint32Array;
  /** texts, and odd cells of any storage: from `starts[i]` to `ends[i]`. */
  bytes: Uint8Array<ArrayBufferLike> = NOTHING;
  starts: Uint32Array = new Uint32Array(BATCH_ROWS);
  ends: Uint32Array = new Uint32Array(BATCH_ROWS);
  readonly states: Uint8Array = new Uint8Array(BATCH_ROWS);
  readonly #starts = this.starts;
  readonly #ends = this.ends;
  #own: Uint8Array = NOTHING;
  #used = 0;

  constructor(storage: CellStorage) {
    this.storage = storage;
    this.numbers = new Float64Array(storage === "numbers" ? BATCH_ROWS : 0);
    this.words = new Uint32Array(storage === "words" ? 4 * BATCH_ROWS : 0);
  }

  /** Begins a batch whose cells are then set one after another. */
  begin(): void {
    this.#used = 0;
    this.bytes = this.#own;
    this.starts = this.#starts;
    this.ends = this.#ends;
  }

  setNull(i: number): void {
    this.states[i] = NULL;
  }

  setNumber(i: number, value: number): void {
    this.states[i] = VALUE;
    this.numbers[i] = value + 0;
  }

  setWord(i: number, k: number, word: number): void {
    this.states[i] = VALUE;
    this.words[4 * i + k] = word;
  }

  setText(i: number, from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.#reserve(length);
    const own = this.#own;
    const at = this.#used;
    // A call to copy costs more than a short text.
    if (length < 24) {
      for (let k = 0; k < length; k++) own[at + k] = from[start + k];
    } else own.set(from.subarray(start, end), at);
    this.#place(i, length);
  }

  setString(i: number, text: string): void {
    this.#reserve(3 * text.length);
    const { written } = encoder.encodeInto(
      text,
      this.#own.subarray(this.#used),
    );
    this.#place(i, written);
  }

  /** A text that is no value of the type. */
  setOdd(i: number, text: string): void {
    this.setString(i, text);
    this.states[i] = ODD;
  }

  #place(i: number, length: number): void {
    this.states[i] = VALUE;
    this.starts[i] = this.#used;
    this.ends[i] = this.#used += length;
  }

  #reserve(length: number): void {
    const { length: room } = this.#own;
    if (this.#used + length <= room) return;
    const grown = new Uint8Array(Math.max(this.#used + length, 2 * room, 4096));
    grown.set(this.#own.subarray(0, this.#used));
    this.bytes = this.#own = grown;
  }

  /** Shows the values of a vector of the same storage; texts may be slices or entries. */
  show(
    vector: Vector,
    count: number,
    nullable: boolean,
    storage: Storage,
  ): void {
    const { states } = this;
    if (nullable) states.set(vector.nulls.subarray(0, count));
    else states.fill(VALUE, 0, count);
    if (this.storage === "numbers") {
      this.numbers = vector.numbers;
      return;
    }
    if (this.storage === "words") {
      this.words = vector.words;
      return;
    }
    if (storage === "slices") {
      this.bytes = vector.bytes;
      this.starts = vector.starts;
      this.ends = vector.ends;
      return;
    }
    const { bytes, offsets } = vector.strings;
    const { indexes } = vector;
    const starts = this.starts = this.#starts;
    const ends = this.ends = this.#ends;
    this.bytes = bytes;
    for (let i = 0; i < count; i++) {
      const entry = indexes[i];
      starts[i] = offsets[entry];
      ends[i] = offsets[entry + 1];
    }
  }

  /** Copies the cells of another column of the same storage, so that they may be changed. */
  take(other: Cells, count: number): void {
    this.begin();
    for (let i = 0; i < count; i++) {
      const state = other.states[i];
      if (state === NULL) this.setNull(i);
      else if (state === ODD || this.storage === "texts") {
        this.setText(i, other.bytes, other.starts[i], other.ends[i]);
        this.states[i] = state;
      } else if (this.storage === "numbers") {
        this.setNumber(i, other.numbers[i]);
      } else {
        for (let k = 0; k < 4; k++) this.setWord(i, k, other.words[4 * i + k]);
      }
    }
  }

  /** The bytes of a text or of an odd cell, as a string. */
  textAt(i: number): string {
    return decoder.decode(this.bytes.slice(this.starts[i], this.ends[i]));
  }

  /** Whether two cells, of columns of the same storage, have the same value. */
  sameAt(i: number, other: Cells, k: number): boolean {
    const state = this.states[i];
    if (state !== other.states[k]) return false;
    if (state === NULL) return true;
    if (state === VALUE && this.storage === "numbers") {
      return this.numbers[i] === other.numbers[k];
    }
    if (state === VALUE && this.storage === "words") {
      for (let w = 0; w < 4; w++) {
        if (this.words[4 * i + w] !== other.words[4 * k + w]) return false;
      }
      return true;
    }
    const length = this.ends[i] - this.starts[i];
    if (other.ends[k] - other.starts[k] !== length) return false;
    for (let b = 0; b < length; b++) {
      if (this.bytes[this.starts[i] + b] !== other.bytes[other.starts[k] + b]) {
        return false;
      }
    }
    return true;
  }
}
