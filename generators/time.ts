// Times of day between two others.
import { generator } from "../core/generator.ts";
import { type Bound, defaulted } from "../core/parameters.ts";
import { timeBound, TIMES } from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import type { Range } from "./_ranges/range_ends.ts";
import { rangeFunctions, type RangeParams } from "./_ranges/range.ts";
import { OPEN, type Order, STEPS } from "./_ranges/steps.ts";

interface TimeParams extends RangeParams {
  from: Bound;
  to: Bound | undefined;
  precision: number;
}

function rangeOf(
  { from, to, precision, dist, order, step }: TimeParams,
): Range {
  return {
    ...{ order: order as Order | undefined, step },
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
    to: defaulted("bound", timeBound("23:59:59"), "The last time", OPEN),
    precision: defaulted("integer", 0, "Digits of the second's fraction", {
      minimum: 0,
      maximum: 6,
    }),
    ...DIST,
    ...STEPS,
  },
  ...rangeFunctions(rangeOf),
});
