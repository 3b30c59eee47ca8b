// The siblings that rows stand among in a table made per another, and their parents.
import type { ChildCounts } from "../../../core/values/child_counts.ts";
import { Rows } from "../../../core/values/rows.ts";
import { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import { Places } from "./stand.ts";

/** So many parents without children are passed one by one before the next is looked for. */
const MAX_PASSED = 8;
const NONE = -1;
/** So many places are written at once, without a look at how many siblings there are: most have no more. */
const EAGER = 8;
/** Parents that are looked at together. */
const BATCH = 64;

/** The parents of a record's rows. Rows of one parent that stand side by side share a place. */
export class Family {
  /** The parents; where there is no child, there is none. */
  readonly record: ChunkRecord;
  readonly #parents = new Rows(0);
  readonly #counts: ChildCounts;
  readonly #places = new Places();
  readonly #batch = new Float64Array(BATCH);
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

  gather(rows: Rows): void {
    const { count } = rows;
    if (this.#firsts.length < count) {
      this.#firsts = new Float64Array(count);
      this.#ends = new Float64Array(count);
    }
    this.#parents.reset(count);
    if (rows.isRun) this.#gatherRun(rows);
    else this.#gatherAny(rows);
    this.record.start(this.#parents.seal());
  }

  /** Goes from parent to parent, without a look at each row. */
  #gatherRun({ numbers, count }: Rows): void {
    const places = this.#places.reset(count + EAGER);
    const firsts = this.#firsts;
    const ends = this.#ends;
    const counts = this.#counts;
    const found = this.#parents.numbers;
    const batch = this.#batch;
    const base = numbers[0];
    let place = 0;
    let parent = 0;
    let first = 0;
    let isFar = true;
    for (let i = 0; i < count; parent += BATCH) {
      if (isFar) {
        parent = counts.parentOf(base + i);
        first = counts.first(parent) - base;
      }
      const from = i;
      counts.ends(parent, BATCH, base, batch);
      for (let k = 0; k < BATCH && i < count; k++) {
        const end = batch[k];
        if (end > first) {
          found[place] = parent + k;
          firsts[place] = base + first;
          ends[place] = base + end;
          i = fillRun(i, end < count ? end | 0 : count, places, place++);
        }
        first = end;
      }
      const isStuck = i === from;
      if (isStuck && isFar) {
        // Nobody has children: a row past the table's end.
        found[place] = parent;
        firsts[place] = ends[place] = base + first;
        places[i++] = place++;
      }
      isFar = isStuck;
    }
    this.#parents.count = place;
    this.#parents.isRun = count > 0 &&
      found[place - 1] - found[0] === place - 1;
  }

  #gatherAny(rows: Rows): void {
    const { numbers, nulls, count } = rows;
    const parents = this.#parents;
    const missing = nulls === undefined ? undefined : parents.addNulls();
    const counts = this.#counts;
    const places = this.#places.reset(count);
    const firsts = this.#firsts;
    const ends = this.#ends;
    let place = 0;
    let parent = NONE;
    let end = 0;
    // A round for each stretch of siblings.
    for (let i = 0; i < count; place++) {
      if (nulls !== undefined && nulls[i] === 1) {
        missing![place] = 1;
        parents.numbers[place] = 0;
        firsts[place] = ends[place] = 0;
        places[i++] = place;
        continue;
      }
      const row = numbers[i];
      let first = end;
      const isNext = row === end && parent !== NONE;
      // The next one with children, whose first child this is.
      for (let k = 0; isNext && k < MAX_PASSED && end === row; k++) {
        end = counts.first(++parent + 1);
      }
      if (!isNext || end === row) {
        parent = counts.parentOf(row);
        first = counts.first(parent);
        end = counts.first(parent + 1);
      }
      parents.numbers[place] = parent;
      firsts[place] = first;
      ends[place] = end;
      i = fillStretch(rows, i, first, end, places, place);
    }
    parents.count = place;
  }
}

/** Gives rows `from` to `until` their place, and perhaps some behind them, which are then overwritten. */
function fillRun(
  from: number,
  until: number,
  places: Uint32Array,
  place: number,
): number {
  for (let i = from; i < from + EAGER; i++) places[i] = place;
  for (let i = from + EAGER; i < until; i++) places[i] = place;
  return until;
}

/** Gives siblings that stand side by side from `i` on their place; gives the first row behind them. */
function fillStretch(
  { numbers, nulls, count }: Rows,
  i: number,
  first: number,
  end: number,
  places: Uint32Array,
  place: number,
): number {
  if (nulls !== undefined) {
    do places[i++] = place; while (
      i < count && nulls[i] === 0 && numbers[i] >= first && numbers[i] < end
    );
    return i;
  }
  do places[i++] = place; while (
    i < count && numbers[i] >= first && numbers[i] < end
  );
  return i;
}
