// Memory that a fill reuses from chunk to chunk: it grows with the largest chunk and is never given back.

/** Random words of a chunk. Take it after reading other columns: a reference may run the same fill in between. */
export class WordScratch {
  #words = new Uint32Array(0);

  of(count: number): Uint32Array {
    if (this.#words.length < count) this.#words = new Uint32Array(count);
    return this.#words;
  }
}

/** Flags of a chunk's rows. */
export class FlagScratch {
  #flags = new Uint8Array(0);

  of(count: number): Uint8Array {
    if (this.#flags.length < count) this.#flags = new Uint8Array(count);
    return this.#flags;
  }
}

/** Indexes that are all 0. */
export class ZeroScratch {
  #zeros = new Uint32Array(0);

  of(count: number): Uint32Array {
    if (this.#zeros.length < count) this.#zeros = new Uint32Array(count);
    return this.#zeros;
  }
}
