// What a source has made so far.

export class StatsContext {
  #rows = 0;
  #bytes = 0;

  /** Counts records that have been encoded. */
  add(rows: number, bytes: number): void {
    this.#rows += rows;
    this.#bytes += bytes;
  }

  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#bytes;
  }
}
