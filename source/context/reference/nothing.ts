// Where a reference stands on no row.
import type {
  ExpressionReader,
  RandomStream,
} from "../../../core/generator.ts";
import type { Rows } from "../../../core/values/rows.ts";
import type { SomeRows } from "../../ranks.ts";
import type { ChunkRecord } from "../../record.ts";

/** Says, each row for itself, whether it has no row at all: by a condition, and by a draw. */
export class Nothing {
  readonly #stream: RandomStream;
  readonly #below: number;
  readonly #conditions: readonly ExpressionReader[];
  readonly #exactly: SomeRows | undefined;
  #words = new Int32Array(0);

  /**
   * @param share Probability of NULL.
   * @param conditions Where one does not hold, there is no row.
   * @param exactly The rows themselves, where they are not drawn.
   */
  constructor(
    stream: RandomStream,
    share: number,
    conditions: readonly ExpressionReader[],
    exactly?: SomeRows,
  ) {
    this.#stream = stream;
    this.#conditions = conditions;
    this.#below = Math.round(share * 4294967296);
    this.#exactly = exactly;
  }

  get isPossible(): boolean {
    return this.#below > 0 || this.#conditions.length > 0;
  }

  /** Sets the flags of rows that have none. */
  add(record: ChunkRecord, nulls: Uint8Array): void {
    const { rows } = record;
    for (const condition of this.#conditions) {
      const { numbers, nulls: unknown } = condition.read(record);
      const { nullable } = condition.type;
      for (let i = 0; i < rows.count; i++) {
        if (numbers[i] !== 1 || nullable && unknown[i] !== 0) nulls[i] = 1;
      }
    }
    if (this.#below === 0) return;
    if (this.#exactly !== undefined) {
      this.#exactly.mark({ rows }, nulls);
      return;
    }
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
export function sieve(
  record: ChunkRecord,
  nothing: Nothing,
  out: Rows,
): void {
  const { rows } = record;
  const before = out.nulls;
  const nulls = before ?? out.addNulls();
  if (rows.nulls !== undefined) {
    for (let i = 0; i < rows.count; i++) nulls[i] |= rows.nulls[i];
  }
  nothing.add(record, nulls);
  for (let i = 0; i < rows.count; i++) {
    if (!(out.numbers[i] >= 0)) nulls[i] = 1;
    if (nulls[i] === 1) out.numbers[i] = 0;
  }
}
