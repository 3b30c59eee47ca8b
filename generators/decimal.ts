// Exact decimals between two ends, as integers scaled by a power of ten.
import { generator } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
  type Literal,
} from "../core/parameters.ts";
import { digitsAfterPoint } from "../core/values/decimal.ts";
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

interface DecimalParams {
  min: Bound;
  max: Bound | undefined;
  scale: number;
  dist: DistributionSpec | undefined;
  order: string | undefined;
  step: Literal | undefined;
}

function rangeOf({ min, max, scale, dist, order, step }: DecimalParams): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "min", high: "max", from: min, to: max, dist },
    ...{ kind: "decimal", scale, accepted: NUMBERS },
  };
}

export const decimal = generator({
  name: "decimal",
  group: "numbers",
  summary: "Exact decimals with a fixed number of digits after the point",
  example: `{ gen = "decimal", min = 0.5, max = 99.99, scale = 2 }`,
  params: {
    min: defaulted("bound", wholeBound(0), "The least value"),
    max: defaulted("bound", wholeBound(1000), "The greatest value", OPEN),
    scale: defaulted("integer", 2, "Digits after the point", {
      minimum: 0,
      maximum: 15,
    }),
    ...DIST,
    ...STEPS,
  },
  type: (params, scope) => rangeType(rangeOf(params), scope),
  check(params, scope, report) {
    const { min, scale } = params;
    const max = params.max as Bound | undefined;
    for (const [name, bound] of [["min", min], ["max", max]] as const) {
      if (bound === undefined) continue;
      if (!("literal" in bound) || !("text" in bound.literal)) continue;
      const { text } = bound.literal;
      const digits = digitsAfterPoint(text);
      if (digits > scale) {
        report(
          name,
          `${name} has more digits after the point than scale, which is ${scale}`,
          `write scale = ${digits}, or fewer digits`,
        );
        return;
      }
    }
    checkRange(rangeOf(params), scope, report);
  },
  unique: (params, scope) => rangeUnique(rangeOf(params), scope),
  domain: (params, scope) => rangeDomain(rangeOf(params), scope),
  prepare: (params, site) => prepareRange(rangeOf(params), site),
  ranked: (params, site) => rankedRange(rangeOf(params), site),
});
