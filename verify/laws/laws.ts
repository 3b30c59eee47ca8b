// The law that a column's values follow, as cells with probabilities: what chi-square compares counts with.
import type { DistributionSpec } from "../../core/parameters.ts";
import { ofEntries, ofValues } from "./choices.ts";
import {
  constantOf,
  type Drawn,
  type Law,
  type Lawless,
  type Unchecked,
} from "./law.ts";
import { ofRange } from "./numbers.ts";
import { ofPicks } from "./picks.ts";

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
