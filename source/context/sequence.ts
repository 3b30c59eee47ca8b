// Where a row stands in the sequences of its table.
import type { PartialRecord } from "../../core/generator.ts";

export class SequenceContext {
  /** The position of each row in its sequence, from 0: in a table of `rows`, the row's number. */
  positions(record: PartialRecord): Float64Array {
    return record.rows.numbers;
  }
}
