// Hashes of a chunk's messages in hexadecimal digits: the caller writes each message to where it is told, and nothing is
// allocated for it.
import { kernelHasher } from "./kernels/hashes.ts";
import { digesterOf, hasOwnSha256 } from "../runtime.ts";
import { HEX } from "./uuid_text.ts";

export type HashAlgorithm = "md5" | "sha1" | "sha256";

/** Bytes of each algorithm's result. */
export const HASH_BYTES: Readonly<Record<HashAlgorithm, number>> = {
  md5: 16,
  sha1: 20,
  sha256: 32,
};

/** Takes messages one after another, and writes their digits in the same order, nothing between them. */
export interface Hasher {
  /** Where messages are written to; `place` may take another one. */
  readonly memory: Uint8Array;
  /** Begins with a chunk of messages, whose digits go to `out` from its beginning on. */
  start(out: Uint8Array): void;
  /** Where in `memory` the next message goes, which has so many bytes; undefined where it is too long. */
  place(length: number): number | undefined;
  /** Sees to it that the digits of all messages are where they belong. */
  finish(): void;
}

/** Messages after which loading the kernels has paid. */
const WORTH_MESSAGES = 20_000;
/** Messages up to this length have views that are made once. */
const VIEWED = 256;

/** Gives the hasher for a chunk of so many messages: the same digits from each. */
export function hashersOf(algorithm: HashAlgorithm): (count: number) => Hasher {
  const plain = new PlainHasher(algorithm);
  let kernel: Hasher | undefined;
  let asked = 0;
  return (count) => {
    // The processor's own instructions, which Bun uses, are faster yet.
    if (algorithm === "sha256" && hasOwnSha256) return plain;
    if (asked < WORTH_MESSAGES) {
      asked += count;
      if (asked >= WORTH_MESSAGES) kernel = kernelHasher(algorithm);
    }
    return kernel ?? plain;
  };
}

/** By the runtime's own functions, one message after another. */
export class PlainHasher implements Hasher {
  memory: Uint8Array<ArrayBuffer> = new Uint8Array(VIEWED);
  readonly #digest: (message: Uint8Array, out: Uint8Array) => void;
  readonly #result: Uint8Array<ArrayBuffer>;
  #views: Uint8Array[] = [];
  #digits: Uint16Array = new Uint16Array(0);
  #at = 0;
  /** Of the message that is in memory; -1 where there is none. */
  #length = -1;

  constructor(algorithm: HashAlgorithm) {
    this.#digest = digesterOf(algorithm);
    this.#result = new Uint8Array(HASH_BYTES[algorithm]);
  }

  start(out: Uint8Array): void {
    this.#digits = new Uint16Array(
      out.buffer,
      out.byteOffset,
      out.length >>> 1,
    );
    this.#at = 0;
  }

  place(length: number): number {
    this.finish();
    if (this.memory.length < length) {
      this.memory = new Uint8Array(2 * length);
      this.#views = [];
    }
    this.#length = length;
    return 0;
  }

  finish(): void {
    const length = this.#length;
    if (length < 0) return;
    this.#length = -1;
    const result = this.#result;
    this.#digest(this.#message(length), result);
    const digits = this.#digits;
    let at = this.#at;
    for (let i = 0; i < result.length; i++) digits[at++] = HEX[result[i]];
    this.#at = at;
  }

  #message(length: number): Uint8Array {
    if (length > VIEWED) return this.memory.subarray(0, length);
    return this.#views[length] ??= this.memory.subarray(0, length);
  }
}
