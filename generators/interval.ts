// Lengths of time between two others.
import { generator } from "../core/generator.ts";
import { type Bound, defaulted } from "../core/parameters.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { constantOf, intervalBound, INTERVALS } from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import { OPEN, type Order, STEPS } from "./_ranges/steps.ts";
import type { Range } from "./_ranges/range_ends.ts";
import { rangeFunctions, type RangeParams } from "./_ranges/range.ts";

/** PostgreSQL counts an interval's days in 32 bits. */
const MAX_DAYS = 2147483647;
const SECONDS_OF_DAY = 86400;

interface IntervalParams extends RangeParams {
  from: Bound;
  to: Bound | undefined;
  precision: number;
}

function rangeOf(
  { from, to, precision, dist, order, step }: IntervalParams,
): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "from", high: "to", from, to, dist },
    ...{ kind: "interval", scale: precision, accepted: INTERVALS },
  };
}

const range = rangeFunctions(rangeOf);

export const interval = generator({
  name: "interval",
  group: "time",
  summary: "Lengths of time",
  example:
    `{ gen = "interval", from = "5 minutes", to = "2 hours 30 minutes" }`,
  params: {
    from: defaulted("bound", intervalBound("0 seconds"), "The shortest"),
    to: defaulted("bound", intervalBound("1 day"), "The longest", OPEN),
    precision: defaulted("integer", 0, "Digits of the second's fraction", {
      minimum: 0,
      maximum: 6,
    }),
    ...DIST,
    ...STEPS,
  },
  ...range,
  check(params, scope, report) {
    for (const name of ["from", "to"] as const) {
      const bound = params[name] as Bound | undefined;
      const literal = bound && constantOf(bound, scope);
      if (literal?.kind !== "interval") continue;
      const seconds = literal.value / POWERS_OF_TEN[literal.scale];
      if (Math.abs(seconds) <= MAX_DAYS * SECONDS_OF_DAY) continue;
      report(name, `${name} is ${literal.text}`, "it has at most 2^31 days");
      return;
    }
    range.check(params, scope, report);
  },
});
