// Numbers of Brazilian driving licences, with both check digits right.
import { generator, type Ranked } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { drawnFrom } from "./_ranks/ranked.ts";

const LENGTH = 11;
/** The first eight digits are free, but not eight times the same. */
const REPEATED = 11111111;
/**
 * Of the ten ninth digits, nine: where the first sum leaves 10, checkers disagree on the second digit, so no such
 * number is made.
 */
const NINTH = 9;
const DOMAIN = (100_000_000 - 10) * NINTH;

export const cnh = generator({
  name: "cnh",
  group: "documents",
  summary:
    "Numbers of Brazilian driving licences with correct check digits: 11 digits",
  example: `{ gen = "cnh" }`,
  params: {},
  type: () => valueType("text"),
  domain: () => DOMAIN,
  prepare: (_params, site) => drawnFrom(rankedCnh(), DOMAIN, site.random()),
  ranked: rankedCnh,
});

function rankedCnh(): Ranked {
  return {
    storage: "slices",
    plain: true,
    fill({ rows }, ranks, out) {
      const bytes = out.reserve(LENGTH * rows.count);
      for (let i = 0; i < rows.count; i++) {
        const start = i * LENGTH;
        out.starts[i] = start;
        out.ends[i] = start + LENGTH;
        const rank = Math.floor(ranks[i] / NINTH);
        write(
          bytes,
          start,
          rank + Math.floor(rank / (REPEATED - 1)) + 1,
          ranks[i] - rank * NINTH,
        );
      }
    },
  };
}

function write(
  bytes: Uint8Array,
  start: number,
  eight: number,
  ninth: number,
): void {
  let falling = 0; // weights 9 to 2
  let rising = 0; // weights 1 to 8
  for (let place = 7; place >= 0; place--) {
    const next = (eight / 10) | 0;
    const digit = eight - next * 10;
    eight = next;
    bytes[start + place] = 48 + digit;
    falling += digit * (9 - place);
    rising += digit * (place + 1);
  }
  const avoided = 10 - falling % 11;
  if (ninth >= avoided) ninth++;
  bytes[start + 8] = 48 + ninth;
  bytes[start + 9] = 48 + (falling + ninth) % 11;
  const second = (rising + 9 * ninth) % 11;
  bytes[start + 10] = 48 + (second === 10 ? 0 : second);
}
