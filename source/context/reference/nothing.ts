// Where a reference stands on no row.
import type { RandomStream } from "../../../core/generator.ts";
import type { Rows } from "../../../core/values/rows.ts";

/** Draws, each row for itself, whether it has no row at all. */
export class Nothing {
  readonly #stream: RandomStream;
  readonly #below: number;
  #words = new Int32Array(0);

  /** @param share Probability of NULL. */
  constructor(stream: RandomStream, share: number) {
    this.#stream = stream;
    this.#below = Math.round(share * 4294967296);
  }

  get isPossible(): boolean {
    return this.#below > 0;
  }

  /** Sets the flags of rows that have none. */
  add(rows: Rows, nulls: Uint8Array): void {
    if (this.#below === 0) return;
    if (this.#words.length < rows.count) {
      this.#words = new Int32Array(rows.count);
    }
    const words = this.#words;
    this.#stream.words(rows, 0, words);
    for (let i = 0; i < rows.count; i++) {
      if ((words[i] >>> 0) < this.#below) nulls[i] = 1;
    }
  }
}

/**
 * Takes away the rows that there are not: those of rows that are missing themselves, those drawn to be NULL, and
 * those where there was nothing to pick.
 */
export function sieve(rows: Rows, nothing: Nothing, out: Rows): void {
  const before = out.nulls;
  const nulls = before ?? out.addNulls();
  if (rows.nulls !== undefined) {
    for (let i = 0; i < rows.count; i++) nulls[i] |= rows.nulls[i];
  }
  nothing.add(rows, nulls);
  for (let i = 0; i < rows.count; i++) {
    if (!(out.numbers[i] >= 0)) nulls[i] = 1;
    if (nulls[i] === 1) out.numbers[i] = 0;
  }
}
