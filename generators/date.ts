// Days between two dates.
import { generator } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
  type Literal,
} from "../core/parameters.ts";
import { dateBound, DATES } from "./_bounds.ts";
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

interface DateParams {
  from: Bound;
  to: Bound | undefined;
  dist: DistributionSpec | undefined;
  order: string | undefined;
  step: Literal | undefined;
}

function rangeOf({ from, to, dist, order, step }: DateParams): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "from", high: "to", from, to, dist },
    ...{ kind: "date", scale: 0, accepted: DATES },
  };
}

export const date = generator({
  name: "date",
  group: "time",
  summary: "Days of the calendar",
  example: `{ gen = "date", from = 1940-01-01, to = 2010-12-31 }`,
  params: {
    from: defaulted("bound", dateBound("2000-01-01"), "The first day"),
    to: defaulted("bound", dateBound("2025-12-31"), "The last day", OPEN),
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
