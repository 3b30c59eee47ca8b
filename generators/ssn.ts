// Numbers of the social security of the United States, in the form that is given out.
import { generator, type Ranked } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { writePair, writeTriple } from "./_bytes.ts";
import { drawnFrom } from "./_ranked.ts";

/** Areas 001 to 899 without 666, groups 01 to 99, serial numbers 0001 to 9999: no others were ever given. */
const AREAS = 898;
const GROUPS = 99;
const SERIALS = 9999;
const DOMAIN = AREAS * GROUPS * SERIALS;
const NEVER_AREA = 666;
const HYPHEN = 45;
const LENGTH = 11;

export const ssn = generator({
  name: "ssn",
  group: "documents",
  summary: "United States social security numbers",
  example: `{ gen = "ssn" }`,
  params: {},
  type: () => valueType("text"),
  domain: () => DOMAIN,
  prepare: (_params, site) => drawnFrom(rankedSsn(), DOMAIN, site.random()),
  ranked: rankedSsn,
});

function rankedSsn(): Ranked {
  return {
    storage: "slices",
    plain: true,
    fill({ rows }, ranks, out) {
      const bytes = out.reserve(LENGTH * rows.count);
      for (let i = 0; i < rows.count; i++) {
        const start = i * LENGTH;
        out.starts[i] = start;
        out.ends[i] = start + LENGTH;
        const rank = ranks[i] | 0;
        const place = (rank / SERIALS) | 0;
        const area = 1 + ((place / GROUPS) | 0);
        const serial = 1 + rank - place * SERIALS;
        let at = writeTriple(
          bytes,
          start,
          area < NEVER_AREA ? area : area + 1,
        );
        bytes[at++] = HYPHEN;
        at = writePair(bytes, at, 1 + place % GROUPS);
        bytes[at++] = HYPHEN;
        const upper = (serial / 100) | 0;
        at = writePair(bytes, at, upper);
        writePair(bytes, at, serial - upper * 100);
      }
    },
  };
}
