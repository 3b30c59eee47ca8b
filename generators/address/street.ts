// Street and house number of the row's place, in the order of its country.
import {
  generator,
  type PartialRecord,
  type Prepared,
  type Site,
  type Strings,
} from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { isPlain } from "../../core/values/plain.ts";
import { askedRanks } from "../_ranks/asked_ranks.ts";
import { copyEntry } from "../_texts/bytes.ts";
import { Locales, type LocalList } from "../_texts/localized.ts";
import { Spread } from "../_ranks/own_texts.ts";
import { WordScratch } from "../_scratch.ts";
import { DRAWS, HANDLE, placePart } from "./_place.ts";
import { HOUSES, placeDomain, placeRanks } from "./_place_ranks.ts";

export const addressStreet = generator({
  name: "address.street",
  group: "contact",
  summary: "A street and house number, as the locale's country writes them",
  example: `{ gen = "address.street" }`,
  localized: true,
  params: HANDLE,
  shares: placePart("street"),
  domain: (_params, scope, parts = []) => placeDomain(scope, parts),
  type: () => valueType("text"),
  prepare: ({ of }, site) => streetsOf(of, site),
  ranked({ of }, site, parts = []) {
    if (!parts.includes("street")) return askedRanks(() => streetsOf(of, site));
    const { locales, domain } = placeRanks(site, site.locales, parts)!;
    const sizes = locales.map(({ streets }) => streets.length);
    const spread = new Spread(
      site.shared("place/street/spread", of),
      sizes.map((size) => HOUSES * size),
      domain,
    );
    return askedRanks((ranksOf) =>
      streetsOf(of, site, ({ rows }, picks, { starts }, chosen, houses) => {
        const ranks = ranksOf();
        for (let i = 0; i < rows.count; i++) {
          const locale = picks === undefined ? 0 : picks[i];
          const rank = spread.at(locale, ranks[i]);
          const house = Math.floor(rank / sizes[locale]);
          houses[i] = house;
          chosen[i] = starts[locale] +
            locales[locale].streets[rank - house * sizes[locale]];
        }
      })
    );
  },
});

/** Chooses a street of all locales' and a house number from 0 for each row. */
type Choose = (
  record: PartialRecord,
  picks: Uint32Array | undefined,
  streets: LocalList,
  chosen: Uint32Array,
  houses: Float64Array,
) => void;

function streetsOf(of: string, site: Site, choose?: Choose): Prepared {
  const locales = new Locales(site, of);
  const random = site.shared("place", of);
  const streets = locales.list("street");
  const shapes = locales.each("street_shape").map((one) => one.at(0));
  const writers = shapes.map((shape) => writerOf(shape, streets.strings));
  const room = streets.strings.maxBytes + 4 +
    Math.max(...shapes.map((shape) => shape.length));
  const words = new WordScratch();
  return {
    storage: "slices",
    plain: isPlain(streets.strings) && shapes.every((one) => !/,/.test(one)),
    fill(record, out) {
      const { rows } = record;
      const picks = locales.picks(record);
      const chosen = words.of(rows.count);
      const houses = record.scratch(0);
      if (choose !== undefined) {
        choose(record, picks, streets, chosen, houses);
      } else {
        locales.draw(streets, record, random, DRAWS.street, chosen);
        random.below(rows, DRAWS.house, HOUSES, houses);
      }
      const bytes = out.reserve(room * rows.count);
      let at = 0;
      for (let i = 0; i < rows.count; i++) {
        out.starts[i] = at;
        const write = writers[picks === undefined ? 0 : picks[i]];
        at = write(chosen[i], 1 + houses[i], bytes, at);
        out.ends[i] = at;
      }
    },
  };
}

type Write = (
  street: number,
  house: number,
  bytes: Uint8Array,
  at: number,
) => number;

/** @param shape `N S`: the house number, then the street; anything else stands as it is. */
function writerOf(shape: string, streets: Strings): Write {
  const encoder = new TextEncoder();
  const [before, between, after] = shape.split(/\b[NS]\b/)
    .map((part) => encoder.encode(part));
  const numberFirst = /\bN\b.*\bS\b/.test(shape);
  return (street, house, bytes, at) => {
    at = copyAll(before, bytes, at);
    at = numberFirst
      ? writeNumber(house, bytes, at)
      : copyEntry(streets, street, bytes, at);
    at = copyAll(between, bytes, at);
    at = numberFirst
      ? copyEntry(streets, street, bytes, at)
      : writeNumber(house, bytes, at);
    return copyAll(after, bytes, at);
  };
}

function copyAll(part: Uint8Array, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < part.length; i++) bytes[at++] = part[i];
  return at;
}

/** 1 to 9999. */
function writeNumber(value: number, bytes: Uint8Array, at: number): number {
  const end = at + (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4);
  for (let place = end - 1; place >= at; place--) {
    const next = (value / 10) | 0;
    bytes[place] = 48 + value - next * 10;
    value = next;
  }
  return end;
}
