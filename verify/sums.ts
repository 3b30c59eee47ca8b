// Compares two bags of rows, in any order, in memory that does not grow: each row's hash is added where it is found and
// taken away where it is expected, in one of 65,536 buckets. All is zero where the bags are equal; where they are not,
// the buckets tell which rows to look at again.
import type { Cells } from "./cells.ts";
import { RowHashes } from "./row_hash.ts";

const BUCKETS = 65_536;

export class Sums {
  /** Positions of the columns by which rows are put into buckets: those of a key, so that a changed row keeps its own. */
  readonly #key: readonly number[];
  readonly #rows: RowHashes;
  readonly #keys: RowHashes;
  readonly #a = new Int32Array(BUCKETS);
  readonly #b = new Int32Array(BUCKETS);
  readonly #counts = new Float64Array(BUCKETS);

  constructor(key: readonly number[], batch: number) {
    this.#key = key;
    this.#rows = new RowHashes(batch);
    this.#keys = key.length === 0 ? this.#rows : new RowHashes(batch);
  }

  /** Hashes a batch; the other methods speak of it until the next. */
  hash(cells: readonly Cells[], count: number): void {
    this.#rows.of(cells, count);
    if (this.#key.length > 0) {
      this.#keys.of(this.#key.map((i) => cells[i]), count);
    }
  }

  bucket(i: number): number {
    return (this.#keys.b[i] ^ this.#keys.a[i] >>> 16) & (BUCKETS - 1);
  }

  /** The hash of row `i`, in 53 bits. */
  hashAt(i: number): number {
    return (this.#rows.a[i] >>> 0) * 2097152 + (this.#rows.b[i] >>> 11);
  }

  /** Adds the batch's rows (`sign` 1), or takes them away (-1). */
  add(count: number, sign: number): void {
    const { a, b } = this.#rows;
    for (let i = 0; i < count; i++) {
      const bucket = this.bucket(i);
      this.#a[bucket] += sign * a[i];
      this.#b[bucket] += sign * b[i];
      this.#counts[bucket] += sign;
    }
  }

  /** Buckets whose rows differ. */
  different(): Set<number> {
    const buckets = new Set<number>();
    for (let i = 0; i < BUCKETS; i++) {
      if (this.#a[i] !== 0 || this.#b[i] !== 0 || this.#counts[i] !== 0) {
        buckets.add(i);
      }
    }
    return buckets;
  }

  static get buckets(): number {
    return BUCKETS;
  }
}
