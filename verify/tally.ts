// What is counted of a column while its rows go by.
import { type Cells, NULL, ODD } from "./cells.ts";
import { ChildrenTally } from "./children.ts";
import type { ColumnPromises } from "./promises.ts";

export class Tally {
  readonly promises: ColumnPromises;
  rows = 0;
  nulls = 0;
  /** Values that are none of the column's type. */
  odd = 0;
  /** Of numbers. */
  min = Infinity;
  max = -Infinity;
  /** Whether every number is above the one before, and none is NULL. */
  rising = true;
  /** Counts of the law's cells, and of what is in none. */
  readonly counts: Float64Array;
  outside = 0;
  readonly children?: ChildrenTally;

  constructor(promises: ColumnPromises) {
    this.promises = promises;
    const { children } = promises;
    this.children = children && new ChildrenTally(children);
    this.counts = new Float64Array(promises.law?.probabilities.length ?? 0);
  }

  /** Adds a batch. */
  add(cells: Cells, count: number): void {
    this.rows += count;
    const { states } = cells;
    let others = 0;
    for (let i = 0; i < count; i++) {
      if (states[i] === NULL) this.nulls++;
      else if (states[i] === ODD) this.odd++;
      else continue;
      others++;
    }
    if (others > 0) this.rising = false;
    if (cells.storage === "numbers") this.#addNumbers(cells, count);
    else this.rising = false;
    this.children?.add(cells, count);
    const { law } = this.promises;
    if (law === undefined) return;
    for (let i = 0; i < count; i++) {
      if (states[i] !== 0) continue;
      const cell = law.cellOf(cells, i);
      if (cell < 0) this.outside++;
      else this.counts[cell]++;
    }
  }

  #addNumbers({ numbers, states }: Cells, count: number): void {
    let { min, max, rising } = this;
    for (let i = 0; i < count; i++) {
      if (states[i] !== 0) continue;
      const value = numbers[i];
      if (value < min) min = value;
      if (value > max) max = value;
      else rising = false;
    }
    this.min = min;
    this.max = max;
    this.rising = rising;
  }
}
