// Words of a locale's list, one after another: what `words`, `sentence` and `paragraph` are made of.
import type {
  PartialRecord,
  RandomStream,
  Rows,
  Site,
  Strings,
  Vector,
} from "../core/generator.ts";
import { upper } from "../core/values/case.ts";
import { isPlain } from "../core/values/plain.ts";
import { first } from "../core/values/text.ts";
import { copyEntry } from "./_bytes.ts";
import { Locales, type LocalList } from "./_localized.ts";
import { type CountParams, type Counts, prepareCounts } from "./_counts.ts";
import { WordScratch } from "./_scratch.ts";

const SPACE = 32;
const POINT = 46;

/** Words of a sentence that stands in a paragraph. */
const SENTENCE = { fewest: 4, most: 10 };

/** Draws: how many parts there are, then how many words each sentence has, then the words. */
const FIRST_LENGTH = 1;
const FIRST_WORD = 1024;

/** Fills a vector with texts. */
type Fill = (record: PartialRecord, out: Vector) => void;

/** Fills vectors with texts of so many words or sentences as two numbers say. */
export class Prose {
  readonly #random: RandomStream;
  readonly #counts: Counts;
  readonly #locales: Locales;
  readonly #list: LocalList;
  readonly #words: Strings;
  /** The same words with a capital each. */
  readonly #capitals: Strings;
  /** Bytes that a word, and what stands before or behind it, may need. */
  readonly #room: number;
  readonly #drawn = new WordScratch();
  readonly #lengths = new WordScratch();

  /** No text is empty or has a byte that some format quotes or escapes. */
  readonly plain: boolean;

  constructor(limits: CountParams, site: Site) {
    this.#random = site.random();
    this.#counts = prepareCounts(limits, site, this.#random);
    this.#locales = new Locales(site);
    this.#list = this.#locales.list("word");
    this.#words = this.#list.strings;
    this.plain = isPlain(this.#words);
    this.#capitals = this.#words.map((word) => {
      const letter = first(word);
      return upper(letter) + word.slice(letter.length);
    });
    this.#room = 2 +
      Math.max(this.#words.maxBytes, this.#capitals.maxBytes);
  }

  /** Words between spaces. */
  readonly words: Fill = (record, out) => {
    const counts = this.#counts(record, out.nulls);
    const words = this.#draw(record, longestOf(counts, record.rows));
    const bytes = this.#reserve(counts, record.rows, out);
    const { count } = record.rows;
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      for (let j = 0; j < counts[i]; j++) {
        if (j > 0) bytes[at++] = SPACE;
        at = copyEntry(this.#words, words[j * count + i], bytes, at);
      }
      out.ends[i] = at;
    }
  };

  /** A capital first, words between spaces, and a full stop. */
  readonly sentence: Fill = (record, out) => {
    const counts = this.#counts(record, out.nulls);
    const words = this.#draw(record, longestOf(counts, record.rows));
    const bytes = this.#reserve(counts, record.rows, out);
    const { count } = record.rows;
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      at = this.#writeSentence(words, i, counts[i], count, bytes, at);
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
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      let place = i;
      for (let j = 0; j < counts[i]; j++) {
        if (j > 0) bytes[at++] = SPACE;
        const length = lengths[j * count + i];
        at = this.#writeSentence(words, place, length, count, bytes, at);
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
    at: number,
  ): number {
    for (let j = 0; j < length; j++) {
      if (j > 0) bytes[at++] = SPACE;
      const list = j === 0 ? this.#capitals : this.#words;
      at = copyEntry(list, words[place], bytes, at);
      place += step;
    }
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
    return words;
  }

  #reserve(words: Float64Array, { count }: Rows, out: Vector): Uint8Array {
    let total = 0;
    for (let i = 0; i < count; i++) total += words[i];
    return out.reserve(total * this.#room + count);
  }
}

function longestOf(counts: Float64Array, { count }: Rows): number {
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, counts[i]);
  return longest;
}
