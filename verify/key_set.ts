// A set of 64-bit hashes in open addressing, of a size that is chosen once.

export class KeySet {
  readonly #mask: number;
  readonly #words: Int32Array;
  #hasZero = false;

  /** @param most Hashes that it will hold. */
  constructor(most: number) {
    let slots = 1024;
    while (slots < 1.6 * most) slots *= 2;
    this.#mask = slots - 1;
    this.#words = new Int32Array(2 * slots);
  }

  /** Adds a hash; gives whether it was there before. */
  add(a: number, b: number): boolean {
    if (a === 0 && b === 0) {
      const had = this.#hasZero;
      this.#hasZero = true;
      return had;
    }
    const at = this.#slot(a, b);
    const words = this.#words;
    if (words[at] !== 0 || words[at + 1] !== 0) return true;
    words[at] = a;
    words[at + 1] = b;
    return false;
  }

  has(a: number, b: number): boolean {
    if (a === 0 && b === 0) return this.#hasZero;
    const at = this.#slot(a, b);
    return this.#words[at] !== 0 || this.#words[at + 1] !== 0;
  }

  /** Where the hash is, or where it would be put. */
  #slot(a: number, b: number): number {
    const words = this.#words;
    for (let slot = (a ^ b >>> 7) & this.#mask;;) {
      const at = 2 * slot;
      if (words[at] === a && words[at + 1] === b) return at;
      if (words[at] === 0 && words[at + 1] === 0) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}
