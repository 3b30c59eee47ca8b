// Picks: the row of another table that a draw of its own stands on.
import type { RandomStream } from "../../../core/generator.ts";
import type { DistributionSpec } from "../../../core/parameters.ts";
import { prepareSampler } from "../../../core/values/distributions.ts";
import type { Rows } from "../../../core/values/rows.ts";
import type { ChunkRecord } from "../../record.ts";

/** Writes the number of a target row for each row; -1 where there is nothing to pick. */
export type Choose = (record: ChunkRecord, out: Rows) => void;

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

/** An earlier row of the own table; the first has none. */
export function chooseEarlier(stream: RandomStream): Choose {
  return ({ rows }, out) => {
    for (let i = 0; i < rows.count; i++) {
      const row = rows.numbers[i];
      out.numbers[i] = row === 0 ? -1 : stream.belowAt(row, 0, row);
    }
  };
}

/** Any of so many rows. */
export function chooseAny(
  stream: RandomStream,
  targetRows: number,
  dist: DistributionSpec | undefined,
): Choose {
  if (targetRows === 0) {
    return ({ rows }, out) => {
      out.numbers.fill(-1, 0, rows.count);
    };
  }
  if (dist !== undefined && dist.type !== "uniform") {
    const sampler = prepareSampler(dist, { kind: "int", scale: 0 });
    return ({ rows }, out) =>
      sampler.sample(stream, rows, 0, 0, targetRows - 1, out.numbers);
  }
  return ({ rows }, out) => stream.below(rows, 0, targetRows, out.numbers);
}

/**
 * Takes away the rows that there are not: those of rows that are missing themselves, those drawn to be NULL, and
 * those where there was nothing to pick.
 */
export function sieve(rows: Rows, nothing: Nothing, out: Rows): void {
  const nulls = out.addNulls();
  if (rows.nulls !== undefined) nulls.set(rows.nulls.subarray(0, rows.count));
  nothing.add(rows, nulls);
  for (let i = 0; i < rows.count; i++) {
    if (out.numbers[i] < 0) nulls[i] = 1;
    if (nulls[i] === 1) out.numbers[i] = 0;
  }
}
