// Whole numbers between two ends.
import { generator } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
} from "../core/parameters.ts";
import { NUMBERS, wholeBound } from "./_bounds.ts";
import { DIST } from "./_dist.ts";
import {
  checkRange,
  prepareRange,
  type Range,
  rangeDomain,
  rangeType,
  rankedRange,
} from "./_grid.ts";

interface IntParams {
  min: Bound;
  max: Bound;
  dist: DistributionSpec | undefined;
}

function rangeOf({ min, max, dist }: IntParams): Range {
  return {
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
    max: defaulted("bound", wholeBound(2147483647), "The greatest value"),
    ...DIST,
  },
  type: (params, scope) => rangeType(rangeOf(params), scope),
  check: (params, scope, report) => checkRange(rangeOf(params), scope, report),
  domain: (params, scope) => rangeDomain(rangeOf(params), scope),
  prepare: (params, site) => prepareRange(rangeOf(params), site),
  ranked: (params, site) => rankedRange(rangeOf(params), site),
});
