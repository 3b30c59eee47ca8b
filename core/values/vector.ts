// The values of one column for the rows of a chunk.
import type { Storage } from "../value_type.ts";
import { Strings } from "./strings.ts";

const NO_NUMBERS = new Float64Array(0);
const NO_WORDS = new Uint32Array(0);
const NO_BYTES = new Uint8Array(0);
const NO_STRINGS = Strings.from([]);

/**
 * One column's values, in the storage its generator has chosen (see `Storage`), reused from chunk to chunk.
 *
 * Where the column's type is nullable, `nulls[i]` is 1 where the value is NULL, and what stands in the
 * storage there means nothing. Where it is not, nobody reads `nulls`.
 */
export class Vector {
  numbers: Float64Array = NO_NUMBERS;
  words: Uint32Array = NO_WORDS;
  indexes: Uint32Array = NO_WORDS;
  strings: Strings = NO_STRINGS;
  bytes: Uint8Array<ArrayBufferLike> = NO_BYTES;
  starts: Uint32Array = NO_WORDS;
  ends: Uint32Array = NO_WORDS;
  nulls: Uint8Array = NO_BYTES;
  #own: Owned | undefined;

  /** Makes the vector ready to be filled with `count` values; contents are undefined, but `nulls` is all 0. */
  prepare(storage: Storage, count: number): void {
    let own = this.#own;
    if (own === undefined || own.capacity < count) {
      own = this.#own = new Owned(storage, Math.max(count, 1));
    }
    this.numbers = own.numbers;
    this.words = own.words;
    this.indexes = own.indexes;
    this.starts = own.starts;
    this.ends = own.ends;
    this.bytes = own.bytes;
    this.nulls = own.nulls;
    this.nulls.fill(0, 0, count);
  }

  /** slices: makes room for at least `total` bytes in `bytes`, keeping the first `used`. */
  reserve(total: number, used = 0): Uint8Array {
    if (this.bytes.length < total) {
      const grown = new Uint8Array(Math.max(total, 2 * this.bytes.length));
      grown.set(this.bytes.subarray(0, used));
      this.bytes = grown;
      this.#own!.bytes = grown;
    }
    return this.bytes;
  }

  /** Takes the values at some places of another vector, which has the same storage. */
  gather(
    from: Vector,
    places: Uint32Array,
    count: number,
    storage: Storage,
    nullable: boolean,
  ): void {
    this.prepare(storage, count);
    switch (storage) {
      case "numbers": {
        const { numbers } = this, there = from.numbers;
        for (let i = 0; i < count; i++) numbers[i] = there[places[i]];
        break;
      }
      case "entries": {
        const { indexes } = this, there = from.indexes;
        for (let i = 0; i < count; i++) indexes[i] = there[places[i]];
        this.strings = from.strings;
        break;
      }
      case "words": {
        const { words } = this, there = from.words;
        for (let i = 0; i < count; i++) {
          const place = 4 * places[i];
          words[4 * i] = there[place];
          words[4 * i + 1] = there[place + 1];
          words[4 * i + 2] = there[place + 2];
          words[4 * i + 3] = there[place + 3];
        }
        break;
      }
      case "slices": {
        const { starts, ends } = this;
        for (let i = 0; i < count; i++) {
          starts[i] = from.starts[places[i]];
          ends[i] = from.ends[places[i]];
        }
        this.bytes = from.bytes;
        break;
      }
    }
    if (!nullable) return;
    for (let i = 0; i < count; i++) this.nulls[i] = from.nulls[places[i]];
  }

  /** Shows the values of another vector without copying them; `nulls` stay this vector's own. */
  show(other: Vector): void {
    this.numbers = other.numbers;
    this.words = other.words;
    this.indexes = other.indexes;
    this.strings = other.strings;
    this.bytes = other.bytes;
    this.starts = other.starts;
    this.ends = other.ends;
  }
}

/** The arrays that a vector owns; only those of its storage have a length. */
class Owned {
  readonly capacity: number;
  readonly numbers: Float64Array;
  readonly words: Uint32Array;
  readonly indexes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  bytes: Uint8Array = NO_BYTES;
  readonly nulls: Uint8Array;

  constructor(storage: Storage, capacity: number) {
    this.capacity = capacity;
    this.numbers = storage === "numbers"
      ? new Float64Array(capacity)
      : NO_NUMBERS;
    this.words = storage === "words" ? new Uint32Array(4 * capacity) : NO_WORDS;
    this.indexes = storage === "entries" ? new Uint32Array(capacity) : NO_WORDS;
    this.starts = storage === "slices" ? new Uint32Array(capacity) : NO_WORDS;
    this.ends = storage === "slices" ? new Uint32Array(capacity) : NO_WORDS;
    this.nulls = new Uint8Array(capacity);
  }
}
