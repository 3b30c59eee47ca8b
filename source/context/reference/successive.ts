// Different rows for the rows of one parent, drawn one after another: what a permutation cannot do, because some rows
// are likelier than others, or because siblings pick from different rows. A row's pick follows from its earlier siblings'.
import type { RandomStream } from "../../../core/generator.ts";
import type { Sampler } from "../../../core/values/distributions.ts";
import { Rows } from "../../../core/values/rows.ts";
import { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import { type Excepted, findChoices } from "./excepted.ts";
import type { Family } from "./family.ts";
import { type Choose, Redraw } from "./pick.ts";
import { type SpanFinder, Spans } from "./spans.ts";

/** Up to so many siblings are compared one by one; more are kept in a set. */
const MAX_COMPARED = 24;

export interface SuccessiveDraws {
  table: SourceTable;
  /** Names what is kept of a record. */
  key: string;
  stream: RandomStream;
  sampler: Sampler;
  familyOf: (record: ChunkRecord) => Family;
  find: SpanFinder;
  excepted: Excepted;
}

export function chooseSuccessively(draws: SuccessiveDraws): Choose {
  return (record, out) => {
    record.keep(
      `${draws.key}/siblings`,
      () => new Siblings(draws),
      (siblings) => siblings.choose(record, out),
    );
  };
}

/** The siblings of a record's rows, up to the last that is asked for, and their picks. */
class Siblings {
  readonly #draws: SuccessiveDraws;
  readonly #redraw: Redraw;
  /** The siblings whose picks are not known yet. */
  readonly #record: ChunkRecord;
  readonly #rows = new Rows(0);
  readonly #spans = new Spans();
  #ranks = new Float64Array(0);
  #last = new Float64Array(0);
  /** What has been picked for the siblings of one parent: the first of them, how many, and their picks. */
  #first = -1;
  #known = 0;
  #picks = new Float64Array(16);
  /** The same as a set, where there are many. */
  readonly #set = new Set<number>();

  constructor(draws: SuccessiveDraws) {
    this.#draws = draws;
    this.#redraw = new Redraw(draws.stream, draws.sampler);
    this.#record = new ChunkRecord(draws.table);
  }

  choose(record: ChunkRecord, out: Rows): void {
    const family = this.#draws.familyOf(record);
    const { numbers, count } = record.rows;
    const { places, firsts } = family;
    this.#gather(record.rows, family);
    this.#drawAll();
    let drawn = 0;
    for (let i = 0; i < count;) {
      const place = places[i];
      const first = firsts[place];
      if (first !== this.#first) this.#begin(first);
      let end = i;
      let needed = 0;
      while (end < count && places[end] === place) {
        needed = Math.max(needed, numbers[end] - first + 1);
        end++;
      }
      while (this.#known < needed) this.#pick(drawn++);
      for (; i < end; i++) out.numbers[i] = this.#picks[numbers[i] - first];
    }
  }

  #begin(first: number): void {
    this.#first = first;
    this.#known = 0;
    this.#set.clear();
  }

  /** Lists the siblings to draw for, in the order in which they will be. */
  #gather({ numbers, count }: Rows, { places, firsts }: Family): void {
    let known = this.#known;
    let current = this.#first;
    let total = 0;
    const from: number[] = [];
    const to: number[] = [];
    for (let i = 0; i < count;) {
      const place = places[i];
      const first = firsts[place];
      let needed = 0;
      for (; i < count && places[i] === place; i++) {
        needed = Math.max(needed, numbers[i] - first + 1);
      }
      if (first !== current) {
        current = first;
        known = 0;
      }
      if (needed <= known) continue;
      from.push(first + known);
      to.push(first + needed);
      total += needed - known;
      known = needed;
    }
    this.#rows.reset(total);
    let at = 0;
    for (let run = 0; run < from.length; run++) {
      for (let row = from[run]; row < to[run]; row++) {
        this.#rows.numbers[at++] = row;
      }
    }
    this.#record.start(this.#rows.seal());
  }

  /** The first draw of each. */
  #drawAll(): void {
    const { find, excepted, sampler, stream } = this.#draws;
    const { count } = this.#rows;
    if (this.#ranks.length < count) {
      this.#ranks = new Float64Array(count);
      this.#last = new Float64Array(count);
    }
    findChoices(this.#record, find, this.#spans, excepted);
    const { low, high } = this.#spans;
    for (let i = 0; i < count; i++) this.#last[i] = high[i] - low[i] - 1;
    sampler.sample(stream, this.#rows, 0, 0, this.#last, this.#ranks);
  }

  /** Picks for the next sibling, the i-th of those drawn for. */
  #pick(i: number): void {
    const low = this.#spans.low[i];
    const high = this.#spans.high[i];
    const rank = this.#ranks[i];
    let row = rank >= 0 ? low + rank : -1;
    if (row >= 0 && this.#isTaken(i, row)) {
      row = this.#redraw.pick(
        this.#rows.numbers[i],
        low,
        high,
        (other) => this.#isTaken(i, other),
        () => this.#taken(i, low, high),
      );
    }
    this.#add(row);
  }

  #isTaken(i: number, row: number): boolean {
    if (this.#draws.excepted.has(i, row)) return true;
    if (this.#known > MAX_COMPARED) return this.#set.has(row);
    const picks = this.#picks;
    for (let j = 0; j < this.#known; j++) if (picks[j] === row) return true;
    return false;
  }

  /** All that are taken in a span, in rising order. */
  #taken(i: number, low: number, high: number): Float64Array {
    const { excepted } = this.#draws;
    const none = excepted.within(i, low, high);
    const taken = new Set<number>();
    for (let e = 0; e < none; e++) taken.add(excepted.found[e]);
    for (let j = 0; j < this.#known; j++) {
      const pick = this.#picks[j];
      if (pick >= low && pick < high) taken.add(pick);
    }
    return Float64Array.from(taken).sort();
  }

  #add(row: number): void {
    if (this.#known === this.#picks.length) {
      const longer = new Float64Array(2 * this.#known);
      longer.set(this.#picks);
      this.#picks = longer;
    }
    this.#picks[this.#known++] = row;
    if (this.#known === MAX_COMPARED + 1) {
      for (let j = 0; j < this.#known; j++) this.#set.add(this.#picks[j]);
    } else if (this.#known > MAX_COMPARED) this.#set.add(row);
  }
}
