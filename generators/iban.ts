// International bank account numbers (ISO 13616): each country's length and structure, check digits by mod 97.
import { generator, type Ranked, type Site } from "../core/generator.ts";
import { defaulted, optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { writePadded } from "./_texts/bytes.ts";
import { drawnFrom } from "./_ranks/ranked.ts";
import { WordScratch, ZeroScratch } from "./_scratch.ts";

/**
 * What follows the check digits: letters of the bank, digits, and where there is one an end that is always the same.
 * Where a country allows letters and digits, digits are used, as banks do. Check digits inside a country's own account
 * numbers are not computed.
 */
const COUNTRIES: Readonly<Record<string, [number, number, string?]>> = {
  ...{ AD: [0, 20], AE: [0, 19], AT: [0, 16], BE: [0, 12], BG: [4, 14] },
  ...{ BR: [0, 23, "P1"], CH: [0, 17], CY: [0, 24], CZ: [0, 20] },
  ...{ DE: [0, 18], DK: [0, 14], EE: [0, 16], ES: [0, 20], FI: [0, 14] },
  ...{ FR: [0, 23], GB: [4, 14], GR: [0, 23], HR: [0, 17], HU: [0, 24] },
  ...{ IE: [4, 14], IL: [0, 19], IS: [0, 22], IT: [1, 22], LI: [0, 17] },
  ...{ LT: [0, 16], LU: [0, 16], LV: [4, 13], MC: [0, 23], MT: [4, 23] },
  ...{ NL: [4, 10], NO: [0, 11], PL: [0, 24], PT: [0, 21], RO: [4, 16] },
  ...{ RS: [0, 18], SA: [0, 20], SE: [0, 20], SI: [0, 15], SK: [0, 20] },
  ...{ SM: [1, 22], TR: [0, 22], UA: [0, 25] },
};
const NAMES = Object.keys(COUNTRIES);
/** Digits that come from the rank: 10^15 is the last power of ten that a double counts to. */
const RANKED = 15;
/** Letters, and the digits before those, are drawn, each kind at once. */
const DRAWS = { country: 0, letters: 1, digits: 2 };
const DIGITS = 1e15;
/** A hundred times as much is still a 32-bit integer. */
const LARGE = 10_000_000;
const LETTERS = 456_976; // 26^4

export const iban = generator({
  name: "iban",
  group: "documents",
  summary: "International bank account numbers with correct check digits",
  example: `{ gen = "iban", country = "DE" }`,
  params: {
    country: optional(
      "choice",
      "The country; without it all of them, equally likely",
      { choices: NAMES },
    ),
    formatted: defaulted(
      "flag",
      false,
      "DE89 3704 0044 0532 0130 00 in groups of four",
    ),
  },
  type: () => valueType("text"),
  domain: ({ country }) => domainOf(country),
  prepare({ country, formatted }, site) {
    const ranked = rankedIban(country, formatted, site);
    return drawnFrom(ranked, domainOf(country), site.random());
  },
  ranked: ({ country, formatted }, site) =>
    rankedIban(country, formatted, site),
});

function domainOf(country: string | undefined): number {
  return Number(`1e${rankedDigits(country)}`);
}

/** Digits that the rank gives, in all of the countries. */
function rankedDigits(country: string | undefined): number {
  const names = country === undefined ? NAMES : [country];
  return Math.min(RANKED, ...names.map((name) => COUNTRIES[name][1]));
}

function rankedIban(
  country: string | undefined,
  formatted: boolean,
  site: Site,
): Ranked {
  const random = site.random("account");
  const writers = (country === undefined ? NAMES : [country])
    .map((name) => new IbanWriter(name, formatted, rankedDigits(country)));
  const room = Math.max(...writers.map(({ length }) => length));
  const scratch = new WordScratch();
  const zeros = new ZeroScratch();
  return {
    storage: "slices",
    plain: true,
    fill(record, ranks, out) {
      const { rows } = record;
      const { count } = rows;
      const words = scratch.of(2 * count);
      const letters = words.subarray(0, count);
      const digits = record.scratch(1);
      let picks = zeros.of(count);
      if (writers.length > 1) {
        picks = words.subarray(count, 2 * count);
        random.below(rows, DRAWS.country, writers.length, picks);
      }
      random.below(rows, DRAWS.letters, LETTERS, letters);
      random.below(rows, DRAWS.digits, DIGITS, digits);
      const bytes = out.reserve(room * count);
      for (let i = 0; i < count; i++) {
        out.starts[i] = i * room;
        out.ends[i] = writers[picks[i]]
          .write(letters[i], digits[i], ranks[i], bytes, i * room);
      }
    },
  };
}

class IbanWriter {
  readonly length: number;
  readonly #letters: number;
  readonly #digits: number;
  readonly #gaps: boolean;
  /** The characters, in the order in which they are written. */
  readonly #text: Uint8Array;
  readonly #size: number;
  readonly #ranked: number;

  constructor(country: string, formatted: boolean, ranked: number) {
    this.#ranked = ranked;
    const [letters, digits, end = ""] = COUNTRIES[country];
    this.#letters = letters;
    this.#digits = digits;
    this.#gaps = formatted;
    this.#size = 4 + letters + digits + end.length;
    this.#text = new Uint8Array(this.#size);
    this.#text.set(new TextEncoder().encode(country));
    this.#text.set(new TextEncoder().encode(end), 4 + letters + digits);
    this.length = this.#size + (formatted ? Math.ceil(this.#size / 4) - 1 : 0);
  }

  write(
    letters: number,
    more: number,
    rank: number,
    bytes: Uint8Array,
    at: number,
  ): number {
    const text = this.#text;
    for (let i = 0; i < this.#letters; i++) {
      const next = (letters / 26) | 0;
      text[4 + i] = 65 + letters - next * 26;
      letters = next;
    }
    const first = 4 + this.#letters;
    const place = first + this.#digits - 1;
    const middle = Math.max(first, place + 1 - this.#ranked);
    writePadded(text, middle, place + 1, rank);
    writePadded(text, Math.max(first, middle - RANKED), middle, more);
    const check = 98 - this.#remainder();
    text[2] = 48 + ((check / 10) | 0);
    text[3] = 48 + check % 10;
    for (let i = 0; i < this.#size; i++) {
      if (this.#gaps && i > 0 && (i & 3) === 0) bytes[at++] = 32;
      bytes[at++] = text[i];
    }
    return at;
  }

  /** Of the number that the text is with the country and 00 at its end, and letters as 10 to 35. */
  #remainder(): number {
    const text = this.#text;
    const size = this.#size;
    let rest = 0;
    for (let i = 4; i < size + 2; i++) {
      const byte = text[i < size ? i : i - size];
      rest = byte < 58 ? rest * 10 + byte - 48 : rest * 100 + byte - 55;
      // Only now and then: a remainder takes as long as all the rest.
      if (rest >= LARGE) rest %= 97;
    }
    return rest % 97 * 100 % 97;
  }
}
