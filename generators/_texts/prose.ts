// Words of a locale's list, one after another: what `words`, `sentence` and `paragraph` are made of.
import type {
  PartialRecord,
  RandomStream,
  Ranked,
  Rows,
  Site,
  Strings,
  Vector,
} from "../../core/generator.ts";
import type { LocaleShare } from "../../core/parameters.ts";
import { upper } from "../../core/values/case.ts";
import { isPlain } from "../../core/values/plain.ts";
import { first } from "../../core/values/text.ts";
import { viewOf } from "../../core/values/words.ts";
import { Locales, type LocalList } from "./localized.ts";
import { fewest, type Lists, listsOf, ownTexts } from "../_ranks/own_texts.ts";
import { type CountParams, type Counts, prepareCounts } from "./counts.ts";
import { WordScratch } from "../_scratch.ts";
import { Copies } from "./slots.ts";

const SPACE = 32;
const POINT = 46;
const TWO_53 = 9007199254740992;

/** Words of a sentence that stands in a paragraph. */
export const SENTENCE = { fewest: 4, most: 10 };

/** Draws: how many parts there are, then how many words each sentence has, then the words. */
const FIRST_LENGTH = 1;
const FIRST_WORD = 1024;

/** Fills a vector with texts. */
export type Fill = (record: PartialRecord, out: Vector) => void;

/** Fills vectors with texts of so many words or sentences as two numbers say. */
export class Prose {
  readonly #random: RandomStream;
  readonly #counts: Counts;
  readonly #locales: Locales;
  readonly #list: LocalList;
  /** The words with a space behind each. */
  readonly #words: Copies;
  /** The same with a capital each. */
  readonly #capitals: Copies;
  /** Bytes that a word, and what stands before or behind it, may need. */
  readonly #room: number;
  readonly #drawn = new WordScratch();
  readonly #lengths = new WordScratch();

  /** The words by which texts of different ranks differ, and how many of them each text begins with. */
  readonly #own: Uint32Array[] = [];
  readonly #told: number = 0;
  /** Set while texts are made from ranks. */
  #ranks: Float64Array | undefined;

  /** No text is empty or has a byte that some format quotes or escapes. */
  readonly plain: boolean;

  /** @param told So many words tell texts apart (see `proseDomain`). Default: they may be the same. */
  constructor(limits: CountParams, site: Site, told?: number) {
    this.#random = site.random();
    this.#counts = prepareCounts(limits, site, this.#random);
    this.#locales = new Locales(site);
    this.#list = this.#locales.list("word");
    const words = this.#list.strings;
    this.plain = isPlain(words);
    const spaced = words.map((word) => `${word} `);
    const capitals = words.map((word) => {
      const letter = first(word);
      return `${upper(letter)}${word.slice(letter.length)} `;
    });
    this.#words = new Copies(spaced);
    this.#capitals = new Copies(capitals);
    this.#room = 1 + Math.max(spaced.maxBytes, capitals.maxBytes);
    if (told !== undefined) {
      this.#own = ownWords(this.#locales.each("word"));
      this.#told = told;
    }
  }

  /** Texts of ranks: what `words`, `sentence` or `paragraph` make, but for the first words. */
  ranked(fill: Fill): Ranked["fill"] {
    return (record, ranks, out) => {
      this.#ranks = ranks;
      fill(record, out);
    };
  }

  /** Words between spaces. */
  readonly words: Fill = (record, out) => {
    const counts = this.#counts(record, out.nulls);
    const words = this.#draw(record, longestOf(counts, record.rows));
    const bytes = this.#reserve(counts, record.rows, out);
    const view = viewOf(bytes);
    const { count } = record.rows;
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      for (let j = 0; j < counts[i]; j++) {
        at = this.#words.copy(bytes, view, at, words[j * count + i]);
      }
      // Without the last space.
      if (counts[i] > 0) at--;
      out.ends[i] = at;
    }
  };

  /** A capital first, words between spaces, and a full stop. */
  readonly sentence: Fill = (record, out) => {
    const counts = this.#counts(record, out.nulls);
    const words = this.#draw(record, longestOf(counts, record.rows));
    const bytes = this.#reserve(counts, record.rows, out);
    const view = viewOf(bytes);
    const { count } = record.rows;
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      at = this.#writeSentence(words, i, counts[i], count, bytes, view, at);
      out.ends[i] = at;
    }
  };

  /** Sentences between spaces. */
  readonly paragraph: Fill = (record, out) => {
    const { rows } = record;
    const { count } = rows;
    const counts = this.#counts(record, out.nulls);
    const most = longestOf(counts, rows);
    const lengths = this.#lengths.of(most * count);
    const totals = record.scratch(1).fill(0, 0, count);
    for (let j = 0; j < most; j++) {
      const part = lengths.subarray(j * count, (j + 1) * count);
      const choices = SENTENCE.most - SENTENCE.fewest + 1;
      this.#random.below(rows, FIRST_LENGTH + j, choices, part);
      for (let i = 0; i < count; i++) {
        part[i] += SENTENCE.fewest;
        if (j < counts[i]) totals[i] += part[i];
      }
    }
    const words = this.#draw(record, longestOf(totals, rows));
    const bytes = this.#reserve(totals, rows, out);
    const view = viewOf(bytes);
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      let place = i;
      for (let j = 0; j < counts[i]; j++) {
        if (j > 0) bytes[at++] = SPACE;
        const length = lengths[j * count + i];
        at = this.#writeSentence(words, place, length, count, bytes, view, at);
        place += length * count;
      }
      out.ends[i] = at;
    }
  };

  /** Writes the words at `place`, `place + step` and so on. */
  #writeSentence(
    words: Uint32Array,
    place: number,
    length: number,
    step: number,
    bytes: Uint8Array,
    view: DataView,
    at: number,
  ): number {
    if (length > 0) {
      at = this.#capitals.copy(bytes, view, at, words[place]);
      for (let j = 1; j < length; j++) {
        place += step;
        at = this.#words.copy(bytes, view, at, words[place]);
      }
      at--;
    }
    // In place of the last space.
    bytes[at++] = POINT;
    return at;
  }

  /** So many words for each row; word j of row i stands at `j * rows.count + i`. */
  #draw(record: PartialRecord, longest: number): Uint32Array {
    const { count } = record.rows;
    const words = this.#drawn.of(longest * count);
    for (let j = 0; j < longest; j++) {
      const part = words.subarray(j * count, (j + 1) * count);
      const draw = FIRST_WORD + j;
      this.#locales.draw(this.#list, record, this.#random, draw, part);
    }
    if (this.#ranks !== undefined) this.#tell(record, this.#ranks, words);
    return words;
  }

  /** Puts the digits of each row's rank in the place of its first words. */
  #tell(record: PartialRecord, ranks: Float64Array, words: Uint32Array): void {
    const { count } = record.rows;
    const picks = this.#locales.picks(record);
    const base = fewest(this.#own);
    for (let i = 0; i < count; i++) {
      const locale = picks === undefined ? 0 : picks[i];
      const own = this.#own[locale];
      let rest = ranks[i];
      for (let j = 0; j < this.#told; j++) {
        const next = Math.floor(rest / base);
        words[j * count + i] = this.#list.starts[locale] +
          own[rest - next * base];
        rest = next;
      }
    }
  }

  #reserve(words: Float64Array, { count }: Rows, out: Vector): Uint8Array {
    let total = 0;
    for (let i = 0; i < count; i++) total += words[i];
    const slack = Math.max(this.#words.width, this.#capitals.width);
    return out.reserve(total * this.#room + count + slack);
  }
}

function longestOf(counts: Float64Array, { count }: Rows): number {
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, counts[i]);
  return longest;
}

/** How many texts that begin with so many words ranks tell apart, and how many words that takes. */
export function proseDomain(
  lists: Lists,
  locales: readonly LocaleShare[],
  least: number,
): { domain: number; told: number } | undefined {
  const words = listsOf(lists, locales, "word");
  if (words === undefined) return undefined;
  const base = fewest(ownWords(words));
  if (base < 2) return { domain: base, told: 1 };
  let domain = 1;
  let told = 0;
  while (told < least && domain * base <= TWO_53) {
    domain *= base;
    told++;
  }
  return { domain, told };
}

/** Words that no other is, with a capital or without: a space then tells where each ends. */
function ownWords(lists: readonly Strings[]): Uint32Array[] {
  const texts = lists.map((list) => list.toArray());
  const capitals = ownTexts(
    texts.map((words) => words.map((word) => upper(word))),
  );
  return capitals.map((own, i) =>
    own.filter((word) => !/[\s.]/.test(texts[i][word]))
  );
}
