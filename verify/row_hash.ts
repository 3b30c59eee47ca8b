// Hashes of rows: 64 bits in two words, equal for rows whose cells are equal, whatever order the rows stand in.
import { type Cells, NULL, ODD, VALUE } from "./cells.ts";

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/** Hashes of a batch of rows, reused. */
export class RowHashes {
  readonly a: Int32Array;
  readonly b: Int32Array;

  constructor(rows: number) {
    this.a = new Int32Array(rows);
    this.b = new Int32Array(rows);
  }

  /** Hashes the first `count` rows over these columns. */
  of(columns: readonly Cells[], count: number): this {
    this.a.fill(0x243f6a88, 0, count);
    this.b.fill(-0x7a5c_f72d, 0, count);
    for (const cells of columns) {
      if (cells.storage === "numbers") this.#addNumbers(cells, count);
      else if (cells.storage === "words") this.#addWords(cells, count);
      else this.#addTexts(cells, count);
    }
    return this;
  }

  #add(i: number, word: number): void {
    const { a, b } = this;
    let x = Math.imul(a[i] ^ word, 0x21f0aaad);
    x ^= x >>> 15;
    a[i] = Math.imul(x, 0x735a2d97) + 0x3c6ef372;
    let y = Math.imul(b[i] + word, 0x7feb352d);
    y ^= y >>> 16;
    b[i] = Math.imul(y ^ x, -0x7b935975);
  }

  #addNumbers(cells: Cells, count: number): void {
    const { numbers, states } = cells;
    for (let i = 0; i < count; i++) {
      if (states[i] !== VALUE) {
        this.#addOther(cells, i);
        continue;
      }
      number[0] = numbers[i] + 0; // -0 is 0
      this.#add(i, halves[0] | 0);
      this.#add(i, halves[1] | 0);
    }
  }

  #addWords(cells: Cells, count: number): void {
    const { words, states } = cells;
    for (let i = 0; i < count; i++) {
      if (states[i] !== VALUE) {
        this.#addOther(cells, i);
        continue;
      }
      for (let k = 4 * i; k < 4 * i + 4; k++) this.#add(i, words[k] | 0);
    }
  }

  #addTexts(cells: Cells, count: number): void {
    const { bytes, starts, ends, states } = cells;
    for (let i = 0; i < count; i++) {
      if (states[i] !== VALUE) this.#addOther(cells, i);
      else this.#addBytes(i, bytes, starts[i], ends[i]);
    }
  }

  #addBytes(i: number, bytes: Uint8Array, start: number, end: number): void {
    this.#add(i, end - start);
    let at = start;
    for (; at + 4 <= end; at += 4) {
      this.#add(
        i,
        bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 |
          bytes[at + 3] << 24,
      );
    }
    if (at === end) return;
    let rest = 0;
    for (; at < end; at++) rest = rest << 8 | bytes[at];
    this.#add(i, rest);
  }

  #addOther(cells: Cells, i: number): void {
    const { states, bytes, starts, ends } = cells;
    this.#add(i, states[i] === NULL ? 0x4e554c4c : 0x4f4444);
    if (states[i] === ODD) this.#addBytes(i, bytes, starts[i], ends[i]);
  }
}
