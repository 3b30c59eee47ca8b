// Weighted choice in constant time.
import type { RandomStream } from "./random.ts";
import type { Rows } from "./rows.ts";

const TWO_32 = 4294967296;
/** Beyond, a random word times the number of entries would be too inexact. */
const MAX_ENTRIES = 0x8000000;

/**
 * Walker's alias table, built by Vose's method: Vose (1991), "A linear algorithm for generating random numbers with a
 * given distribution".
 *
 * A random fraction times the number of entries falls into a cell, and there on the entry's own side or its alias's.
 * The fraction has 32 bits, and 32 more in the rare case that those cannot decide, so a probability is off by at most
 * 2^-52. Where weights are whole numbers (and their sum times the entries is below 2^53), the table itself is exact.
 * An entry without weight is never picked. Up to 2^27 entries; from 2^21 on a position within a cell is rounded to a
 * multiple of at most 64 of its 2^32 parts.
 */
export class AliasTable {
  readonly size: number;
  /** Where in its cell an entry gives way to its alias: 0 to 2^32. */
  readonly #limits: Float64Array;
  readonly #aliases: Uint32Array;

  /**
   * @param weights Weights, or what `buildAlias` has made of them.
   * @throws {RangeError} If there is no entry or no weight, or if a weight is negative or not finite.
   */
  constructor(weights: ArrayLike<number> | AliasParts) {
    const { limits, aliases } = "limits" in weights
      ? weights
      : buildAlias(weights);
    this.size = limits.length;
    this.#limits = limits;
    this.#aliases = aliases;
  }

  /** An entry's number for each row. Uses the draws `draw` and, rarely, `draw + 1`. */
  pick(
    stream: RandomStream,
    rows: Rows,
    draw: number,
    out: Uint32Array,
  ): void {
    const { size } = this;
    const limits = this.#limits;
    const aliases = this.#aliases;
    const { count } = rows;
    stream.words(rows, draw, out);
    for (let i = 0; i < count; i++) {
      const product = out[i] * size;
      const cell = (product / TWO_32) | 0;
      const position = product - cell * TWO_32;
      const limit = limits[cell];
      // The next 32 bits would add less than `size` to the position.
      if (position >= limit) {
        out[i] = position + size <= TWO_32
          ? aliases[cell]
          : this.#decide(cell, position, stream, rows.numbers[i], draw);
      } else {
        out[i] = position + size <= limit
          ? cell
          : this.#decide(cell, position, stream, rows.numbers[i], draw);
      }
    }
  }

  /** One row's entry. */
  pickAt(stream: RandomStream, row: number, draw: number): number {
    const product = stream.wordAt(row, draw) * this.size;
    const cell = Math.floor(product / TWO_32);
    return this.#decide(cell, product - cell * TWO_32, stream, row, draw);
  }

  #decide(
    cell: number,
    position: number,
    stream: RandomStream,
    row: number,
    draw: number,
  ): number {
    position += stream.wordAt(row, draw + 1) / TWO_32 * this.size;
    if (position >= TWO_32) {
      position -= TWO_32;
      cell++;
    }
    return position < this.#limits[cell] ? cell : this.#aliases[cell];
  }
}

/** An alias table as plain data, in memory that all workers share. */
export interface AliasParts {
  limits: Float64Array<SharedArrayBuffer>;
  aliases: Uint32Array<SharedArrayBuffer>;
}

/** @throws {RangeError} As the table's constructor does. */
export function buildAlias(weights: ArrayLike<number>): AliasParts {
  const size = weights.length;
  if (size === 0 || size > MAX_ENTRIES) {
    throw new RangeError(
      `Cannot choose by weight: there are ${size} entries, not 1 to ${MAX_ENTRIES}`,
    );
  }
  let total = 0;
  for (let i = 0; i < size; i++) {
    if (!(weights[i] >= 0)) {
      throw new RangeError(`Cannot choose by weight: one is ${weights[i]}`);
    }
    total += weights[i];
  }
  if (!(total > 0 && total * size < Infinity)) {
    throw new RangeError(
      `Cannot choose by weight: the weights sum to ${total}`,
    );
  }
  const limits = new Float64Array(new SharedArrayBuffer(8 * size))
    .fill(TWO_32);
  const aliases = new Uint32Array(new SharedArrayBuffer(4 * size));
  // Shares in units in which a cell holds `total`: no division, so whole weights stay whole.
  const shares = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    aliases[i] = i;
    shares[i] = weights[i] * size;
  }
  fill({ limits, aliases }, shares, total);
  return { limits, aliases };
}

function fill(
  { limits, aliases }: AliasParts,
  shares: Float64Array,
  total: number,
): void {
  const size = shares.length;
  // Two stacks in one array: the small ones from its start, the large ones from its end.
  const stacks = new Uint32Array(size + 1);
  let small = 0;
  let large = size;
  for (let i = size - 1; i >= 0; i--) {
    if (shares[i] >= total) stacks[large--] = i;
    else if (shares[i] > 0) stacks[small++] = i;
  }
  // Those without weight come first, while there surely is something to fill their cells.
  for (let i = size - 1; i >= 0; i--) {
    if (shares[i] === 0) stacks[small++] = i;
  }
  while (small > 0 && large < size) {
    const less = stacks[--small];
    const more = stacks[large + 1];
    limits[less] = shares[less] / total * TWO_32;
    aliases[less] = more;
    shares[more] -= total - shares[less];
    if (shares[more] < total) {
      large++;
      stacks[small++] = more;
    }
  }
  // What rounding leaves over fills its cell alone.
}
