// Doubles between two ends, the upper one excluded.
import { generator, type Report } from "../core/generator.ts";
import { type Bound, defaulted, type Literal } from "../core/parameters.ts";
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
} from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import { prepareOrderedFloats, stepsBelow } from "./_ranges/order.ts";
import { checkStep, OPEN, type Order, STEPS } from "./_ranges/steps.ts";

export const float = generator({
  name: "float",
  group: "numbers",
  summary: "Numbers in double precision",
  example: `{ gen = "float", min = -1, max = 1 }`,
  params: {
    min: defaulted("bound", floatBound(0), "The least value"),
    max: defaulted("bound", floatBound(1), "All values are below it", OPEN),
    ...DIST,
    ...STEPS,
  },
  type({ min, max }, scope) {
    const ends = (max as Bound | undefined) === undefined ? [min] : [min, max];
    return valueType("float", {
      nullable: followsNullable(scope, ...ends) || followsRow(...ends),
    });
  },
  check({ min, max, dist, step }, scope, report) {
    const isOpen = (max as Bound | undefined) === undefined;
    const minFits = checkBound("min", min, NUMBERS, scope, report);
    const maxFits = isOpen || checkBound("max", max, NUMBERS, scope, report);
    if (!minFits || !maxFits) return;
    if (step && !checkStep(step, "float", 0, report)) return;
    const low = constantOf(min, scope)?.value as number | undefined;
    if (isOpen) {
      if (dist !== undefined && dist.type !== "uniform") {
        report("dist", "dist has no range without max", "give max");
      } else if (low !== undefined) {
        const rows = scope.siblings() ?? 1;
        checkSize(low, low + sizeOf(step!) * (rows - 1), step, report);
      }
      return;
    }
    const high = constantOf(max, scope)?.value as number | undefined;
    if (low !== undefined && high !== undefined && low > high) {
      report("min", "min is above max", `no value is from ${low} to ${high}`);
      return;
    }
    if (
      low !== undefined && high !== undefined && low < high &&
      !checkSize(low, high, step, report)
    ) return;
    if (dist === undefined) return;
    const units = { kind: "float", scale: 0 } as const;
    for (const { message, hint } of checkDistribution(dist, units, low, high)) {
      report("dist", message, hint);
    }
  },
  unique({ min, max, dist, order, step }, scope) {
    if (order === undefined || scope.parent !== undefined) return false;
    const low = constantOf(min, scope)?.value as number | undefined;
    if (low === undefined) return false;
    const rows = scope.rows(scope.table) ?? Infinity;
    if ((max as Bound | undefined) === undefined) return true;
    const high = constantOf(max, scope)?.value as number | undefined;
    if (high === undefined) return false;
    if (step !== undefined) return stepsBelow(low, high, sizeOf(step)) >= rows;
    const isUniform = dist === undefined || dist.type === "uniform";
    return isUniform && gridSteps(low, high) >= rows * STEPS_OF_A_ROW;
  },
  domain({ min, max, order, step }, scope) {
    if (order !== undefined && step === undefined) return undefined;
    if (order !== undefined && scope.parent !== undefined) return undefined;
    const low = constantOf(min, scope)?.value as number;
    const high = constantOf(max, scope)?.value as number;
    return step === undefined
      ? gridSteps(low, high)
      : stepsBelow(low, high, sizeOf(step));
  },
  ranked({ min, max, step }, site) {
    const low = site.bound(min).constant!;
    if (step !== undefined) {
      const size = sizeOf(step);
      return {
        storage: "numbers",
        fill({ rows }, ranks, out) {
          for (let i = 0; i < rows.count; i++) {
            out.numbers[i] = low + size * ranks[i];
          }
        },
      };
    }
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
  prepare({ min, max, dist, order, step }, site) {
    if (order !== undefined || step !== undefined) {
      const ordered = { from: min, to: max, dist, step };
      return prepareOrderedFloats(
        { ...ordered, order: order as Order | undefined },
        site,
      );
    }
    const lower = site.bound(min);
    const upper = site.bound(max);
    const sampler = prepareSampler(dist, site.type);
    const random = site.random();
    const following = site.following(dist);
    const constant = lower.constant !== undefined &&
      upper.constant !== undefined && following === undefined;
    return {
      storage: "numbers",
      fill(record, out) {
        const { rows } = record;
        const { numbers, nulls } = out;
        const low = lower.constant ?? lower.read(record);
        const high = upper.constant ?? upper.read(record);
        sampler.sample(
          random,
          rows,
          0,
          low,
          high,
          numbers,
          following?.(record),
        );
        if (constant) return;
        for (let i = 0; i < rows.count; i++) {
          if (numbers[i] !== numbers[i]) nulls[i] = 1;
        }
      },
    };
  },
});

/** In an order, so many steps a row: neighbours are at least one of them apart (see _ranges/order.ts). */
const STEPS_OF_A_ROW = 2 ** 17;

/** Reports steps that doubles are too coarse for, or too many of them; gives whether they are fine. */
function checkSize(
  low: number,
  high: number,
  step: Literal | undefined,
  report: Report,
): boolean {
  if (step === undefined) return true;
  const size = sizeOf(step);
  if (!(low + size > low && high - size < high)) {
    report(
      "step",
      "step is so small that values cannot be told apart",
      "doubles have about 16 digits",
    );
    return false;
  }
  if (!((high - low) / size < 2 ** 53)) {
    report(
      "step",
      "min and max are too many steps apart",
      "a grid has at most 2^53 values",
    );
    return false;
  }
  return true;
}

function sizeOf(step: Literal): number {
  return Number(step.value);
}

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
