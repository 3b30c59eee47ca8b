// The loops over random words as WebAssembly with SIMD: each takes about a third of the time of its twin in TypeScript.
import type { Rows } from "../rows.ts";
import { KERNELS } from "./bytes.ts";
import { loadProgram } from "./load.ts";

/** Rows that a kernel takes at once, and where in its memory they stand; see kernels.as. */
const BLOCK = 1024;
const OUT = 4 * BLOCK;
/** Fewer rows are done before a kernel has been given them. */
const LEAST_ROWS = 64;
/** A run that asks for fewer random words than this is over before compiling has paid. */
const WORTH_WORDS = 200_000;

/** The exports of kernels.as. */
interface Exports {
  memory: WebAssembly.Memory;
  words(count: number, a: number, b: number): void;
  indexesBelow(
    count: number,
    a: number,
    b: number,
    n: number,
    reject: number,
  ): number;
  numbersBelow(
    count: number,
    a: number,
    b: number,
    n: number,
    reject: number,
  ): number;
  largeBelow(
    count: number,
    a: number,
    b: number,
    c: number,
    d: number,
    part: number,
    limit: number,
  ): number;
  fractions(count: number, a: number, b: number, c: number, d: number): void;
  permuteRows(
    count: number,
    high: number,
    k0: number,
    k1: number,
    k2: number,
    k3: number,
  ): void;
}

type Numbers = Int32Array | Uint32Array | Float64Array;

/** Rows are given with one high word; those that say `boolean` give false where some value must be drawn again. */
export class Kernels {
  readonly #exports: Exports;
  readonly #low: Int32Array;
  readonly #words: Uint32Array;
  readonly #moreWords: Uint32Array;
  readonly #numbers: Float64Array;

  constructor(exports: Exports) {
    this.#exports = exports;
    const { buffer } = exports.memory;
    this.#low = new Int32Array(buffer, 0, BLOCK);
    this.#words = new Uint32Array(buffer, OUT, BLOCK);
    this.#moreWords = new Uint32Array(buffer, OUT + 4 * BLOCK, BLOCK);
    this.#numbers = new Float64Array(buffer, OUT, BLOCK);
  }

  words(
    rows: Rows,
    a: number,
    b: number,
    out: Int32Array | Uint32Array,
  ): void {
    this.#each(rows, (block, from) => {
      this.#exports.words(block, a, b);
      store(this.#words, out, from, block);
    });
  }

  below(
    rows: Rows,
    a: number,
    b: number,
    n: number,
    reject: number,
    out: Uint32Array | Float64Array,
  ): boolean {
    const isIndexes = out instanceof Uint32Array;
    let rejected = 0;
    this.#each(rows, (block, from) => {
      rejected |= isIndexes
        ? this.#exports.indexesBelow(block, a, b, n, reject)
        : this.#exports.numbersBelow(block, a, b, n, reject);
      store(isIndexes ? this.#words : this.#numbers, out, from, block);
    });
    return rejected === 0;
  }

  largeBelow(
    rows: Rows,
    a: number,
    b: number,
    c: number,
    d: number,
    part: number,
    limit: number,
    out: Float64Array,
  ): boolean {
    let rejected = 0;
    this.#each(rows, (block, from) => {
      rejected |= this.#exports.largeBelow(block, a, b, c, d, part, limit);
      store(this.#numbers, out, from, block);
    });
    return rejected === 0;
  }

  fractions(
    rows: Rows,
    a: number,
    b: number,
    c: number,
    d: number,
    out: Float64Array,
  ): void {
    this.#each(rows, (block, from) => {
      this.#exports.fractions(block, a, b, c, d);
      store(this.#numbers, out, from, block);
    });
  }

  permuteRows(
    rows: Rows,
    k0: number,
    k1: number,
    k2: number,
    k3: number,
    left: Uint32Array,
    right: Uint32Array,
  ): void {
    this.#each(rows, (block, from) => {
      this.#exports.permuteRows(block, rows.high, k0, k1, k2, k3);
      store(this.#words, left, from, block);
      store(this.#moreWords, right, from, block);
    });
  }

  /** Takes the rows in, a block at a time; what stands behind them is made too, and nobody looks at it. */
  #each(
    { low, count }: Rows,
    make: (block: number, from: number) => void,
  ): void {
    for (let from = 0; from < count; from += BLOCK) {
      const block = Math.min(BLOCK, count - from);
      const isWhole = from === 0 && low.length === BLOCK;
      this.#low.set(isWhole ? low : low.subarray(from, from + block));
      make(block, from);
    }
  }
}

function store(made: Numbers, out: Numbers, from: number, block: number): void {
  out.set(block === BLOCK ? made : made.subarray(0, block), from);
}

let kernels: Kernels | undefined;
let asked = 0;

/**
 * The kernels, where so many rows are worth it; undefined where the caller does better by itself: for few rows, early
 * in a run, and where there is no WebAssembly with SIMD.
 */
export function kernelsFor(rows: Rows): Kernels | undefined {
  if (rows.count < LEAST_ROWS || rows.high < 0) return undefined;
  if (kernels === undefined && asked < WORTH_WORDS) {
    asked += rows.count;
    if (asked >= WORTH_WORDS) kernels = loadKernels();
  }
  return kernels;
}

/** Undefined where the processor or the engine has no SIMD, or no memory for it. */
export function loadKernels(): Kernels | undefined {
  const exports = loadProgram(KERNELS);
  return exports && new Kernels(exports as unknown as Exports);
}
