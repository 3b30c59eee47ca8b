// Sums over a row's earlier siblings and itself.
import type { Rows } from "../../../core/values/rows.ts";
import type { SourceTable } from "../../table.ts";
import { type Piece, Stretches } from "./children.ts";
import type { Family } from "./family.ts";

/**
 * What has been summed for a record's rows. Rows that rise within one parent are a run: their siblings are gone through
 * once, and the next record goes on where this one ended.
 */
export class Running {
  readonly #stretches: Stretches;
  /** By run: its rows in the record, and the sum so far. */
  #from = new Uint32Array(0);
  #totals = new Float64Array(0);
  #runs = 0;
  /** Of the run before: the first of its siblings, the first that it did not reach, and the sum up to there. */
  #first = -1;
  #known = 0;
  #total = 0;

  constructor(table: SourceTable) {
    this.#stretches = new Stretches(table);
  }

  /**
   * @param valuesOf Computes what is summed for the rows of a piece; NaN is left out.
   * @param out Receives the sums.
   */
  sum(
    rows: Rows,
    family: Family,
    valuesOf: (piece: Piece) => Float64Array,
    out: Float64Array,
  ): void {
    this.#gather(rows, family);
    const { numbers, count } = rows;
    const totals = this.#totals;
    const next = this.#from;
    this.#stretches.each((piece) => {
      if (piece.count === 0) return;
      const values = valuesOf(piece);
      const siblings = piece.record.rows.numbers;
      for (let s = 0; s < piece.count; s++) {
        const run = piece.parents[s];
        let total = totals[run];
        let i = next[run];
        for (let k = piece.starts[s]; k < piece.ends[s]; k++) {
          const value = values[k];
          if (value === value) total += value;
          while (i < count && numbers[i] === siblings[k]) out[i++] = total;
        }
        totals[run] = total;
        next[run] = i;
      }
    });
    if (this.#runs > 0) this.#total = totals[this.#runs - 1];
  }

  #gather({ numbers, count }: Rows, { places, firsts }: Family): void {
    const stretches = this.#stretches;
    stretches.reset(count);
    if (this.#from.length < count) {
      this.#from = new Uint32Array(count);
      this.#totals = new Float64Array(count);
    }
    let runs = 0;
    for (let i = 0; i < count;) {
      const place = places[i];
      const first = firsts[place];
      const from = i;
      do i++; while (
        i < count && places[i] === place && numbers[i] >= numbers[i - 1]
      );
      // The very next row of the run before goes on with its sum, if that is known by now.
      const goesOn = runs === 0 && first === this.#first &&
        numbers[from] >= this.#known;
      stretches.low[runs] = goesOn ? this.#known : first;
      stretches.high[runs] = numbers[i - 1] + 1;
      this.#from[runs] = from;
      this.#totals[runs] = goesOn ? this.#total : 0;
      runs++;
      this.#first = first;
      this.#known = numbers[i - 1] + 1;
    }
    this.#runs = runs;
    stretches.shorten(runs);
  }
}
