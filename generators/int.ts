// Whole numbers between two ends.
import { generator } from "../core/generator.ts";
import { type Bound, defaulted } from "../core/parameters.ts";
import { NUMBERS, wholeBound } from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import type { Range } from "./_ranges/range_ends.ts";
import { rangeFunctions, type RangeParams } from "./_ranges/range.ts";
import { OPEN, type Order, STEPS } from "./_ranges/steps.ts";

interface IntParams extends RangeParams {
  min: Bound;
  max: Bound | undefined;
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
  ...rangeFunctions(rangeOf),
});
