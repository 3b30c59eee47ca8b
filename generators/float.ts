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
