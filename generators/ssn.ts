// Numbers of the social security of the United States, in the form that is given out.
import { generator, type Ranked } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { writePair, writeTriple } from "./_texts/bytes.ts";
import { drawnFrom } from "./_ranks/ranked.ts";

/** Areas 001 to 899 without 666, groups 01 to 99, serial numbers 0001 to 9999: no others were ever given. */
const AREAS = 898;
const GROUPS = 99;
const SERIALS = 9999;
const DOMAIN = AREAS * GROUPS * SERIALS;
const NEVER_AREA = 666;
const HYPHEN = 45;

export const ssn = generator({
  name: "ssn",
  group: "documents",
  summary: "United States social security numbers",
  example: `{ gen = "ssn" }`,
  params: {
    formatted: defaulted(
      "flag",
      true,
      "123-45-6789 with hyphens, 123456789 without",
    ),
  },
  type: () => valueType("text"),
  domain: () => DOMAIN,
  prepare: ({ formatted }, site) =>
    drawnFrom(rankedSsn(formatted), DOMAIN, site.random()),
  ranked: ({ formatted }) => rankedSsn(formatted),
});

function rankedSsn(formatted: boolean): Ranked {
  const length = formatted ? 11 : 9;
  return {
    storage: "slices",
    plain: true,
    fill({ rows }, ranks, out) {
      const bytes = out.reserve(length * rows.count);
      for (let i = 0; i < rows.count; i++) {
        const start = i * length;
        out.starts[i] = start;
        out.ends[i] = start + length;
        const rank = ranks[i] | 0;
        const place = (rank / SERIALS) | 0;
        const area = 1 + ((place / GROUPS) | 0);
        const serial = 1 + rank - place * SERIALS;
        let at = writeTriple(
          bytes,
          start,
          area < NEVER_AREA ? area : area + 1,
        );
        if (formatted) bytes[at++] = HYPHEN;
        at = writePair(bytes, at, 1 + place % GROUPS);
        if (formatted) bytes[at++] = HYPHEN;
        const upper = (serial / 100) | 0;
        at = writePair(bytes, at, upper);
        writePair(bytes, at, serial - upper * 100);
      }
    },
  };
}
