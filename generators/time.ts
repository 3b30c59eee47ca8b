// Times of day between two others.
import { generator } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
} from "../core/parameters.ts";
import { timeBound, TIMES } from "./_bounds.ts";
import { DIST } from "./_dist.ts";
import {
  checkRange,
  prepareRange,
  type Range,
  rangeDomain,
  rangeType,
  rankedRange,
} from "./_grid.ts";

interface TimeParams {
  from: Bound;
  to: Bound;
  precision: number;
  dist: DistributionSpec | undefined;
}

function rangeOf({ from, to, precision, dist }: TimeParams): Range {
  return {
    ...{ low: "from", high: "to", from, to, dist },
    ...{ kind: "time", scale: precision, accepted: TIMES },
  };
}

export const time = generator({
  name: "time",
  group: "time",
  summary: "Times of day",
  example: `{ gen = "time", from = 08:00:00, to = 17:59:59 }`,
  params: {
    from: defaulted("bound", timeBound("00:00:00"), "The first time"),
    to: defaulted("bound", timeBound("23:59:59"), "The last time"),
    precision: defaulted("integer", 0, "Digits of the second's fraction", {
      minimum: 0,
      maximum: 6,
    }),
    ...DIST,
  },
  type: (params, scope) => rangeType(rangeOf(params), scope),
  check: (params, scope, report) => checkRange(rangeOf(params), scope, report),
  domain: (params, scope) => rangeDomain(rangeOf(params), scope),
  prepare: (params, site) => prepareRange(rangeOf(params), site),
  ranked: (params, site) => rankedRange(rangeOf(params), site),
});
