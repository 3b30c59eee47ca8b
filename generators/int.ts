// Whole numbers between two ends.
import { generator } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
  type Literal,
} from "../core/parameters.ts";
import { NUMBERS, wholeBound } from "./_bounds.ts";
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

interface IntParams {
  min: Bound;
  max: Bound | undefined;
  dist: DistributionSpec | undefined;
  order: string | undefined;
  step: Literal | undefined;
}

function rangeOf({ min, max, dist, order, step }: IntParams): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "min", high: "max", from: min, to: max, dist },
    ...{ kind: "int", scale: 0, accepted: NUMBERS },
  };
}

export const int = generator({
  name: "int",
  group: "numbers",
  summary: "Whole numbers",
  example: `{ gen = "int", min = 1, max = 6 }`,
  params: {
    min: defaulted("bound", wholeBound(0), "The least value"),
    max: defaulted("bound", wholeBound(2147483647), "The greatest value", OPEN),
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
