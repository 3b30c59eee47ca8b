// The law that a column's values follow, as cells with probabilities: what chi-square compares counts with.
import type { DistributionSpec } from "../core/parameters.ts";
import type { ColumnPlan, Plan, TablePlan } from "../core/plan.ts";
import type { Source } from "../source/source.ts";
import type { Cells } from "./cells.ts";
import { ofEntries, ofValues } from "./choice_laws.ts";
import { ofRange } from "./number_laws.ts";
import { ofPicks } from "./pick_laws.ts";
import { constantOf } from "./promises.ts";

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

/** Nothing where no law is known; a reason is of use only where a law was asked for. */
export function lawOf(
  drawn: Drawn,
): { law?: Law; lawless?: Unchecked } {
  const name = askedOf(drawn);
  const { dist } = drawn.column.params as { dist?: DistributionSpec };
  const found = drawn.table.rows === 0
    ? undefined
    : Object.keys(dist?.following ?? {}).length > 0
    ? { why: "its parameters follow the row" }
    : lawOrReason(drawn);
  if (found === undefined) return {};
  if (!("why" in found)) return { law: found };
  return name === undefined ? {} : { lawless: { ...found, name } };
}

/** What a column asks for; undefined where it is nothing but chance. */
function askedOf({ plan, column: { params, generator } }: Drawn) {
  const { dist, weights } = params as {
    dist?: DistributionSpec;
    weights?: number[];
  };
  if (dist !== undefined) return dist.type;
  const isWeighted = weights !== undefined ||
    generator === "dict" &&
      plan.dictionaries.find(({ name }) => name === params.dict)?.weights !==
        undefined;
  return isWeighted ? "weights" : undefined;
}

function lawOrReason(drawn: Drawn): Law | Lawless | undefined {
  const { plan, column } = drawn;
  const { type, params } = column;
  switch (column.generator) {
    case "bool": {
      const p = constantOf(plan, { ...type, kind: "float" }, params.p);
      return p === undefined ? undefined : ofTruth(p);
    }
    case "values":
      return params.at === undefined ? ofValues(column) : undefined;
    case "dict":
      return ofEntries(drawn);
    case "int":
    case "float":
    case "decimal":
    case "date":
    case "time":
    case "timestamp":
    case "interval":
      return ofRange(drawn);
    case "ref":
      return ofPicks(drawn);
  }
  return undefined;
}

function ofTruth(p: number): Law {
  return {
    name: `true with ${p}`,
    probabilities: Float64Array.of(1 - p, p),
    cellOf: (cells, i) => cells.numbers[i],
  };
}
