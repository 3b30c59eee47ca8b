// Lists of names by locale and gender, and how one is drawn: all equally likely, or as often as the census found them.
import type {
  PartialRecord,
  RandomStream,
  Rows,
} from "../../core/generator.ts";
import { AliasTable } from "../../core/values/alias.ts";
import { Strings } from "../../core/values/strings.ts";
import {
  joinLists,
  type Locales,
  type LocalList,
} from "../_texts/localized.ts";
import { WordScratch } from "../_scratch.ts";

const TWO_MINUS_32 = 1 / 4294967296;
/** Of so many names a share is found with whole numbers of 32 bits. */
const MAX_CHOICES = 0x8000;

/** Names of all locales and genders: list `genders * locale + gender`, where names of some locale follow the gender. */
export class Names {
  readonly #list: LocalList;
  readonly #locales: Locales;
  /** 2 where names follow the gender, else 1. */
  readonly #genders: number;
  /** By list; undefined where all names are equally likely. */
  readonly #tables: (AliasTable | undefined)[];
  readonly #weighted: boolean;
  /** Whether shares of all lists are found with whole numbers. */
  readonly #isShort: boolean;
  readonly #words = new WordScratch();

  /** @param census Names with a weight behind each, taken where a locale has any; undefined to take them nowhere. */
  constructor(
    locales: Locales,
    [male, female]: readonly [string, string],
    census?: readonly [string, string],
  ) {
    const lists: Strings[] = [];
    const tables: (AliasTable | undefined)[] = [];
    const counted = census?.map((name) => locales.each(name));
    const given = [locales.each(male), locales.each(female)];
    const follow = given[0].some((list, i) => !sameTexts(list, given[1][i])) ||
      census !== undefined && census[0] !== census[1];
    this.#genders = follow ? 2 : 1;
    given.slice(0, this.#genders).forEach((each, gender) =>
      each.forEach((plain, locale) => {
        const weighted = counted?.[gender][locale];
        const has = weighted !== undefined && weighted.size > 0;
        const { names, weights } = has ? weigh(weighted) : NO_WEIGHTS;
        const list = this.#genders * locale + gender;
        lists[list] = names ?? plain;
        tables[list] = weights && new AliasTable(weights);
      })
    );
    this.#locales = locales;
    this.#list = joinLists(lists);
    this.#tables = tables;
    this.#isShort = lists.every(({ size }) => size <= MAX_CHOICES);
    this.#weighted = tables.some((table) => table !== undefined);
  }

  get strings(): Strings {
    return this.#list.strings;
  }

  /**
   * Entries of `strings` that fit locale and gender.
   *
   * @param draws Of the equally likely name, and of the weighted one, which takes two.
   */
  draw(
    record: PartialRecord,
    gender: Uint32Array,
    random: RandomStream,
    draws: { plain: number; weighted: number },
    out: Uint32Array,
  ): void {
    const picks = this.#locales.picks(record);
    random.words(record.rows, draws.plain, out);
    const { count } = record.rows;
    if (
      picks === undefined && this.#genders === 2 && this.#isShort
    ) {
      this.#ofOne(count, gender, out);
    } else {
      this.#ofMany(count, gender, picks, out);
    }
    if (!this.#weighted) return;
    this.#weigh(record.rows, gender, picks, random, draws.weighted, out);
  }

  #listOf(
    i: number,
    gender: Uint32Array,
    picks: Uint32Array | undefined,
  ): number {
    const locale = picks === undefined ? 0 : picks[i];
    return this.#genders === 2 ? 2 * locale + gender[i] : locale;
  }

  // No redraws: with some thousand names, none is likelier than another by more than 10^-6 of its share.
  // No branches either: nothing could tell beforehand which way they go.
  #ofOne(count: number, gender: Uint32Array, out: Uint32Array): void {
    const [males, females] = this.#list.sizes;
    const more = females - males;
    for (let i = 0; i < count; i++) {
      const which = gender[i] | 0;
      const choices = males + Math.imul(which, more);
      out[i] = Math.imul(which, males) + partOf(out[i] | 0, choices);
    }
  }

  #ofMany(
    count: number,
    gender: Uint32Array,
    picks: Uint32Array | undefined,
    out: Uint32Array,
  ): void {
    const { starts, sizes } = this.#list;
    for (let i = 0; i < count; i++) {
      const list = this.#listOf(i, gender, picks);
      out[i] = starts[list] + out[i] * sizes[list] * TWO_MINUS_32;
    }
  }

  #weigh(
    rows: Rows,
    gender: Uint32Array,
    picks: Uint32Array | undefined,
    random: RandomStream,
    draw: number,
    out: Uint32Array,
  ): void {
    const { starts } = this.#list;
    if (this.#tables.length === 1) {
      this.#tables[0]!.pick(random, rows, draw, out);
      return;
    }
    const words = this.#words.of(rows.count);
    this.#tables.forEach((table, list) => {
      if (table === undefined) return;
      table.pick(random, rows, draw, words);
      const start = starts[list];
      for (let i = 0; i < rows.count; i++) {
        if (this.#listOf(i, gender, picks) === list) out[i] = start + words[i];
      }
    });
  }

  /** Where `out` has the same as `taken`, puts the name after it in the same list. */
  avoid(
    record: PartialRecord,
    gender: Uint32Array,
    taken: Uint32Array,
    out: Uint32Array,
  ): void {
    const { starts, sizes } = this.#list;
    const picks = this.#locales.picks(record);
    for (let i = 0; i < record.rows.count; i++) {
      if (out[i] !== taken[i]) continue;
      const list = this.#listOf(i, gender, picks);
      const next = out[i] + 1;
      out[i] = next === starts[list] + sizes[list] ? starts[list] : next;
    }
  }
}

interface Weighted {
  names?: Strings;
  weights?: number[];
}

const NO_WEIGHTS: Weighted = {};

/** Entries such as `Smith 1006`. */
function weigh(list: Strings): Weighted {
  const parts = list.toArray().map((entry) => {
    const space = entry.lastIndexOf(" ");
    return { name: entry.slice(0, space), weight: +entry.slice(space + 1) };
  });
  return {
    names: Strings.from(parts.map(({ name }) => name)),
    weights: parts.map(({ weight }) => weight),
  };
}

export function sameTexts(one: Strings, other: Strings): boolean {
  if (one === other) return true;
  if (one.size !== other.size || one.bytes.length !== other.bytes.length) {
    return false;
  }
  for (let i = 0; i <= one.size; i++) {
    if (one.offsets[i] !== other.offsets[i]) return false;
  }
  for (let i = 0; i < one.bytes.length; i++) {
    if (one.bytes[i] !== other.bytes[i]) return false;
  }
  return true;
}

/** `word * n / 2^32`, rounded down, for a word that is taken as unsigned and n up to `MAX_CHOICES`. */
function partOf(word: number, n: number): number {
  const lower = Math.imul(word & 0xffff, n) >>> 16;
  return Math.imul(word >>> 16, n) + lower >>> 16;
}
