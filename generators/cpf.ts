// Numbers of the Brazilian register of natural persons, with both check digits right.
import { generator, type Ranked, type Vector } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { writePair, writeTriple } from "./_texts/bytes.ts";
import { drawnFrom } from "./_ranks/ranked.ts";

/** Nine digits are free, but not nine times the same: no office takes those. */
const REPEATED = 111111111;
const FREE = 1000000000 - 10;
const DOT = 46;
const HYPHEN = 45;

export const cpf = generator({
  name: "cpf",
  group: "documents",
  summary: "Brazilian CPF numbers with correct check digits",
  example: `{ gen = "cpf" }`,
  params: {
    formatted: defaulted(
      "flag",
      true,
      "123.456.789-09 with punctuation, 12345678909 without",
    ),
  },
  type: () => valueType("text"),
  domain: () => FREE,
  prepare: ({ formatted }, site) =>
    drawnFrom(rankedCpf(formatted), FREE, site.random()),
  ranked: ({ formatted }) => rankedCpf(formatted),
});

function rankedCpf(formatted: boolean): Ranked {
  const room = formatted ? 14 : 11;
  return {
    storage: "slices",
    plain: true,
    fill({ rows }, ranks, out) {
      out.reserve(room * rows.count);
      for (let i = 0; i < rows.count; i++) {
        out.starts[i] = i * room;
        out.ends[i] = i * room + room;
        write(out, i * room, cpfOf(ranks[i]), formatted);
      }
    },
  };
}

/** The nine digits with this rank among those that may be given. */
function cpfOf(rank: number): number {
  return rank + Math.floor(rank / (REPEATED - 1)) + 1;
}

function write(
  { bytes }: Vector,
  at: number,
  digits: number,
  formatted: boolean,
): void {
  const first = (digits / 1000000) | 0;
  const second = (digits / 1000 | 0) - first * 1000;
  const third = digits % 1000;
  at = writeTriple(bytes, at, first);
  if (formatted) bytes[at++] = DOT;
  at = writeTriple(bytes, at, second);
  if (formatted) bytes[at++] = DOT;
  at = writeTriple(bytes, at, third);
  if (formatted) bytes[at++] = HYPHEN;
  writePair(bytes, at, checkDigits(digits));
}

/** Both check digits as one number. */
function checkDigits(digits: number): number {
  // Weights 2 to 10 (3 to 11 for the second) from the last digit on; 11 less the rest, and 0 for 10 and 11.
  let first = 0;
  let second = 0;
  let rest = digits;
  for (let weight = 2; weight <= 10; weight++) {
    const next = (rest / 10) | 0;
    const digit = rest - next * 10;
    rest = next;
    first += digit * weight;
    second += digit * (weight + 1);
  }
  const one = checkDigit(first);
  return 10 * one + checkDigit(second + 2 * one);
}

function checkDigit(sum: number): number {
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}
