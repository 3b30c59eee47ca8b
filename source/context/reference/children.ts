// The descendants of a record's rows in another table: evaluated as one run of rows, in pieces of bounded size.
import type { ChildCounts } from "../../../core/values/child_counts.ts";
import { Rows } from "../../../core/values/rows.ts";
import { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";

/** Rows of a piece: those of a usual chunk's parents fit into one, whose columns are then made once for all that ask. */
const PIECE = 8192;

/** Some of the rows, with whose they are. */
export interface Piece {
  record: ChunkRecord;
  /** So many stretches of the record, each with the children of one parent, or with some of them. */
  count: number;
  /** By stretch: which row of the parents' record, and from where to where. */
  parents: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Stretches of rows of a table, one for each of some things: shown together, as few times as can be. */
export class Stretches {
  readonly #rows = new Rows(0);
  readonly #piece: Piece;
  /** By stretch: its first row, and the one after its last. */
  low = new Float64Array(0);
  high = new Float64Array(0);
  #count = 0;
  /** All rows are in the piece, which has been begun. */
  #isWhole = false;

  constructor(table: SourceTable) {
    this.#piece = {
      record: new ChunkRecord(table),
      count: 0,
      parents: new Uint32Array(0),
      starts: new Uint32Array(0),
      ends: new Uint32Array(0),
    };
  }

  /** The rows that were shown last. */
  get record(): ChunkRecord {
    return this.#piece.record;
  }

  /** Makes room for other stretches, whose `low` and `high` the caller then sets. */
  reset(count: number): void {
    this.#count = count;
    this.#isWhole = false;
    if (this.low.length >= count) return;
    this.low = new Float64Array(count);
    this.high = new Float64Array(count);
    this.#piece.parents = new Uint32Array(count);
    this.#piece.starts = new Uint32Array(count);
    this.#piece.ends = new Uint32Array(count);
  }

  /** Takes back room that was not needed. */
  shorten(count: number): void {
    this.#count = count;
  }

  /** Shows all rows, piece by piece, each stretch's in order. */
  each(visit: (piece: Piece) => void): void {
    if (this.#isWhole) {
      visit(this.#piece);
      return;
    }
    let stretch = 0;
    let row = this.#count > 0 ? this.low[0] : 0;
    let pieces = 0;
    do {
      ({ stretch, row } = this.#begin(stretch, row));
      pieces++;
      this.#isWhole = pieces === 1 && stretch === this.#count;
      visit(this.#piece);
    } while (stretch < this.#count);
  }

  /** Fills a piece from a stretch's row on; gives where the next begins. */
  #begin(stretch: number, row: number): { stretch: number; row: number } {
    const piece = this.#piece;
    const rows = this.#rows;
    rows.reset(PIECE);
    const { numbers } = rows;
    let filled = 0;
    piece.count = 0;
    while (stretch < this.#count) {
      const take = Math.min(this.high[stretch] - row, PIECE - filled);
      if (take > 0) {
        piece.parents[piece.count] = stretch;
        piece.starts[piece.count] = filled;
        piece.ends[piece.count] = filled + take;
        piece.count++;
        for (let k = 0; k < take; k++) numbers[filled + k] = row + k;
        filled += take;
        row += take;
      }
      if (row < this.high[stretch]) break;
      stretch++;
      if (stretch < this.#count) row = this.low[stretch];
    }
    rows.count = filled;
    piece.record.start(rows.seal());
    return { stretch, row };
  }
}

/** The descendants of a record's rows. */
export class Children {
  readonly stretches: Stretches;
  readonly #generations: readonly ChildCounts[];

  /** @param generations The child counts of the tables between, the eldest first. */
  constructor(table: SourceTable, generations: readonly ChildCounts[]) {
    this.stretches = new Stretches(table);
    this.#generations = generations;
  }

  /** The rows that were shown last. */
  get record(): ChunkRecord {
    return this.stretches.record;
  }

  /** Finds the children of other rows. */
  gather({ numbers, nulls, count }: Rows): void {
    const { stretches } = this;
    stretches.reset(count);
    const { low, high } = stretches;
    let last = -1;
    let end = 0;
    for (let i = 0; i < count; i++) {
      const row = numbers[i];
      if (nulls !== undefined && nulls[i] === 1) {
        low[i] = high[i] = 0;
        continue;
      }
      low[i] = row === last ? end : this.#first(row);
      end = this.#first(row + 1);
      last = row + 1;
      high[i] = end;
    }
  }

  #first(row: number): number {
    for (const counts of this.#generations) row = counts.first(row);
    return row;
  }
}
