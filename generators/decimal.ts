// Exact decimals between two ends, as integers scaled by a power of ten.
import { generator } from "../core/generator.ts";
import { type Bound, defaulted } from "../core/parameters.ts";
import { digitsAfterPoint } from "../core/values/decimal.ts";
import { NUMBERS, wholeBound } from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import type { Range } from "./_ranges/range_ends.ts";
import { rangeFunctions, type RangeParams } from "./_ranges/range.ts";
import { OPEN, type Order, STEPS } from "./_ranges/steps.ts";

interface DecimalParams extends RangeParams {
  min: Bound;
  max: Bound | undefined;
  scale: number;
}

function rangeOf({ min, max, scale, dist, order, step }: DecimalParams): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "min", high: "max", from: min, to: max, dist },
    ...{ kind: "decimal", scale, accepted: NUMBERS },
  };
}

const range = rangeFunctions(rangeOf);

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
  ...range,
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
    range.check(params, scope, report);
  },
});
