// The rows that a chunk is made for: numbers in any order, of one table.

/**
 * Row numbers 0 to 2^53 - 1, with their low 32 bits apart, because every random word is made from those.
 *
 * Filled by `range`, or by writing `numbers` after `reset` and then calling `seal`.
 */
export class Rows {
  count = 0;
  numbers: Float64Array<ArrayBuffer>;
  /** The low 32 bits of each number. */
  low: Int32Array<ArrayBuffer>;
  /** The high word that all numbers share; -1 where they differ. */
  high = 0;
  /** 1 where there is no row (a pick that is NULL; the number is then 0). Undefined where all are there. */
  nulls: Uint8Array | undefined = undefined;
  /** Whether each number is known to be one above that before it. */
  isRun = false;
  #nulls = new Uint8Array(0);

  constructor(capacity: number) {
    this.numbers = new Float64Array(capacity);
    this.low = new Int32Array(capacity);
  }

  /** `count` rows, one after another. */
  range(from: number, count: number): this {
    this.reset(count);
    for (let i = 0; i < count; i++) this.numbers[i] = from + i;
    this.isRun = true;
    return this.seal();
  }

  /** Makes room for `count` numbers, which the caller then writes. */
  reset(count: number): void {
    if (count > this.numbers.length) {
      this.numbers = new Float64Array(count);
      this.low = new Int32Array(count);
    }
    // An integer for sure: a double of the same value would make every loop over the rows slower.
    this.count = count | 0;
    this.nulls = undefined;
    this.isRun = false;
  }

  /** Gives the rows null flags of their own, all 0. */
  addNulls(): Uint8Array {
    if (this.#nulls.length < this.count) {
      this.#nulls = new Uint8Array(this.count);
    }
    this.nulls = this.#nulls;
    return this.nulls.fill(0, 0, this.count);
  }

  /** Derives `low` and `high` from the numbers. */
  seal(): this {
    const { numbers, low, count } = this;
    this.high = count === 0 ? 0 : highWord(numbers[0]);
    const base = this.high * 4294967296;
    for (let i = 0; i < count; i++) {
      const rest = numbers[i] - base;
      if (rest < 0 || rest >= 4294967296) {
        this.high = -1;
        break;
      }
      low[i] = rest | 0;
    }
    if (this.high === -1) {
      for (let i = 0; i < count; i++) low[i] = lowWord(numbers[i]);
    }
    return this;
  }
}

/** The upper 21 bits of a row number. */
export function highWord(row: number): number {
  return Math.floor(row / 4294967296);
}

/** The lower 32 bits of a row number, as a signed integer. */
export function lowWord(row: number): number {
  return (row - highWord(row) * 4294967296) | 0;
}
