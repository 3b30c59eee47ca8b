// What of a place must differ from row to row, and what follows from a rank then: an area, a place, a postcode, a street.
import type { RandomStream, Scope, Strings } from "../../core/generator.ts";
import type { LocaleShare } from "../../core/parameters.ts";
import { type Lists, listsOf, ownTexts, Spread } from "../_ranks/own_texts.ts";
import { type PhoneShape, phoneShapes } from "./_phone_shape.ts";
import { type LocalePlaces, readPlaces } from "./_read_places.ts";

/** A house has a number from 1 to this. */
export const HOUSES = 1999;

/** Parts that a place has, so that places are chosen by rank where one of them must differ. */
const OF_PLACE = ["city", "state", "state_code", "postcode"] as const;

/** What a locale has for ranks. */
export interface LocaleRanks {
  /** Ranks of the locale that give different parts. */
  size: number;
  /** Numbers of places among the locale's; undefined where a rank chooses no place. */
  places: Uint32Array | undefined;
  /** The first rank of each place, where a rank chooses one of its postcodes. */
  codes: Float64Array | undefined;
  phone: PhoneShape;
  /** Streets of the locale's list. */
  streets: Uint32Array;
}

export interface PlaceRanks {
  parts: readonly string[];
  /** What every locale has. */
  domain: number;
  locales: LocaleRanks[];
}

/** Undefined while lists are not there. */
export function placeRanks(
  lists: Lists,
  locales: readonly LocaleShare[],
  parts: readonly string[],
): PlaceRanks | undefined {
  const phones = phoneShapes(lists, locales);
  const streets = listsOf(lists, locales, "street");
  const shapes = listsOf(lists, locales, "street_shape");
  if ([phones, streets, shapes].includes(undefined)) return undefined;
  const ownStreets = ownStreetsOf(streets!, shapes!);
  const asked = OF_PLACE.filter((part) => parts.includes(part));
  const seen = new Seen(asked);
  const found = locales.map(({ locale }, i): LocaleRanks => {
    const phone = phones![i];
    const sizes: number[] = [];
    let places: Uint32Array | undefined;
    let codes: Float64Array | undefined;
    if (asked.length > 0) {
      const all = readPlaces((name) => lists.list(name, locale)!);
      const isAsked = parts.includes("phone") && all.areas > 0;
      const areas = new Set(phone.areas);
      places = Uint32Array.from(
        all.areaOf.keys().filter((place) =>
          (!isAsked || areas.has(all.areaOf[place])) && seen.take(all, place)
        ),
      );
      sizes.push(places.length);
      if (asked.every((part) => part === "postcode")) {
        codes = firstRanks(places, all);
        sizes[0] = codes[places.length];
      }
    }
    if (parts.includes("phone")) {
      sizes.push(
        places === undefined ? phone.areas.length * phone.rests : phone.rests,
      );
    }
    if (parts.includes("street")) sizes.push(ownStreets[i].length * HOUSES);
    const size = Math.min(...sizes);
    return { size, places, codes, phone, streets: ownStreets[i] };
  });
  return {
    parts,
    domain: Math.min(...found.map(({ size }) => size)),
    locales: found,
  };
}

/** For `Generator.domain` of everything that shows a place. */
export function placeDomain(
  scope: Scope,
  parts: readonly string[],
): number | undefined {
  return placeRanks(scope, scope.locales, parts)?.domain;
}

/** Spreads ranks over the places (or their postcodes) of each locale; the same for all columns of a place. */
export function spreadPlaces(
  { locales, domain }: PlaceRanks,
  random: RandomStream,
): Spread {
  return new Spread(
    random,
    locales.map(({ places, codes }) =>
      codes === undefined ? places?.length ?? 1 : codes[places!.length]
    ),
    domain,
  );
}

/** The sum of spans before each place, and of all. */
function firstRanks(
  places: Uint32Array,
  { spans }: LocalePlaces,
): Float64Array {
  const firsts = new Float64Array(places.length + 1);
  places.forEach((place, i) => firsts[i + 1] = firsts[i] + spans[place]);
  return firsts;
}

/** Where in `firsts` a rank lies. */
export function placeOfRank(firsts: Float64Array, rank: number): number {
  let low = 0;
  let high = firsts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= rank) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Streets that, whatever house number stands beside them, make addresses of no other street. */
function ownStreetsOf(
  streets: readonly Strings[],
  shapes: readonly Strings[],
): Uint32Array[] {
  const texts = streets.map((list, i) => {
    const shape = shapes[i].at(0);
    return list.toArray().map((street) =>
      shape.replace(/\b[NS]\b/g, (sign) => sign === "N" ? "\0" : street)
    );
  });
  const ends = new Set(shapes.map((shape) => shape.at(0).indexOf("N") === 0));
  return ownTexts(texts).map((own, i) =>
    // Where a digit stands beside the house number, or at the end where another locale has it, it could be taken for it.
    own.filter((street) =>
      !/\d\0|\0\d/.test(texts[i][street]) &&
      (ends.size === 1 || !/^\d|\d$/.test(texts[i][street]))
    )
  );
}

/** Texts and ranges of postcodes that are taken. */
class Seen {
  readonly #parts: readonly (typeof OF_PLACE[number])[];
  readonly #texts = new Map<string, Set<string>>();
  readonly #ranges: { width: number; first: number; last: number }[] = [];

  constructor(parts: readonly (typeof OF_PLACE[number])[]) {
    this.#parts = parts;
    for (const part of parts) this.#texts.set(part, new Set());
  }

  /** Takes a place, if it is new in all parts. */
  take(all: LocalePlaces, place: number): boolean {
    const texts = this.#parts.map((part) => textOf(all, place, part));
    if (this.#parts.some((part, i) => this.#texts.get(part)!.has(texts[i]))) {
      return false;
    }
    if (this.#parts.includes("postcode") && !this.#takeCodes(all, place)) {
      return false;
    }
    this.#parts.forEach((part, i) => this.#texts.get(part)!.add(texts[i]));
    return true;
  }

  /** Codes of digits are compared as ranges of numbers, with or without a hyphen among them. */
  #takeCodes({ postcodes, spans }: LocalePlaces, place: number): boolean {
    const text = postcodes.at(place);
    if (!/^\d+$/.test(text)) return true;
    const width = text.length;
    const first = Number(text);
    const last = first + spans[place] - 1;
    if (
      this.#ranges.some((one) =>
        one.width === width && one.first <= last && first <= one.last
      )
    ) return false;
    this.#ranges.push({ width, first, last });
    return true;
  }
}

function textOf(
  { cities, states, stateCodes, postcodes }: LocalePlaces,
  place: number,
  part: typeof OF_PLACE[number],
): string {
  const lists = { city: cities, state: states, state_code: stateCodes };
  return (part === "postcode" ? postcodes : lists[part]).at(place);
}
