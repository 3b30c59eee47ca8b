// Telephone numbers as they are written where the locale is spoken.
import {
  generator,
  type Prepared,
  type RandomStream,
  type Ranked,
  type Site,
  type Strings,
} from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { Permutation } from "../core/values/permutation.ts";
import { isPlain, isPlainText } from "../core/values/plain.ts";
import { PHONE_DIGITS, type PhoneShape } from "./address/_phone_shape.ts";
import { Place, placePart } from "./address/_place.ts";
import { placeDomain } from "./address/_place_ranks.ts";
import { askedRanks } from "./_ranks/asked_ranks.ts";
import { LetterWriter } from "./_texts/letters.ts";
import { Locales } from "./_texts/localized.ts";
import { FlagScratch } from "./_scratch.ts";
import { compilePattern } from "./pattern/_compile.ts";
import type { PatternNode } from "./pattern/_node.ts";
import { PatternWriter } from "./pattern/_write.ts";

export const phone = generator({
  name: "phone",
  group: "contact",
  summary: "Telephone numbers of the locale's country, at the row's place",
  example: `{ gen = "phone" }`,
  localized: true,
  params: {
    of: defaulted(
      "text",
      "",
      "Another place of the row, shared by all columns that say the same",
    ),
  },
  shares: placePart("phone"),
  domain: (_params, scope, parts = []) => placeDomain(scope, parts),
  type: () => valueType("text"),
  ranked({ of }, site, parts = []) {
    const place = new Place(site, { of }, parts);
    if (parts.includes("phone") || place.byRank) {
      return rankedPhone(place, site.shared("place/phone", of));
    }
    return askedRanks(() => drawnPhone(of, site));
  },
  prepare: ({ of }, site) => drawnPhone(of, site),
});

function drawnPhone(of: string, site: Site): Prepared {
  const locales = new Locales(site, of);
  const shapes = locales.each("phone_shape");
  const areas = locales.each("phone_area");
  const patterns = shapes.map((one, i) =>
    compilePattern(numbersOf(one, areas[i]))
  );
  const maxBytes = Math.max(...patterns.map((one) => one.maxBytes));
  const random = site.shared("place/phone", of);
  const writer = new PatternWriter(random, new LetterWriter(random));
  const flags = new FlagScratch();
  return {
    storage: "slices",
    plain: shapes.every(isPlain) && areas.every(isPlain),
    fill(record, out) {
      const { rows } = record;
      const picks = locales.picks(record);
      const bytes = out.reserve(maxBytes * rows.count);
      const { starts, ends } = out;
      for (let i = 0; i < rows.count; i++) ends[i] = starts[i] = i * maxBytes;
      if (picks === undefined) {
        writer.write(patterns[0].steps, rows, bytes, ends);
        return;
      }
      const active = flags.of(rows.count);
      for (let locale = 0; locale < patterns.length; locale++) {
        for (let i = 0; i < rows.count; i++) {
          active[i] = picks[i] === locale ? 1 : 0;
        }
        writer.write(patterns[locale].steps, rows, bytes, ends, active);
      }
    },
  };
}

/** All numbers of a locale. */
function numbersOf(shapes: Strings, areaCodes: Strings): PatternNode {
  const areas = areaCodes.toArray();
  const alternatives = shapes.toArray().map(
    (shape): PatternNode => ({
      kind: "sequence",
      parts: [...shape].map((sign) => ({
        kind: "letter",
        characters: sign === "A" ? areas : [...PHONE_DIGITS[sign] ?? sign],
      })),
    }),
  );
  return alternatives.length === 1
    ? alternatives[0]
    : { kind: "choice", alternatives };
}

/** The row and draws of the stream that key the order of the numbers of an area: no row's own number is made from them. */
const ORDER = { row: 2 ** 53 - 1, draws: [65534, 65535] } as const;

/** Numbers from ranks: which area, and which of its numbers. Where the place follows from the rank, its area does. */
function rankedPhone(place: Place, random: RandomStream): Ranked {
  const { parts, locales } = place.ranks!;
  const isUnique = parts.includes("phone");
  const writers = locales.map(({ phone }, locale) =>
    new PhoneWriter(
      phone,
      new Permutation(
        random.wordAt(ORDER.row - locale, ORDER.draws[0]),
        random.wordAt(ORDER.row - locale, ORDER.draws[1]),
        phone.rests,
      ),
    )
  );
  const room = Math.max(...writers.map((one) => one.room));
  const hasAreas = locales.map(({ phone }, locale) =>
    place.areasOf(locale) > 0 && phone.codes.length > 0
  );
  return {
    storage: "slices",
    plain: writers.every((one) => one.plain),
    fill(record, ranks, out) {
      const { rows } = record;
      const picks = place.locales.picks(record);
      const places = place.byRank ? place.choose(record, ranks) : undefined;
      const bytes = out.reserve(room * rows.count);
      const { starts, ends } = out;
      let at = 0;
      for (let i = 0; i < rows.count; i++) {
        const locale = picks === undefined ? 0 : picks[i];
        const writer = writers[locale];
        const { areas, rests, codes } = locales[locale].phone;
        const row = rows.numbers[i];
        let rest = ranks[i];
        // As the place has it, or as the place will have it: it follows the same rank.
        const area = places !== undefined && hasAreas[locale]
          ? place.areaOf[places[i]]
          : isUnique
          ? areas[rest % areas.length]
          : random.belowAt(row, 0, codes.length);
        if (!isUnique) rest = random.belowAt(row, 1, rests);
        else if (places === undefined) rest = Math.floor(rest / areas.length);
        starts[i] = at;
        at = writer.write(area, rest, bytes, at);
        ends[i] = at;
      }
    },
  };
}

class PhoneWriter {
  /** Length in bytes of the longest number. */
  readonly room: number;
  readonly plain: boolean;
  readonly #codes: Uint8Array[];
  readonly #signs: (Uint8Array | undefined)[];
  readonly #order: Permutation;

  constructor({ codes, signs }: PhoneShape, order: Permutation) {
    const encoder = new TextEncoder();
    this.#codes = codes.map((code) => encoder.encode(code));
    // Telephone numbers are ASCII in every locale.
    this.#signs = signs.map((sign) =>
      sign === "A" ? undefined : encoder.encode(sign)
    );
    this.#order = order;
    this.plain = isPlainText([...codes, ...signs].join(""));
    this.room = signs.length +
      this.#codes.reduce((most, { length }) => Math.max(most, length), 0);
  }

  write(area: number, rest: number, bytes: Uint8Array, at: number): number {
    const code = this.#codes[area];
    let digits = this.#order.at(rest);
    const signs = this.#signs;
    const end = at + signs.length - 1 +
      (signs.includes(undefined) ? code.length : 1);
    let place = end;
    for (let i = signs.length - 1; i >= 0; i--) {
      const sign = signs[i];
      if (sign === undefined) {
        place -= code.length;
        bytes.set(code, place);
        continue;
      }
      const next = Math.floor(digits / sign.length);
      bytes[--place] = sign[digits - next * sign.length];
      digits = next;
    }
    return end;
  }
}
