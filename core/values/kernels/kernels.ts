// The loops over random words as WebAssembly with SIMD: each takes about a third of the time of its twin in TypeScript.
import type { Rows } from "../rows.ts";
import { KERNELS } from "./bytes.ts";

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
    { low, count }: Rows,
    a: number,
    b: number,
    out: Int32Array | Uint32Array,
  ): void {
    for (let from = 0; from < count; from += BLOCK) {
      const block = this.#load(low, from, count);
      this.#exports.words(block, a, b);
      store(this.#words, out, from, block);
    }
  }

  below(
    { low, count }: Rows,
    a: number,
    b: number,
    n: number,
    reject: number,
    out: Uint32Array | Float64Array,
  ): boolean {
    const isIndexes = out instanceof Uint32Array;
    let rejected = 0;
    for (let from = 0; from < count; from += BLOCK) {
      const block = this.#load(low, from, count);
      if (isIndexes) {
        rejected |= this.#exports.indexesBelow(block, a, b, n, reject);
        store(this.#words, out, from, block);
      } else {
        rejected |= this.#exports.numbersBelow(block, a, b, n, reject);
        store(this.#numbers, out, from, block);
      }
    }
    return rejected === 0;
  }

  largeBelow(
    { low, count }: Rows,
    a: number,
    b: number,
    c: number,
    d: number,
    part: number,
    limit: number,
    out: Float64Array,
  ): boolean {
    let rejected = 0;
    for (let from = 0; from < count; from += BLOCK) {
      const block = this.#load(low, from, count);
      rejected |= this.#exports.largeBelow(block, a, b, c, d, part, limit);
      store(this.#numbers, out, from, block);
    }
    return rejected === 0;
  }

  fractions(
    { low, count }: Rows,
    a: number,
    b: number,
    c: number,
    d: number,
    out: Float64Array,
  ): void {
    for (let from = 0; from < count; from += BLOCK) {
      const block = this.#load(low, from, count);
      this.#exports.fractions(block, a, b, c, d);
      store(this.#numbers, out, from, block);
    }
  }

  permuteRows(
    { low, high, count }: Rows,
    k0: number,
    k1: number,
    k2: number,
    k3: number,
    left: Uint32Array,
    right: Uint32Array,
  ): void {
    for (let from = 0; from < count; from += BLOCK) {
      const block = this.#load(low, from, count);
      this.#exports.permuteRows(block, high, k0, k1, k2, k3);
      store(this.#words, left, from, block);
      store(this.#moreWords, right, from, block);
    }
  }

  /** Takes up to a block of rows in; what stands behind them is made too, and nobody looks at it. */
  #load(low: Int32Array, from: number, count: number): number {
    const block = Math.min(BLOCK, count - from);
    const isWhole = from === 0 && low.length === BLOCK;
    this.#low.set(isWhole ? low : low.subarray(from, from + block));
    return block;
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
  try {
    const bytes = Uint8Array.from(atob(KERNELS), (char) => char.charCodeAt(0));
    const module = new WebAssembly.Module(bytes);
    const instance = new WebAssembly.Instance(module);
    return new Kernels(instance.exports as unknown as Exports);
  } catch {
    return undefined;
  }
}
