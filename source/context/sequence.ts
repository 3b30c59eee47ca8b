// Where a row stands in the sequence it belongs to: that of its table, or of its siblings in a table made per another.
import type { PartialRecord } from "../../core/generator.ts";
import type { ChunkRecord } from "../record.ts";
import type { ReferenceContext } from "./reference/reference.ts";

export class SequenceContext {
  readonly #references: ReferenceContext;
  #lengths = new Float64Array(0);

  constructor(references: ReferenceContext) {
    this.#references = references;
  }

  /** The position of each row in its sequence, from 0. */
  positions(record: PartialRecord): Float64Array {
    const { rows } = record;
    const family = this.#references.family(record as ChunkRecord);
    if (family === undefined) return rows.numbers;
    return kept(record, "positions", (out) => {
      const { places, firsts } = family;
      for (let i = 0; i < rows.count; i++) {
        out[i] = rows.numbers[i] - firsts[places[i]];
      }
    });
  }

  /** How many rows there are in each row's sequence. */
  lengths(record: PartialRecord, tableRows: number): Float64Array {
    const { rows } = record;
    const family = this.#references.family(record as ChunkRecord);
    if (family !== undefined) {
      return kept(record, "lengths", (out) => {
        const { places, firsts, ends } = family;
        for (let i = 0; i < rows.count; i++) {
          out[i] = ends[places[i]] - firsts[places[i]];
        }
      });
    }
    if (this.#lengths.length < rows.count) {
      this.#lengths = new Float64Array(rows.count);
    }
    return this.#lengths.fill(tableRows, 0, rows.count);
  }
}

/** Numbers of a record's rows that are computed once. */
function kept(
  record: PartialRecord,
  key: string,
  compute: (out: Float64Array) => void,
): Float64Array {
  const { rows } = record;
  return (record as ChunkRecord).keep(key, () => new Numbers(), (numbers) => {
    compute(numbers.reset(rows.count));
  }).array;
}

class Numbers {
  array = new Float64Array(0);

  reset(count: number): Float64Array {
    if (this.array.length < count) this.array = new Float64Array(count);
    return this.array;
  }
}
