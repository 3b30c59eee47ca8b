// Counter-based random words: the word of (row, draw) is a keyed hash, so any can be had alone and in any order.
// The loops of chunks have twins with SIMD (kernels/), which give the same; where one meets a word that must be drawn
// again, the loop here does the chunk once more.
import type { RandomStream } from "./random.ts";
import { kernelsFor } from "./kernels/kernels.ts";
import { highWord, lowWord, type Rows } from "./rows.ts";
import { sha256 } from "./sha256.ts";

/** Draws of a stream that generators may number; those above serve second words and redraws. */
const DRAWS = 0x10000;
const TWO_32 = 4294967296;
const TWO_53 = 9007199254740992;
const TWO_MINUS_32 = 1 / TWO_32;
const TWO_MINUS_52 = 2 / TWO_53;
/** Up to here a 32-bit word times the bound is exact in a double. */
const SMALL = 0x200000;
/** A redraw is needed with probability under 1/2; so many in a row do not happen. */
const MAX_REDRAWS = 64;

/**
 * The stream of an address. Streams have no state that a word depends on.
 *
 * @param what A column, or the handle of a thing that several columns share.
 */
export function randomStream(
  seed: string,
  table: string,
  what: string,
  purpose: string,
): RandomStream {
  return new HashStream(`${seed}\0${table}\0${what}\0${purpose}`);
}

/**
 * Words by two independent multiply-xorshift permutations of the row's low word, combined by xor: one alone would
 * never repeat a word. Row high word and draw enter through a second keying (`sub`), once a chunk.
 * The mixers are Chris Wellons' "lowbias32" search results (2018); see bench/dieharder.md for how it is tested.
 */
class HashStream implements RandomStream {
  readonly #k0: number;
  readonly #k1: number;
  readonly #k2: number;
  readonly #k3: number;
  /** The second keying of the last (high word, draw) asked for. */
  #a = 0;
  #b = 0;

  constructor(address: string) {
    [this.#k0, this.#k1, this.#k2, this.#k3] = sha256(address);
  }

  #sub(high: number, draw: number): void {
    const x = mixA(this.#k0 ^ mixA(draw + this.#k2 | 0));
    const y = mixA(this.#k1 ^ mixA(high + this.#k3 | 0));
    this.#a = mixA(x + Math.imul(y, 0x9e3779b1) | 0);
    this.#b = mixB(y ^ Math.imul(x, 0x85ebca6b) ^ 0x5bd1e995);
  }

  words(rows: Rows, draw: number, out: Int32Array | Uint32Array): void {
    const { count, low, high } = rows;
    if (high < 0) {
      for (let i = 0; i < count; i++) {
        out[i] = this.wordAt(rows.numbers[i], draw);
      }
      return;
    }
    this.#sub(high, draw);
    const a = this.#a, b = this.#b;
    const kernels = kernelsFor(rows);
    if (kernels !== undefined) {
      kernels.words(rows, a, b, out);
      return;
    }
    if (out instanceof Int32Array) {
      for (let i = 0; i < count; i++) {
        out[i] = mixA(low[i] + a) ^ mixB(low[i] ^ b);
      }
    } else {
      for (let i = 0; i < count; i++) {
        out[i] = mixA(low[i] + a) ^ mixB(low[i] ^ b);
      }
    }
  }

  wordAt(row: number, draw: number): number {
    this.#sub(highWord(row), draw);
    const low = lowWord(row);
    return (mixA(low + this.#a | 0) ^ mixB(low ^ this.#b)) >>> 0;
  }

  below(
    rows: Rows,
    draw: number,
    n: number,
    out: Float64Array | Uint32Array,
  ): void {
    const { count, numbers } = rows;
    if (n > SMALL || rows.high < 0) {
      if (n > SMALL && rows.high >= 0 && out instanceof Float64Array) {
        this.#belowLarge(rows, draw, n, out);
        return;
      }
      for (let i = 0; i < count; i++) {
        out[i] = this.belowAt(numbers[i], draw, n);
      }
      return;
    }
    this.#sub(rows.high, draw);
    const done = kernelsFor(rows)
      ?.below(rows, this.#a, this.#b, n, TWO_32 % n, out);
    if (done) return;
    if (out instanceof Uint32Array) this.#indexesBelow(rows, draw, n, out);
    else this.#numbersBelow(rows, draw, n, out);
  }

  // Lemire (2019), "Fast random integer generation in an interval": the word times n, high part the value,
  // low part the test for the few words that would make some values likelier.
  #numbersBelow(
    rows: Rows,
    draw: number,
    n: number,
    out: Float64Array,
  ): void {
    const { count, low, numbers } = rows;
    const reject = TWO_32 % n;
    const a = this.#a, b = this.#b;
    for (let i = 0; i < count; i++) {
      const word = (mixA(low[i] + a) ^ mixB(low[i] ^ b)) >>> 0;
      const product = word * n;
      const value = (product / TWO_32) | 0;
      out[i] = product - value * TWO_32 < reject
        ? this.#redraw(numbers[i], draw, n)
        : value;
    }
  }

  #indexesBelow(rows: Rows, draw: number, n: number, out: Uint32Array): void {
    const { count, low, numbers } = rows;
    const reject = TWO_32 % n;
    const a = this.#a, b = this.#b;
    for (let i = 0; i < count; i++) {
      const word = (mixA(low[i] + a) ^ mixB(low[i] ^ b)) >>> 0;
      const product = word * n;
      const value = (product / TWO_32) | 0;
      out[i] = product - value * TWO_32 < reject
        ? this.#redraw(numbers[i], draw, n)
        : value;
    }
  }

  #redraw(row: number, draw: number, n: number): number {
    const reject = TWO_32 % n;
    let value = 0;
    for (let again = 1; again <= MAX_REDRAWS; again++) {
      const product = this.wordAt(row, draw + again * 2 * DRAWS) * n;
      value = Math.floor(product / TWO_32);
      if (product - value * TWO_32 >= reject) break;
    }
    return value;
  }

  belowEach(
    rows: Rows,
    draw: number,
    sizes: Float64Array,
    out: Float64Array,
  ): void {
    const { count, low, numbers } = rows;
    if (rows.high < 0) {
      for (let i = 0; i < count; i++) {
        out[i] = this.belowAt(numbers[i], draw, sizes[i]);
      }
      return;
    }
    this.#sub(rows.high, draw);
    const a = this.#a, b = this.#b;
    this.#sub(rows.high, draw + DRAWS);
    const c = this.#a, d = this.#b;
    for (let i = 0; i < count; i++) {
      const n = sizes[i];
      const word = mixA(low[i] + a) ^ mixB(low[i] ^ b);
      if (n <= SMALL) {
        const product = (word >>> 0) * n;
        const value = (product / TWO_32) | 0;
        const rest = product - value * TWO_32;
        // The remainder is below n: mostly it need not be known.
        out[i] = rest < n && rest < TWO_32 % n
          ? this.#redraw(numbers[i], draw, n)
          : value;
        continue;
      }
      const part = Math.floor(TWO_53 / n);
      const lower = (mixA(low[i] + c) ^ mixB(low[i] ^ d)) >>> 0;
      const bits = (word >>> 11) * TWO_32 + lower;
      out[i] = bits < part * n
        ? Math.floor(bits / part)
        : this.#redrawLarge(numbers[i], draw, n);
    }
  }

  // 53 random bits cut into n equal parts; the bits beyond the last whole part are drawn again.
  #belowLarge(rows: Rows, draw: number, n: number, out: Float64Array): void {
    const { count, low, numbers } = rows;
    const part = Math.floor(TWO_53 / n);
    const limit = part * n;
    this.#sub(rows.high, draw);
    const a = this.#a, b = this.#b;
    this.#sub(rows.high, draw + DRAWS);
    const c = this.#a, d = this.#b;
    const done = kernelsFor(rows)
      ?.largeBelow(rows, a, b, c, d, part, limit, out);
    if (done) return;
    for (let i = 0; i < count; i++) {
      const upper = (mixA(low[i] + a) ^ mixB(low[i] ^ b)) >>> 11;
      const lower = (mixA(low[i] + c) ^ mixB(low[i] ^ d)) >>> 0;
      const bits = upper * TWO_32 + lower;
      out[i] = bits < limit
        ? Math.floor(bits / part)
        : this.#redrawLarge(numbers[i], draw, n);
    }
  }

  #redrawLarge(row: number, draw: number, n: number): number {
    const part = Math.floor(TWO_53 / n);
    for (let again = 1; again <= MAX_REDRAWS; again++) {
      const bits = this.#bits53(row, draw + again * 2 * DRAWS);
      if (bits < part * n) return Math.floor(bits / part);
    }
    return n - 1;
  }

  #bits53(row: number, draw: number): number {
    return (this.wordAt(row, draw) >>> 11) * TWO_32 +
      this.wordAt(row, draw + DRAWS);
  }

  belowAt(row: number, draw: number, n: number): number {
    if (n <= SMALL) {
      const product = this.wordAt(row, draw) * n;
      const value = Math.floor(product / TWO_32);
      return product - value * TWO_32 < TWO_32 % n
        ? this.#redraw(row, draw, n)
        : value;
    }
    const part = Math.floor(TWO_53 / n);
    const bits = this.#bits53(row, draw);
    return bits < part * n
      ? Math.floor(bits / part)
      : this.#redrawLarge(row, draw, n);
  }

  fractions(rows: Rows, draw: number, out: Float64Array): void {
    const { count, low, high } = rows;
    if (high < 0) {
      for (let i = 0; i < count; i++) {
        out[i] = this.fractionAt(rows.numbers[i], draw);
      }
      return;
    }
    this.#sub(high, draw);
    const a = this.#a, b = this.#b;
    this.#sub(high, draw + DRAWS);
    const c = this.#a, d = this.#b;
    const kernels = kernelsFor(rows);
    if (kernels !== undefined) {
      kernels.fractions(rows, a, b, c, d, out);
      return;
    }
    for (let i = 0; i < count; i++) {
      const upper = (mixA(low[i] + a) ^ mixB(low[i] ^ b)) >>> 0;
      const lower = (mixA(low[i] + c) ^ mixB(low[i] ^ d)) >>> 12;
      out[i] = upper * TWO_MINUS_32 + lower * TWO_MINUS_52;
    }
  }

  fractionAt(row: number, draw: number): number {
    return this.wordAt(row, draw) * TWO_MINUS_32 +
      (this.wordAt(row, draw + DRAWS) >>> 12) * TWO_MINUS_52;
  }
}

function mixA(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

function mixB(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
