// Picks: the row of a table that a draw of its own stands on.
import type {
  ExpressionReader,
  RandomStream,
} from "../../../core/generator.ts";
import type { Sampler } from "../../../core/values/distributions.ts";
import { Rows } from "../../../core/values/rows.ts";
import type { Ranks } from "../../ranks.ts";
import type { ChunkRecord } from "../../record.ts";
import { type Excepted, findChoices } from "./excepted.ts";
import { type SpanFinder, Spans } from "./spans.ts";

/** Writes the number of a target row for each row; -1 where there is nothing to pick. */
export type Choose = (record: ChunkRecord, out: Rows) => void;

/** The row whose number is the rank. */
export function chooseRanked(ranks: Ranks): Choose {
  return (record, out) => ranks.of(record, out.numbers);
}

/** Any of so many rows. */
export function chooseAny(
  stream: RandomStream,
  targetRows: number,
  sampler: Sampler | undefined,
): Choose {
  if (targetRows === 0) {
    return ({ rows }, out) => {
      out.numbers.fill(-1, 0, rows.count);
    };
  }
  if (sampler !== undefined) {
    return ({ rows }, out) =>
      sampler.sample(stream, rows, 0, 0, targetRows - 1, out.numbers);
  }
  return ({ rows }, out) => stream.below(rows, 0, targetRows, out.numbers);
}

/** Any row of a span, but those excepted, equally often. */
export function chooseEvenly(
  stream: RandomStream,
  find: SpanFinder,
  excepted: Excepted,
): Choose {
  const spans = new Spans();
  return (record, out) => {
    findChoices(record, find, spans, excepted);
    const { low, high } = spans;
    const { numbers, count } = record.rows;
    for (let i = 0; i < count; i++) {
      const none = excepted.within(i, low[i], high[i]);
      const left = high[i] - low[i] - none;
      out.numbers[i] = left > 0
        ? excepted.skip(low[i] + stream.belowAt(numbers[i], 0, left), none)
        : -1;
    }
  };
}

/** The row of a span that has a number, from 0. */
export function chooseAt(at: ExpressionReader, find: SpanFinder): Choose {
  const spans = new Spans();
  const { nullable } = at.type;
  return (record, out) => {
    const { count } = record.rows;
    const { numbers, nulls } = at.read(record);
    for (let i = 0; i < count; i++) {
      out.numbers[i] = nullable && nulls[i] !== 0 ? NaN : numbers[i];
    }
    find(record, spans);
    const { low, high } = spans;
    for (let i = 0; i < count; i++) {
      const row = low[i] + out.numbers[i];
      out.numbers[i] = row >= low[i] && row < high[i] ? row : -1;
    }
  };
}

/** A row of a span, but those excepted, by a distribution over their ranks. */
export function chooseBy(
  stream: RandomStream,
  sampler: Sampler,
  find: SpanFinder,
  excepted: Excepted,
): Choose {
  const spans = new Spans();
  const again = new Redraw(stream, sampler);
  return (record, out) => {
    findChoices(record, find, spans, excepted);
    const { low, high } = spans;
    const { rows } = record;
    const last = out.numbers;
    for (let i = 0; i < rows.count; i++) last[i] = high[i] - low[i] - 1;
    const ranks = ranksOf(stream, sampler, record, last);
    for (let i = 0; i < rows.count; i++) {
      let row = ranks[i] >= 0 ? low[i] + ranks[i] : -1;
      if (row >= 0 && excepted.has(i, row)) {
        row = again.pick(
          rows.numbers[i],
          low[i],
          high[i],
          (other) => excepted.has(i, other),
          () => excepted.found.subarray(0, excepted.within(i, low[i], high[i])),
        );
      }
      out.numbers[i] = row;
    }
  };
}

/** A rank from 0 to `last` for each row; NaN where that is below 0. */
function ranksOf(
  stream: RandomStream,
  sampler: Sampler,
  record: ChunkRecord,
  last: Float64Array,
): Float64Array {
  const ranks = record.scratch(0);
  sampler.sample(stream, record.rows, 0, 0, last, ranks);
  return ranks;
}

/** Tries before what is left is weighed. */
const TRIES = 64;

/** Draws a row again that may not be picked, with the chances that the others have among themselves. */
export class Redraw {
  readonly #stream: RandomStream;
  readonly #sampler: Sampler;
  readonly #row = new Rows(1);
  readonly #rank = new Float64Array(1);

  constructor(stream: RandomStream, sampler: Sampler) {
    this.#stream = stream;
    this.#sampler = sampler;
  }

  /**
   * @param isTaken Whether a row may not be picked.
   * @param takenOnes All of these in the span, in rising order.
   * @returns -1 where there is none.
   */
  pick(
    row: number,
    low: number,
    high: number,
    isTaken: (row: number) => boolean,
    takenOnes: () => Float64Array,
  ): number {
    const last = high - low - 1;
    this.#row.range(row, 1);
    for (let draw = 1; draw <= TRIES; draw++) {
      this.#sampler.sample(
        this.#stream,
        this.#row,
        draw,
        0,
        last,
        this.#rank,
      );
      const picked = low + this.#rank[0];
      if (!isTaken(picked)) return picked;
    }
    const taken = takenOnes();
    return taken.length > last
      ? -1
      : this.#weigh(row, low, last, isTaken, taken);
  }

  /** By the distribution function, which jumps over those taken. */
  #weigh(
    row: number,
    low: number,
    last: number,
    isTaken: (row: number) => boolean,
    taken: Float64Array,
  ): number {
    const sampler = this.#sampler;
    const upTo = (rank: number) => rank < 0 ? 0 : sampler.cdf(rank, 0, last);
    let left = 1;
    for (const one of taken) left -= upTo(one - low) - upTo(one - low - 1);
    let share = this.#stream.fractionAt(row, TRIES + 1) * (left > 0 ? left : 0);
    for (const one of taken) {
      const before = upTo(one - low - 1);
      if (share < before) break;
      share += upTo(one - low) - before;
    }
    const rank = share < 1 ? sampler.quantile(share, 0, last) : last;
    // Rounding may have led to one that is taken: the next that is not.
    let picked = low + rank;
    while (isTaken(picked)) picked = picked < low + last ? picked + 1 : low;
    return picked;
  }
}
