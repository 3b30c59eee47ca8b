// Days between two dates.
import { generator } from "../core/generator.ts";
import { type Bound, defaulted } from "../core/parameters.ts";
import { dateBound, DATES } from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import type { Range } from "./_ranges/range_ends.ts";
import { rangeFunctions, type RangeParams } from "./_ranges/range.ts";
import { OPEN, type Order, STEPS } from "./_ranges/steps.ts";

interface DateParams extends RangeParams {
  from: Bound;
  to: Bound | undefined;
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
  ...rangeFunctions(rangeOf),
});
