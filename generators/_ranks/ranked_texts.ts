// Texts that follow from a number alone: drawn at random, or by the ranks that a unique column gives.
import type {
  Prepared,
  RandomStream,
  Ranked,
  Rows,
  Vector,
} from "../../core/generator.ts";
import type { Locales } from "../_texts/localized.ts";

/** Texts numbered from 0. */
export interface RankedTexts {
  /** How many there are, 1 to 2^53. */
  count: number;
  /** Length in bytes of the longest, and what writing it may touch behind its end. */
  room: number;
  /** None is empty or has a byte that some format quotes or escapes. */
  plain: boolean;
  /** Writes text number `rank` at `out[at]` and on; gives the position after it. */
  write(rank: number, out: Uint8Array, at: number): number;
}

/** Each text is as likely as every other. */
export function drawnTexts(texts: RankedTexts, random: RandomStream): Prepared {
  const { count, plain } = texts;
  return {
    storage: "slices",
    plain,
    fill(record, out) {
      const ranks = record.scratch(0);
      random.below(record.rows, 0, count, ranks);
      writeTexts(texts, ranks, record.rows, out);
    },
  };
}

/** The text of each rank. */
export function rankedTexts(texts: RankedTexts): Ranked {
  return {
    storage: "slices",
    plain: texts.plain,
    fill: ({ rows }, ranks, out) => writeTexts(texts, ranks, rows, out),
  };
}

function writeTexts(
  texts: RankedTexts,
  ranks: Float64Array,
  { count }: Rows,
  out: Vector,
): void {
  const bytes = out.reserve(texts.room * count);
  const { starts, ends } = out;
  let at = 0;
  for (let i = 0; i < count; i++) {
    starts[i] = at;
    at = texts.write(ranks[i], bytes, at);
    ends[i] = at;
  }
}

/**
 * The text of each rank among those of the row's locale.
 *
 * @param texts By locale.
 * @param rankOf The number of a rank's text in a locale.
 */
export function localRankedTexts(
  locales: Locales,
  texts: readonly RankedTexts[],
  rankOf: (locale: number, rank: number) => number,
): Ranked {
  const room = Math.max(...texts.map((one) => one.room));
  return {
    storage: "slices",
    plain: texts.every(({ plain }) => plain),
    fill(record, ranks, out) {
      const { count } = record.rows;
      const picks = locales.picks(record);
      const bytes = out.reserve(room * count);
      const { starts, ends } = out;
      let at = 0;
      for (let i = 0; i < count; i++) {
        const locale = picks === undefined ? 0 : picks[i];
        starts[i] = at;
        at = texts[locale].write(rankOf(locale, ranks[i]), bytes, at);
        ends[i] = at;
      }
    },
  };
}
