// One COPY from here into a table: bytes go in, and it ends with every row in the table or none.
import { Buffer } from "node:buffer";
import type { Writable } from "node:stream";

/** What is written at once is at most this long. */
const BLOCK = 256 << 10;
/** Milliseconds in which the reason for a broken stream arrives. */
const PATIENCE = 1000;

/** A query of postgres.js, with what it does not tell of itself: the functions that settle it can be replaced. */
interface Query {
  active: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  cancel(): void;
}

export class Copy {
  readonly #stream: Writable;
  readonly #query: Query;
  /** What the server makes of the whole COPY. */
  readonly #outcome: Promise<unknown>;
  #onEnd: ((error: unknown) => void) | undefined;
  #error: unknown;

  constructor(query: unknown, stream: Writable) {
    this.#stream = stream;
    this.#query = query as Query;
    // postgres.js settles the query with the stream, and loses what the server says in the end (porsager/postgres#1173):
    // it calls the query's own functions, which have nobody listening any more. So we listen.
    this.#outcome = new Promise((resolve, reject) => {
      Object.assign(this.#query, { resolve, reject, active: true });
    });
    this.#outcome.catch((error) => {
      this.#error = error;
      this.#onEnd?.(error);
    });
    // The outcome tells the same.
    stream.on("error", () => {});
  }

  /** Sends bytes, and returns once they may be overwritten. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const block = bytes.subarray(at, at + BLOCK);
      await this.orEnd(
        new Promise<void>((resolve, reject) => {
          const { buffer, byteOffset, length } = block;
          this.#stream.write(
            Buffer.from(buffer, byteOffset, length),
            (error) => error ? reject(error) : resolve(),
          );
        }),
      );
    }
  }

  /** Waits for something, or throws as soon as the server has ended the COPY. */
  async orEnd<T>(promise: Promise<T>): Promise<T> {
    if (this.#error !== undefined) throw this.#error;
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#onEnd = reject;
        promise.then(resolve, reject);
      });
    } catch (thrown) {
      // A stream that breaks says less than the server that broke it.
      throw this.#error ?? await this.#reason() ?? thrown;
    }
  }

  /** What the server has said, or says soon. */
  async #reason(): Promise<unknown> {
    await this.#settled();
    return this.#error;
  }

  /** Ends the rows; returns when they are in the table. */
  async finish(): Promise<void> {
    this.#stream.end();
    await this.#outcome;
  }

  /** Ends the COPY without any of its rows; a server that waits for a lock does not hear of it but by a cancel. */
  async abort(): Promise<void> {
    if (this.#error !== undefined) return;
    this.#stream.destroy(new Error("thrust has stopped"));
    if (await this.#settled()) return;
    this.#query.cancel();
    await this.#settled();
  }

  /** Whether the server ends the COPY soon. */
  async #settled(): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE);
    });
    const ended = this.#outcome.then(() => true, () => true);
    const settled = await Promise.race([ended, timeout]);
    clearTimeout(timer);
    return settled;
  }
}
