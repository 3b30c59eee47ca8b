// Where a row stands in the sequences of its table.
import type { PartialRecord } from "../../core/generator.ts";

export class SequenceContext {
  #lengths = new Float64Array(0);

  /** The position of each row in its sequence, from 0: in a table of `rows`, the row's number. */
  positions(record: PartialRecord): Float64Array {
    return record.rows.numbers;
  }

  /** How many rows there are in each row's sequence: those of its table. */
  lengths(record: PartialRecord, tableRows: number): Float64Array {
    if (this.#lengths.length < record.rows.count) {
      this.#lengths = new Float64Array(record.rows.count);
    }
    return this.#lengths.fill(tableRows, 0, record.rows.count);
  }
}
