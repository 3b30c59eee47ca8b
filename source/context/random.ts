// The random streams of a worker, by address.
import type { RandomStream } from "../../core/generator.ts";
import { randomStream } from "../../core/values/random_stream.ts";

/** Hands out streams by address. Streams have no state, so any number may share an address. */
export class RandomContext {
  readonly #seed: string;
  readonly #streams = new Map<string, RandomStream>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** @param what A column, or the handle of a thing that several columns share. */
  stream(table: string, what: string, purpose: string): RandomStream {
    const address = `${table}\0${what}\0${purpose}`;
    let stream = this.#streams.get(address);
    if (stream === undefined) {
      stream = randomStream(this.#seed, table, what, purpose);
      this.#streams.set(address, stream);
    }
    return stream;
  }

  /** What has been asked for: tables, what and purposes. */
  addresses(): [table: string, what: string, purpose: string][] {
    return [...this.#streams.keys()].map((address) => {
      const [table, ...rest] = address.split("\0");
      // What stands inside a column has the separator in its name.
      return [table, rest.slice(0, -1).join("\0"), rest.at(-1)!];
    });
  }
}
