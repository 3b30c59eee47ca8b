// MD5, SHA-1 and SHA-256 of many short messages, four at a time.
import { HASH_BYTES, type HashAlgorithm, type Hasher } from "../hasher.ts";
import { HASHES } from "./hashes_bytes.ts";
import { loadProgram } from "./load.ts";

/** Where what stands in the memory of the kernels, and how much: see hashes.as. */
const STARTS = 4096;
const COUNTS = 5120;
const OUT = 7168;
const INPUT = 24576;
const END = 65536;
/** Messages at once. */
const MESSAGES = 256;
const BLOCK = 64;
/** The mark behind a message, and its length in bits. */
const TAIL = 9;

interface Exports extends Record<HashAlgorithm, (count: number) => void> {
  memory: WebAssembly.Memory;
}

class KernelHasher implements Hasher {
  readonly memory: Uint8Array;
  readonly #hash: (count: number) => void;
  readonly #isLittle: boolean;
  readonly #view: DataView;
  readonly #starts: Int32Array;
  readonly #counts: Int32Array;
  readonly #digits: number;
  #out: Uint8Array = new Uint8Array(0);
  #done = 0;
  #count = 0;
  /** Behind the last message; all that stands from here on is 0. */
  #end = INPUT;

  constructor(exports: Exports, algorithm: HashAlgorithm) {
    const { buffer } = exports.memory;
    this.memory = new Uint8Array(buffer);
    this.#view = new DataView(buffer);
    this.#starts = new Int32Array(buffer, STARTS, MESSAGES);
    this.#counts = new Int32Array(buffer, COUNTS, MESSAGES);
    this.#hash = exports[algorithm];
    this.#isLittle = algorithm === "md5";
    this.#digits = 2 * HASH_BYTES[algorithm];
  }

  start(out: Uint8Array): void {
    this.#out = out;
    this.#done = 0;
  }

  place(length: number): number | undefined {
    const blocks = ((length + TAIL - 1) >>> 6) + 1;
    const bytes = blocks * BLOCK;
    if (this.#count === MESSAGES || this.#end + bytes > END) {
      if (bytes > END - INPUT) return undefined;
      this.finish();
    }
    const start = this.#end;
    const end = this.#end = start + bytes;
    this.#starts[this.#count] = start;
    this.#counts[this.#count++] = blocks;
    this.memory[start + length] = 0x80;
    // No message has 2^32 bits.
    if (this.#isLittle) this.#view.setInt32(end - 8, length << 3, true);
    else this.#view.setInt32(end - 4, length << 3);
    return start;
  }

  finish(): void {
    const count = this.#count;
    if (count === 0) return;
    // Four at a time: what fills up has no blocks.
    for (let i = count; i & 3; i++) {
      this.#starts[i] = INPUT;
      this.#counts[i] = 0;
    }
    const hash = this.#hash;
    hash(count);
    const length = count * this.#digits;
    this.#out.set(this.memory.subarray(OUT, OUT + length), this.#done);
    this.#done += length;
    this.memory.fill(0, INPUT, this.#end);
    this.#count = 0;
    this.#end = INPUT;
  }
}

/** Undefined where the processor or the engine has no SIMD, or no memory for it. */
export function kernelHasher(algorithm: HashAlgorithm): Hasher | undefined {
  const exports = loadProgram(HASHES);
  return exports && new KernelHasher(exports as unknown as Exports, algorithm);
}
