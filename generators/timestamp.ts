// Points in time between two others, in UTC; the later one is excluded.
import { generator } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
  type Literal,
} from "../core/parameters.ts";
import { DATES, timestampBound } from "./_bounds.ts";
import { DIST } from "./_dist.ts";
import {
  checkRange,
  prepareRange,
  type Range,
  rangeDomain,
  rangeType,
  rangeUnique,
  rankedRange,
} from "./_grid.ts";
import { OPEN, type Order, STEPS } from "./_steps.ts";

interface TimestampParams {
  from: Bound;
  to: Bound | undefined;
  precision: number;
  dist: DistributionSpec | undefined;
  order: string | undefined;
  step: Literal | undefined;
}

function rangeOf(
  { from, to, precision, dist, order, step }: TimestampParams,
): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "from", high: "to", from, to, dist, exclusive: true },
    ...{ kind: "timestamp", scale: precision, accepted: DATES },
  };
}

export const timestamp = generator({
  name: "timestamp",
  group: "time",
  summary: "Points in time, in UTC",
  example: `{ gen = "timestamp", from = 2020-01-01, to = 2026-01-01 }`,
  params: {
    from: defaulted(
      "bound",
      timestampBound("2000-01-01T00:00:00Z"),
      "The first point in time",
    ),
    to: defaulted(
      "bound",
      timestampBound("2026-01-01T00:00:00Z"),
      "All points in time are before it",
      OPEN,
    ),
    precision: defaulted("integer", 0, "Digits of the second's fraction", {
      minimum: 0,
      maximum: 6,
    }),
    ...DIST,
    ...STEPS,
  },
  type: (params, scope) => rangeType(rangeOf(params), scope),
  check: (params, scope, report) => checkRange(rangeOf(params), scope, report),
  unique: (params, scope) => rangeUnique(rangeOf(params), scope),
  domain: (params, scope) => rangeDomain(rangeOf(params), scope),
  prepare: (params, site) => prepareRange(rangeOf(params), site),
  ranked: (params, site) => rankedRange(rangeOf(params), site),
});
