// Random words as all that makes values sees them. What makes them is in random_stream.ts.
import type { Rows } from "./rows.ts";

/**
 * Counter-based random words: the word of (row, draw) is a hash of the stream's key, the row and the draw,
 * so any can be had alone. Draws are numbered from 0 to 65,535; use another number for each independent decision.
 */
export interface RandomStream {
  /** 32 random bits for each row, as signed integers. */
  words(rows: Rows, draw: number, out: Int32Array | Uint32Array): void;
  /** Integers 0 ≤ x < n for each row, exactly uniform. n is a whole number, 1 to 2^53. */
  below(
    rows: Rows,
    draw: number,
    n: number,
    out: Float64Array | Uint32Array,
  ): void;
  /** As `below`, with an n of its own for each row: what `belowAt` gives. `out` may be `sizes`. */
  belowEach(
    rows: Rows,
    draw: number,
    sizes: Float64Array,
    out: Float64Array,
  ): void;
  /** Multiples of 2^-52 with 0 ≤ x < 1 for each row. */
  fractions(rows: Rows, draw: number, out: Float64Array): void;
  /** One row's 32 random bits, unsigned. */
  wordAt(row: number, draw: number): number;
  /** One row's integer 0 ≤ x < n. */
  belowAt(row: number, draw: number, n: number): number;
  /** One row's fraction. */
  fractionAt(row: number, draw: number): number;
}
