// The siblings that rows stand among in a table made per another, and their parents.
import type { ChildCounts } from "../../../core/values/child_counts.ts";
import { Rows } from "../../../core/values/rows.ts";
import { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import { Places } from "./stand.ts";

/** So many parents without children are passed one by one before the next is looked for. */
const MAX_PASSED = 8;
const NONE = -1;

/** The parents of a record's rows. Rows of one parent that stand side by side share a place. */
export class Family {
  /** The parents; where there is no child, there is none. */
  readonly record: ChunkRecord;
  readonly #parents = new Rows(0);
  readonly #counts: ChildCounts;
  readonly #places = new Places();
  /** By place: the first of the siblings, and the first row after them. */
  #firsts = new Float64Array(0);
  #ends = new Float64Array(0);

  constructor(parents: SourceTable, counts: ChildCounts) {
    this.record = new ChunkRecord(parents);
    this.#counts = counts;
  }

  /** For each child, which of the record's rows is its parent. */
  get places(): Uint32Array {
    return this.#places.array;
  }

  get firsts(): Float64Array {
    return this.#firsts;
  }

  get ends(): Float64Array {
    return this.#ends;
  }

  gather({ numbers, nulls, count }: Rows): void {
    const parents = this.#parents;
    parents.reset(count);
    const missing = nulls === undefined ? undefined : parents.addNulls();
    if (this.#firsts.length < count) {
      this.#firsts = new Float64Array(count);
      this.#ends = new Float64Array(count);
    }
    const places = this.#places.reset(count);
    let place = -1;
    let first = 0;
    let end = 0;
    for (let i = 0; i < count; i++) {
      const row = numbers[i];
      if (missing !== undefined && nulls![i] === 1) {
        place++;
        parents.numbers[place] = 0;
        missing[place] = 1;
        this.#firsts[place] =
          this.#ends[place] =
          first =
          end =
            0;
      } else if (row < first || row >= end) {
        let parent = NONE;
        if (row === end && end > first) {
          // The next one with children, whose first child this is.
          first = end;
          for (let passed = 1; passed <= MAX_PASSED && end <= row; passed++) {
            parent = parents.numbers[place] + passed;
            end = this.#counts.first(parent + 1);
          }
        }
        if (parent === NONE || end <= row) {
          parent = this.#counts.parentOf(row);
          first = this.#counts.first(parent);
          end = this.#counts.first(parent + 1);
        }
        place++;
        parents.numbers[place] = parent;
        this.#firsts[place] = first;
        this.#ends[place] = end;
      }
      places[i] = place;
    }
    parents.count = place + 1;
    this.record.start(parents.seal());
  }
}
