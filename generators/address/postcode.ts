// The postcode of the row's place, as its country writes it.
import {
  generator,
  type Prepared,
  type Strings,
} from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { PAIRS, TRIPLES } from "../../core/values/digits.ts";
import { isPlain } from "../../core/values/plain.ts";
import { askedRanks } from "../_ranks/asked_ranks.ts";
import { copyEntry } from "../_texts/bytes.ts";
import { DRAWS, HANDLE, Place, placePart } from "./_place.ts";
import { placeDomain } from "./_place_ranks.ts";

const TWO_MINUS_32 = 1 / 4294967296;
const HYPHEN = 45;

export const addressPostcode = generator({
  name: "address.postcode",
  group: "contact",
  summary: "A postcode of the row's place",
  example: `{ gen = "address.postcode" }`,
  localized: true,
  params: HANDLE,
  shares: placePart("postcode"),
  domain: (_params, scope, parts = []) => placeDomain(scope, parts),
  type: () => valueType("text"),
  prepare: (params, site) => codesOf(new Place(site, params)),
  ranked(params, site, parts) {
    const place = new Place(site, params, parts);
    return askedRanks((ranks) => codesOf(place, ranks));
  },
});

function codesOf(
  place: Place,
  ranksOf: () => Float64Array | undefined = () => undefined,
): Prepared {
  // Where only postcodes differ, a rank says which of the place's it is.
  const isCounted = place.ranks?.locales[0].codes !== undefined;
  const { postcodes, postcodeSpans } = place;
  // Where in a postcode a hyphen stands, by locale; -1 where none does.
  const hyphens = Int32Array.from(
    place.locales.each("postcode_shape"),
    (shape) => shape.size === 0 ? -1 : shape.at(0).indexOf("-"),
  );
  const firsts = numbersOf(postcodes);
  const room = postcodes.maxBytes + 1;
  return {
    storage: "slices",
    plain: isPlain(postcodes),
    fill(record, out) {
      const { count } = record.rows;
      const ranks = ranksOf();
      const places = place.choose(record, ranks);
      const picks = place.locales.picks(record);
      const words = record.scratch(0);
      place.random.below(record.rows, DRAWS.postcode, 0x100000000, words);
      const bytes = out.reserve(room * count);
      const view = new DataView(
        bytes.buffer,
        bytes.byteOffset,
        bytes.length,
      );
      let at = 0;
      for (let i = 0; i < count; i++) {
        out.starts[i] = at;
        const span = postcodeSpans[places[i]];
        const locale = picks === undefined ? 0 : picks[i];
        if (span === 1) {
          at = copyEntry(postcodes, places[i], bytes, at);
        } else {
          const width = postcodes.offsets[places[i] + 1] -
            postcodes.offsets[places[i]];
          const code = firsts[places[i]] +
            (isCounted
              ? place.codeOfRank(locale, ranks![i])
              : Math.floor(words[i] * span * TWO_MINUS_32));
          const hyphen = hyphens[locale];
          at = writeCode(view, at, code, width, hyphen);
        }
        out.ends[i] = at;
      }
    },
  };
}

/** Digits with zeros before them, and a hyphen after the first `hyphen` of them. */
function writeCode(
  view: DataView,
  at: number,
  code: number,
  width: number,
  hyphen: number,
): number {
  if (width === 5 && hyphen < 0) return writeFive(view, at, code);
  if (width === 8 && hyphen === 5) {
    const first = (code / 1000) | 0;
    writeFive(view, at, first);
    view.setInt32(at + 5, HYPHEN | TRIPLES[code - first * 1000] << 8, true);
    return at + 9;
  }
  const end = at + width + (hyphen < 0 ? 0 : 1);
  for (let place = end - 1; place >= at; place--) {
    if (place === at + hyphen) {
      view.setUint8(place, HYPHEN);
      continue;
    }
    const next = (code / 10) | 0;
    view.setUint8(place, 48 + code - next * 10);
    code = next;
  }
  return end;
}

function writeFive(view: DataView, at: number, code: number): number {
  const first = (code / 1000) | 0;
  const rest = TRIPLES[code - first * 1000];
  view.setInt32(at, PAIRS[first] | rest << 16, true);
  view.setUint8(at + 4, rest >> 16);
  return at + 5;
}

/** What stands there as digits; nobody asks for the others. */
function numbersOf(postcodes: Strings): Uint32Array {
  return Uint32Array.from(
    postcodes.toArray(),
    (code) => /^\d+$/.test(code) ? Number(code) : 0,
  );
}
