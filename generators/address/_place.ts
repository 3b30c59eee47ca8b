// The place of a row: one for each handle, whichever columns show it. A place is a city (in the United States, the part
// of one with a ZIP code of its own); state, postcode, coordinates and the telephone's area code are that city's.
import type {
  Generator,
  PartialRecord,
  RandomStream,
  Site,
  Strings,
} from "../../core/generator.ts";
import { defaulted } from "../../core/parameters.ts";
import { valueType } from "../../core/value_type.ts";
import { joinLists, Locales } from "../_texts/localized.ts";
import { WordScratch } from "../_scratch.ts";
import type { Spread } from "../_ranks/own_texts.ts";
import {
  placeDomain,
  placeOfRank,
  type PlaceRanks,
  placeRanks,
  spreadPlaces,
} from "./_place_ranks.ts";
import { readPlaces } from "./_read_places.ts";

const TWO_MINUS_32 = 1 / 4294967296;

/** Draws of the place's stream. Part of version 1: a number, once given, keeps its meaning. */
export const DRAWS = {
  place: 0,
  latitude: 1,
  longitude: 2,
  postcode: 3,
  house: 4,
  street: 5,
} as const;

/** Parameters of everything that shows a place. */
export const HANDLE = {
  of: defaulted(
    "text",
    "",
    "Another place of the row, shared by all columns that say the same",
  ),
};

/** For `Generator.shares` of what shows a place. */
export function placeShared({ of }: { of: string }) {
  return { thing: `place/${of}`, params: [] };
}

/** For `Generator.shares` of what can be unique, by what it shows. */
export function placePart(part: string) {
  return ({ of }: { of: string }) => ({
    ...placeShared({ of }),
    part,
  });
}

export class Place {
  readonly locales: Locales;
  readonly random: RandomStream;
  /** Of all locales, one after another; `choose` gives their numbers. */
  readonly cities: Strings;
  readonly states: Strings;
  readonly stateCodes: Strings;
  /** Millionths of a degree. */
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
  /** The first postcode of each, and how many numbers there are from it on. */
  readonly postcodes: Strings;
  readonly postcodeSpans: Uint32Array;
  readonly #phone: RandomStream;
  readonly #key: string;
  /** By locale: how many area codes a telephone number is drawn from; 0 where those do not tell places apart. */
  readonly #areas: number[];
  /** By locale: the first of its ranges. */
  readonly #firstRange: number[];
  /** Places of an area (or of a locale without them), as often as their weights say: `slots[start]` and on. */
  readonly #starts: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #slots: Uint32Array;
  /** By place: the number of its area code. */
  readonly areaOf: Uint32Array;
  /** Of a place that is chosen by rank. */
  readonly ranks: PlaceRanks | undefined;
  readonly #spread: Spread | undefined;
  /** By locale: the first of its places. */
  readonly #firstPlace: number[] = [];
  readonly #words = new WordScratch();
  readonly #ranked = new WordScratch();

  /** @param parts What must differ from row to row: then places are chosen by rank. */
  constructor(site: Site, { of }: { of: string }, parts?: readonly string[]) {
    const locales = this.locales = new Locales(site, of);
    const each = locales.names.map((locale) =>
      readPlaces((name) => site.list(name, locale))
    );
    this.random = site.shared("place", of);
    // Whose draw 0 is the area code of a telephone number: the place follows it, so that both agree.
    this.#phone = site.shared("place/phone", of);
    this.#key = `place/${of}/${locales.key}`;
    if (parts !== undefined) {
      this.ranks = placeRanks(site, site.locales, parts)!;
      this.#spread = spreadPlaces(this.ranks, site.shared("place/spread", of));
    }
    this.areaOf = Uint32Array.from(each.flatMap((one) => [...one.areaOf]));
    this.cities = joinLists(each.map((one) => one.cities)).strings;
    this.states = joinLists(each.map((one) => one.states)).strings;
    this.stateCodes = joinLists(each.map((one) => one.stateCodes)).strings;
    this.postcodes = joinLists(each.map((one) => one.postcodes)).strings;
    this.latitudes = Int32Array.from(each.flatMap((one) => one.latitudes));
    this.longitudes = Int32Array.from(each.flatMap((one) => one.longitudes));
    this.postcodeSpans = Uint32Array.from(each.flatMap((one) => one.spans));
    const ranges: number[][] = [];
    this.#firstRange = [];
    let before = 0;
    for (const { ranges: own, cities } of each) {
      this.#firstRange.push(ranges.length);
      this.#firstPlace.push(before);
      for (const range of own) ranges.push(range.map((one) => before + one));
      before += cities.size;
    }
    this.#areas = each.map((one) => one.areas);
    this.#counts = Uint32Array.from(ranges, (range) => range.length);
    this.#starts = Uint32Array.from(ranges, () => 0);
    for (let i = 1; i < ranges.length; i++) {
      this.#starts[i] = this.#starts[i - 1] + this.#counts[i - 1];
    }
    this.#slots = Uint32Array.from(ranges.flat());
  }

  /** How many area codes tell a locale's places; 0 where they do not. */
  areasOf(locale: number): number {
    return this.#areas[locale];
  }

  /** Whether a rank says which place it is, and not only which area or street. */
  get byRank(): boolean {
    return this.ranks?.locales[0].places !== undefined;
  }

  /**
   * The number of each row's place.
   *
   * @param ranks Below `ranks.domain`, where there are parts that must differ.
   */
  choose(record: PartialRecord, ranks?: Float64Array): Uint32Array {
    // Items of an array have ranks of their own each: what follows from those is not shared.
    if (ranks !== undefined) {
      const out = this.#ranked.of(record.rows.count);
      if (this.byRank) this.#chooseByRank(record, ranks, out);
      else this.#chooseWithin(record, out, ranks);
      return out;
    }
    return record.share(this.#key, (out) => this.#chooseWithin(record, out));
  }

  /** A place of the row's area, as often as its weight says. */
  #chooseWithin(
    record: PartialRecord,
    out: Uint32Array,
    ranks?: Float64Array,
  ): void {
    const { rows } = record;
    const ranges = this.#words.of(rows.count);
    if (ranks === undefined || !this.ranks!.parts.includes("phone")) {
      this.#chooseRanges(record, ranges);
    } else this.#chooseRangesByRank(record, ranks, ranges);
    this.random.words(rows, DRAWS.place, out);
    // No redraws: with some dozens of places, none is likelier than another by more than 10^-8 of its share.
    for (let i = 0; i < rows.count; i++) {
      const range = ranges[i];
      const slot = out[i] * this.#counts[range] * TWO_MINUS_32;
      out[i] = this.#slots[this.#starts[range] + (slot | 0)];
    }
  }

  /** Which of a place's postcodes a rank gives, where it gives one. */
  codeOfRank(locale: number, rank: number): number {
    const { codes } = this.ranks!.locales[locale];
    const spread = this.#spread!.at(locale, rank);
    return spread - codes![placeOfRank(codes!, spread)];
  }

  #chooseByRank(
    record: PartialRecord,
    ranks: Float64Array,
    out: Uint32Array,
  ): void {
    const picks = this.locales.picks(record);
    for (let i = 0; i < record.rows.count; i++) {
      const locale = picks === undefined ? 0 : picks[i];
      const { places, codes } = this.ranks!.locales[locale];
      const spread = this.#spread!.at(locale, ranks[i]);
      const index = codes === undefined ? spread : placeOfRank(codes, spread);
      out[i] = this.#firstPlace[locale] + places![index];
    }
  }

  /** The area that the telephone number of a rank has. */
  #chooseRangesByRank(
    record: PartialRecord,
    ranks: Float64Array,
    ranges: Uint32Array,
  ): void {
    const picks = this.locales.picks(record);
    for (let i = 0; i < record.rows.count; i++) {
      const locale = picks === undefined ? 0 : picks[i];
      const { areas } = this.ranks!.locales[locale].phone;
      ranges[i] = this.#firstRange[locale] +
        (this.#areas[locale] === 0 ? 0 : areas[ranks[i] % areas.length]);
    }
  }

  /** The area that the telephone number has, in the row's locale. */
  #chooseRanges(record: PartialRecord, ranges: Uint32Array): void {
    const { rows } = record;
    const picks = this.locales.picks(record);
    if (picks === undefined) {
      if (this.#areas[0] === 0) ranges.fill(0, 0, rows.count);
      else this.#phone.below(rows, 0, this.#areas[0], ranges);
      return;
    }
    for (let locale = 0; locale < this.#areas.length; locale++) {
      const first = this.#firstRange[locale];
      const areas = this.#areas[locale];
      for (let i = 0; i < rows.count; i++) {
        if (picks[i] !== locale) continue;
        ranges[i] = areas === 0
          ? first
          : first + this.#phone.belowAt(rows.numbers[i], 0, areas);
      }
    }
  }
}

/** A column that shows a text which each place has. */
export function placeText(
  { name, summary, part, strings }: {
    name: string;
    summary: string;
    part: string;
    strings: (place: Place) => Strings;
  },
): Generator<typeof HANDLE> {
  return {
    ...{ name, group: "contact", summary, localized: true, params: HANDLE },
    example: `{ gen = "${name}" }`,
    shares: placePart(part),
    domain: (_params, scope, parts = []) => placeDomain(scope, parts),
    type: () => valueType("text"),
    ranked(params, site, parts) {
      const place = new Place(site, params, parts);
      return {
        storage: "entries",
        strings: strings(place),
        fill(record, ranks, out) {
          const places = place.choose(record, ranks);
          out.indexes.set(places.subarray(0, record.rows.count));
        },
      };
    },
    prepare(params, site) {
      const place = new Place(site, params);
      return {
        storage: "entries",
        strings: strings(place),
        fill(record, out) {
          out.indexes = place.choose(record);
        },
      };
    },
  };
}
