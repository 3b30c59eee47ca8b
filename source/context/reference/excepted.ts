// The rows that a reference may not pick: those that other references of the row stand on.
import type { ChunkRecord } from "../../record.ts";
import type { SpanFinder, Spans } from "./spans.ts";
import type { Stand } from "./stand.ts";

export class Excepted {
  readonly #stands: readonly Stand[];
  /** By stand, then by row: the number, or -1 where it stands nowhere. */
  readonly #rows: Float64Array[];
  /** What `within` found, in order. */
  readonly found: Float64Array;

  constructor(stands: readonly Stand[]) {
    this.#stands = stands;
    this.#rows = stands.map(() => new Float64Array(0));
    this.found = new Float64Array(stands.length);
  }

  get isEmpty(): boolean {
    return this.#stands.length === 0;
  }

  /** Finds those of a record's rows, before any is asked for. */
  find(record: ChunkRecord): void {
    const { count } = record.rows;
    const landings = this.#stands.map((stand) => stand.land(record));
    for (const [s, landing] of landings.entries()) {
      if (this.#rows[s].length < count) this.#rows[s] = new Float64Array(count);
      const rows = this.#rows[s];
      const { places } = landing;
      const { numbers, nulls } = landing.record.rows;
      for (let i = 0; i < count; i++) {
        const place = places === undefined ? i : places[i];
        rows[i] = nulls !== undefined && nulls[place] === 1
          ? -1
          : numbers[place];
      }
    }
  }

  /** Whether a row is not for the i-th row of the record. */
  has(i: number, row: number): boolean {
    for (const rows of this.#rows) if (rows[i] === row) return true;
    return false;
  }

  /** How many different ones lie in a span; they then stand in `found`, in rising order. */
  within(i: number, low: number, high: number): number {
    const { found } = this;
    let count = 0;
    for (const rows of this.#rows) {
      const row = rows[i];
      if (!(row >= low && row < high)) continue;
      let at = count;
      while (at > 0 && found[at - 1] > row) at--;
      if (at > 0 && found[at - 1] === row) continue;
      found.copyWithin(at + 1, at, count);
      found[at] = row;
      count++;
    }
    return count;
  }

  /** The row that a number stands for when those that `within` found are not counted. */
  skip(row: number, count: number): number {
    for (let e = 0; e < count && row >= this.found[e]; e++) row++;
    return row;
  }
}

/**
 * Finds the spans of a record's rows and what is excepted in them.
 *
 * Finding either may pick by the same reference for other rows (those of a tree), so what is found last has looked
 * everything up before.
 */
export function findChoices(
  record: ChunkRecord,
  find: SpanFinder,
  spans: Spans,
  excepted: Excepted,
): void {
  if (!excepted.isEmpty) excepted.find(record);
  find(record, spans);
  if (!excepted.isEmpty) excepted.find(record);
}
