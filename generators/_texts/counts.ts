// How many parts a text has: between two numbers, which may follow the row.
import type {
  PartialRecord,
  RandomStream,
  Report,
  Scope,
  Site,
} from "../../core/generator.ts";
import { type Bound, defaulted } from "../../core/parameters.ts";
import {
  constantOf,
  followsNullable,
  followsRow,
  wholeBound,
} from "../_ranges/bounds.ts";
import { checkWhole } from "./whole.ts";

export interface CountParams {
  min: Bound;
  max: Bound;
}

/** No text has more words or sentences. */
const MOST = 1000;

/** The parameters `min` and `max`. */
export function countParams(what: string, min: number, max: number) {
  return {
    min: defaulted("bound", wholeBound(min), `The fewest ${what}, at least 1`),
    max: defaulted(
      "bound",
      wholeBound(max),
      `The most ${what}, at most ${MOST}`,
    ),
  };
}

/** Whether there may be none, and the text NULL: where a limit is, or where they follow the row and are crossed. */
export function countsNullable({ min, max }: CountParams, scope: Scope) {
  return followsNullable(scope, min, max) || followsRow(min, max);
}

export function checkCounts(
  { min, max }: CountParams,
  scope: Scope,
  report: Report,
): void {
  const least = checkWhole("min", min, [1, MOST], scope, report);
  const most = checkWhole("max", max, [1, MOST], scope, report);
  if (least !== undefined && most !== undefined && least > most) {
    report("min", "min is above max", `no number is from ${least} to ${most}`);
  }
}

/** The fewest, where they do not follow the row: those of a unique column do not. */
export function leastOf(
  { min }: CountParams,
  { now }: Pick<Scope, "now">,
): number {
  const least = constantOf(min, { now } as Scope)?.value as number;
  return Math.max(1, Math.ceil(least));
}

/**
 * Reads how many parts each row's text has, by draw 0 of the stream; sets the flag in `nulls` where there is no such
 * number. They are in the record's first scratch until it is used again.
 */
export type Counts = (
  record: PartialRecord,
  nulls: Uint8Array,
) => Float64Array;

export function prepareCounts(
  { min, max }: CountParams,
  site: Site,
  random: RandomStream,
): Counts {
  const lower = site.bound(min, "up");
  const upper = site.bound(max, "down");
  const { constant: least } = lower;
  const { constant: most } = upper;
  if (least !== undefined && most !== undefined) {
    return (record) => {
      const counts = record.scratch(0);
      random.below(record.rows, 0, most - least + 1, counts);
      for (let i = 0; i < record.rows.count; i++) counts[i] += least;
      return counts;
    };
  }
  return (record, nulls) => {
    const { count, numbers } = record.rows;
    const from = lower.read(record);
    const to = upper.read(record);
    const counts = record.scratch(0);
    for (let i = 0; i < count; i++) {
      const first = Math.max(from[i], 1);
      const last = Math.min(to[i], MOST);
      if (first <= last) {
        counts[i] = first + random.belowAt(numbers[i], 0, last - first + 1);
      } else {
        counts[i] = 0;
        nulls[i] = 1;
      }
    }
    return counts;
  };
}
