// Doubles between two ends, the upper one excluded.
import { generator } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkDistribution,
  prepareSampler,
} from "../core/values/distributions.ts";
import {
  checkBound,
  constantOf,
  floatBound,
  followsNullable,
  followsRow,
  NUMBERS,
} from "./_bounds.ts";
import { DIST } from "./_dist.ts";

export const float = generator({
  name: "float",
  group: "numbers",
  summary: "Numbers in double precision",
  example: `{ gen = "float", min = -1, max = 1 }`,
  params: {
    min: defaulted("bound", floatBound(0), "The least value"),
    max: defaulted("bound", floatBound(1), "All values are below it"),
    ...DIST,
  },
  type: ({ min, max }, scope) =>
    valueType("float", {
      nullable: followsNullable(scope, min, max) || followsRow(min, max),
    }),
  check({ min, max, dist }, scope, report) {
    const minFits = checkBound("min", min, NUMBERS, scope, report);
    const maxFits = checkBound("max", max, NUMBERS, scope, report);
    if (!minFits || !maxFits) return;
    const low = constantOf(min, scope)?.value as number | undefined;
    const high = constantOf(max, scope)?.value as number | undefined;
    if (low !== undefined && high !== undefined && low > high) {
      report("min", "min is above max", `no value is from ${low} to ${high}`);
      return;
    }
    if (dist === undefined) return;
    const units = { kind: "float", scale: 0 } as const;
    for (const message of checkDistribution(dist, units, low, high)) {
      report("dist", message);
    }
  },
  domain({ min, max }, scope) {
    const low = constantOf(min, scope)?.value as number;
    return gridSteps(low, constantOf(max, scope)?.value as number);
  },
  ranked({ min, max }, site) {
    const low = site.bound(min).constant!;
    const high = site.bound(max).constant!;
    const part = 1 / gridSteps(low, high);
    return {
      storage: "numbers",
      fill({ rows }, ranks, out) {
        for (let i = 0; i < rows.count; i++) {
          out.numbers[i] = low + (high - low) * (ranks[i] * part);
        }
      },
    };
  },
  prepare({ min, max, dist }, site) {
    const lower = site.bound(min);
    const upper = site.bound(max);
    const sampler = prepareSampler(dist, site.type);
    const random = site.random();
    const constant = lower.constant !== undefined &&
      upper.constant !== undefined;
    return {
      storage: "numbers",
      fill(record, out) {
        const { rows } = record;
        const { numbers, nulls } = out;
        const low = lower.constant ?? lower.read(record);
        const high = upper.constant ?? upper.read(record);
        sampler.sample(random, rows, 0, low, high, numbers);
        if (constant) return;
        for (let i = 0; i < rows.count; i++) {
          if (numbers[i] !== numbers[i]) nulls[i] = 1;
        }
      },
    };
  },
});

/**
 * How many equal steps a range has for unique values: 2^52, or, where doubles are not that dense between the ends, the
 * largest power of two with which each step is still four doubles wide, so that no two round to the same.
 */
function gridSteps(low: number, high: number): number {
  const width = high - low;
  if (width === 0) return 1;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  let steps = 4503599627370496;
  if (low === 0) return steps;
  while (steps > 1 && width / steps < 4 * (largest * 2.220446049250313e-16)) {
    steps /= 2;
  }
  return steps;
}
