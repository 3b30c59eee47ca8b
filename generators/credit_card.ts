// Numbers of payment cards, with the issuer's prefix and length and a correct check digit (Luhn).
import {
  generator,
  type PartialRecord,
  type Ranked,
  type Site,
} from "../core/generator.ts";
import { defaulted, optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { writePadded } from "./_texts/bytes.ts";
import { drawnFrom } from "./_ranks/ranked.ts";
import { ZeroScratch } from "./_scratch.ts";

interface Issuer {
  /** First and last of each range of prefixes; all have `width` digits. */
  prefixes: readonly (readonly [number, number])[];
  width: number;
  /** Digits in all. */
  length: number;
  /** Digits in each printed group. */
  groups: readonly number[];
}

const FOURS = [4, 4, 4, 4];

const ISSUERS = {
  visa: { prefixes: [[4, 4]], width: 1, length: 16, groups: FOURS },
  mastercard: {
    ...{ prefixes: [[5100, 5599], [2221, 2720]], width: 4 },
    ...{ length: 16, groups: FOURS },
  },
  amex: {
    ...{ prefixes: [[34, 34], [37, 37]], width: 2 },
    ...{ length: 15, groups: [4, 6, 5] },
  },
  discover: {
    ...{ prefixes: [[6011, 6011], [6440, 6599]], width: 4 },
    ...{ length: 16, groups: FOURS },
  },
  diners: {
    ...{ prefixes: [[300, 305], [360, 369], [380, 389]], width: 3 },
    ...{ length: 14, groups: [4, 6, 4] },
  },
  jcb: { prefixes: [[3528, 3589]], width: 4, length: 16, groups: FOURS },
} satisfies Record<string, Issuer>;

type Name = keyof typeof ISSUERS;
const NAMES = Object.keys(ISSUERS) as Name[];
/** Where none is named; equally likely. */
const USUAL: Name[] = ["visa", "mastercard", "amex", "discover"];

export const creditCard = generator({
  name: "credit_card",
  group: "documents",
  summary:
    "Payment card numbers that pass every check; one may belong to somebody, so charge none",
  example: `{ gen = "credit_card", issuer = "visa" }`,
  params: {
    issuer: optional(
      "choice",
      `Whose card; without it ${USUAL.join(", ")}, equally likely`,
      { choices: NAMES },
    ),
    formatted: defaulted("flag", false, "4111 1111 1111 1111 with spaces"),
  },
  type: () => valueType("text"),
  domain: ({ issuer }) => domainOf(issuersOf(issuer)),
  prepare({ issuer, formatted }, site) {
    const issuers = issuersOf(issuer);
    const ranked = rankedCard(issuers, formatted, site);
    return drawnFrom(ranked, domainOf(issuers), site.random());
  },
  ranked: ({ issuer, formatted }, site) =>
    rankedCard(issuersOf(issuer), formatted, site),
});

function issuersOf(issuer: string | undefined): Issuer[] {
  return (issuer === undefined ? USUAL : [issuer as Name]).map((name) =>
    ISSUERS[name]
  );
}

/** What any of the issuers can number. */
function domainOf(issuers: readonly Issuer[]): number {
  return Math.min(
    ...issuers.map((one) => countPrefixes(one) * restSize(one)),
  );
}

function countPrefixes({ prefixes }: Issuer): number {
  return prefixes.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** Numbers behind one prefix. */
function restSize({ length, width }: Issuer): number {
  return Number(`1e${length - width - 1}`);
}

function rankedCard(
  issuers: readonly Issuer[],
  formatted: boolean,
  site: Site,
): Ranked {
  const room = 19;
  const random = site.random("issuer");
  const zeros = new ZeroScratch();
  const pick = (record: PartialRecord) =>
    issuers.length === 1 ? zeros.of(record.rows.count) : record.share(
      `credit_card/${site.column}`,
      (out) => random.below(record.rows, 0, issuers.length, out),
    );
  const writers = issuers.map((issuer) => new CardWriter(issuer, formatted));
  return {
    storage: "slices",
    plain: true,
    fill(record, ranks, out) {
      const { count } = record.rows;
      const picks = pick(record);
      const bytes = out.reserve(room * count);
      for (let i = 0; i < count; i++) {
        out.starts[i] = i * room;
        out.ends[i] = writers[picks[i]].write(ranks[i], bytes, i * room);
      }
    },
  };
}

class CardWriter {
  readonly #prefixes: Uint16Array;
  readonly #rest: number;
  readonly #width: number;
  readonly #length: number;
  readonly #digits: Uint8Array;
  /** 1 where a space stands before the digit. */
  readonly #gaps: Uint8Array;

  constructor(issuer: Issuer, formatted: boolean) {
    this.#prefixes = Uint16Array.from(
      issuer.prefixes.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i)
      ),
    );
    this.#rest = restSize(issuer);
    this.#width = issuer.width;
    this.#length = issuer.length;
    this.#digits = new Uint8Array(issuer.length);
    this.#gaps = new Uint8Array(issuer.length);
    let at = 0;
    for (const group of formatted ? issuer.groups.slice(0, -1) : []) {
      at += group;
      this.#gaps[at] = 1;
    }
  }

  write(rank: number, bytes: Uint8Array, at: number): number {
    const digits = this.#digits;
    const length = this.#length;
    const index = Math.floor(rank / this.#rest);
    const rest = rank - index * this.#rest;
    writePadded(digits, this.#width, length - 1, rest);
    writePadded(digits, 0, this.#width, this.#prefixes[index]);
    digits[length - 1] = 48 + luhn(digits, length - 1);
    for (let i = 0; i < length; i++) {
      if (this.#gaps[i] === 1) bytes[at++] = 32;
      bytes[at++] = digits[i];
    }
    return at;
  }
}

/** Every second digit from the last on counts twice; of a sum of two digits, their sum counts. */
function luhn(digits: Uint8Array, count: number): number {
  let sum = 0;
  for (let i = count - 1, twice = true; i >= 0; i--, twice = !twice) {
    const digit = digits[i] - 48;
    const value = twice ? 2 * digit : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - sum % 10) % 10;
}
