// What a law of values is: cells with probabilities, which chi-square compares counts with.
import type { Bound } from "../../core/parameters.ts";
import type { ColumnPlan, Plan, TablePlan } from "../../core/plan.ts";
import { boundReader } from "../../source/bound.ts";
import type { Source } from "../../source/source.ts";
import type { Cells } from "../cells.ts";

/** The law of a column. */
export interface Law {
  /** As messages say it: `uniform`, `zipf`, `weights`. */
  name: string;
  probabilities: Float64Array;
  /** Which of the law's cells a value is in; -1 where it is in none. */
  cellOf(cells: Cells, i: number): number;
}

/** Why values cannot be compared with a law. */
export interface Lawless {
  why: string;
}

/** A law that was asked for, and why values cannot be compared with it. */
export interface Unchecked extends Lawless {
  name: string;
}

/** A column, with all that its law may depend on. */
export interface Drawn {
  plan: Plan;
  source: Source;
  table: TablePlan;
  column: ColumnPlan;
}

/** A bound that is the same for every row, in the units of the type. */
export function constantOf(
  plan: Plan,
  type: ColumnPlan["type"],
  bound: unknown,
): number | undefined {
  if (typeof bound !== "object" || bound === null) return undefined;
  if (!("literal" in bound) && !("now" in bound)) return undefined;
  return boundReader(bound as Bound, type, plan.now, undefined, NO_ROW)
    .constant;
}

/** What a bound that is the same for every row has no need of. */
const NO_ROW = { reader: readNothing, expression: readNothing };

function readNothing(): never {
  throw new TypeError("Cannot read the row: the bound is a constant");
}
