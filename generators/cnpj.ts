// Numbers of the Brazilian register of companies, with both check digits right.
import { generator, type Ranked } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { drawnFrom } from "./_ranks/ranked.ts";

/** Characters of a company's own part; 0001, its head office, follows. */
const OWN = 8;
const BRANCH = [0, 0, 0, 1];
/** Without 00000000, which nobody has. */
const NUMERIC = 99_999_999;
const ALPHANUMERIC = 2_821_109_907_455; // 36^8 - 1

export const cnpj = generator({
  name: "cnpj",
  group: "documents",
  summary: "Brazilian CNPJ numbers of head offices with correct check digits",
  example: `{ gen = "cnpj" }`,
  params: {
    formatted: defaulted(
      "flag",
      true,
      "12.345.678/0001-95 with punctuation, 12345678000195 without",
    ),
    alphanumeric: defaulted(
      "flag",
      false,
      "Letters too, as in numbers given out from July 2026 on: 12.ABC.345/0001-03",
    ),
  },
  type: () => valueType("text"),
  domain: ({ alphanumeric }) => alphanumeric ? ALPHANUMERIC : NUMERIC,
  prepare: ({ formatted, alphanumeric }, site) =>
    drawnFrom(
      rankedCnpj(formatted, alphanumeric ? 36 : 10),
      alphanumeric ? ALPHANUMERIC : NUMERIC,
      site.random(),
    ),
  ranked: ({ formatted, alphanumeric }) =>
    rankedCnpj(formatted, alphanumeric ? 36 : 10),
});

function rankedCnpj(formatted: boolean, base: number): Ranked {
  const length = formatted ? 18 : 14;
  const places = new Uint8Array(14);
  places.set(BRANCH, OWN);
  return {
    storage: "slices",
    plain: true,
    fill({ rows }, ranks, out) {
      const bytes = out.reserve(length * rows.count);
      for (let i = 0; i < rows.count; i++) {
        let rest = ranks[i] + 1;
        for (let place = OWN - 1; place >= 0; place--) {
          const next = Math.floor(rest / base);
          places[place] = valueOf(rest - next * base);
          rest = next;
        }
        places[12] = checkDigit(places, 12);
        places[13] = checkDigit(places, 13);
        out.starts[i] = i * length;
        out.ends[i] = write(places, bytes, i * length, formatted);
      }
    },
  };
}

/** A letter counts as its ASCII code less 48, as a digit does: 17 for A. */
function valueOf(digit: number): number {
  return digit < 10 ? digit : digit + 7;
}

/** Weights 2 to 9, again and again, from the last place before it on. */
function checkDigit(places: Uint8Array, count: number): number {
  let sum = 0;
  for (let i = count - 1, weight = 2; i >= 0; i--) {
    sum += places[i] * weight;
    weight = weight === 9 ? 2 : weight + 1;
  }
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function write(
  places: Uint8Array,
  bytes: Uint8Array,
  at: number,
  formatted: boolean,
): number {
  for (let i = 0; i < 14; i++) {
    if (formatted) {
      if (i === 2 || i === 5) bytes[at++] = 46;
      else if (i === 8) bytes[at++] = 47;
      else if (i === 12) bytes[at++] = 45;
    }
    bytes[at++] = 48 + places[i];
  }
  return at;
}
