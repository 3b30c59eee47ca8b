// Exact decimals between two ends, as integers scaled by a power of ten.
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

interface DecimalParams {
  min: Bound;
  max: Bound;
  scale: number;
  dist: DistributionSpec | undefined;
}

function rangeOf({ min, max, scale, dist }: DecimalParams): Range {
  return {
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
    max: defaulted("bound", wholeBound(1000), "The greatest value"),
    scale: defaulted("integer", 2, "Digits after the point", {
      minimum: 0,
      maximum: 15,
    }),
    ...DIST,
  },
  type: (params, scope) => rangeType(rangeOf(params), scope),
  check(params, scope, report) {
    const { min, max, scale } = params;
    for (const [name, bound] of [["min", min], ["max", max]] as const) {
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
  domain: (params, scope) => rangeDomain(rangeOf(params), scope),
  prepare: (params, site) => prepareRange(rangeOf(params), site),
  ranked: (params, site) => rankedRange(rangeOf(params), site),
});

/** Digits after the point that are needed to write a number of TOML. */
function digitsAfterPoint(text: string): number {
  const match = /^[+-]?[\d_]*(?:\.([\d_]*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return 0;
  const fraction = (match[1] ?? "").replaceAll("_", "").replace(/0+$/, "");
  return Math.max(0, fraction.length - Number(match[2] ?? 0));
}
