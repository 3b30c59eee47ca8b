// One of a few values.
import { generator } from "../core/generator.ts";
import { type Literal, optional, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { Strings } from "../core/values/strings.ts";
import { kindName } from "./_bounds.ts";
import { checkRanks, prepareChoice } from "./_choice.ts";
import { DIST } from "./_dist.ts";
import { literalNumber, literalType } from "./_literals.ts";
import { WordScratch } from "./_scratch.ts";

export const values = generator({
  name: "values",
  group: "choice",
  summary: "One of a list of values",
  example: `{ values = ["free", "pro", "team"], weights = [80, 15, 5] }`,
  main: "values",
  params: {
    values: required("literals", "The values, all of one type"),
    weights: optional("weights", "How likely each of the values is"),
    ...DIST,
  },
  type: ({ values }) =>
    values.length === 0 ? valueType("text") : literalType(values),
  check({ values, weights, dist }, _scope, report) {
    if (values.length === 0) {
      report("values", "values is empty", "give it at least one value");
      return;
    }
    const odd = values.find((one) => familyOf(one) !== familyOf(values[0]));
    if (odd !== undefined) {
      report(
        "values",
        `values has ${kindName(values[0].kind)} and ${
          kindName(odd.kind)
        } in it`,
        "all must be of one type",
      );
    }
    if (weights !== undefined && dist !== undefined) {
      report("dist", "weights and dist together", "leave one of them out");
    } else if (weights !== undefined) {
      const problem = weightsProblem(weights, values.length);
      if (problem !== undefined) report("weights", ...problem);
    } else if (dist !== undefined) {
      checkRanks(dist, values.length, report);
    }
  },
  prepare({ values, weights, dist }, site) {
    const choose = prepareChoice(site.random(), values.length, weights, dist);
    if (values[0].kind === "text") {
      return {
        storage: "entries",
        strings: Strings.from(values.map((one) => String(one.value))),
        fill: (record, out) => choose(record, out.indexes),
      };
    }
    const { scale } = site.type;
    const numbers = Float64Array.from(
      values,
      (one) => literalNumber(one, scale),
    );
    const scratch = new WordScratch();
    return {
      storage: "numbers",
      fill(record, out) {
        const { count } = record.rows;
        const chosen = scratch.of(count);
        choose(record, chosen);
        for (let i = 0; i < count; i++) out.numbers[i] = numbers[chosen[i]];
      },
    };
  },
});

/** Whole numbers and others may stand in one list. */
function familyOf({ kind }: Literal): string {
  return kind === "int" ? "float" : kind;
}

/** Message and hint. */
function weightsProblem(
  weights: readonly number[],
  count: number,
): [string, string] | undefined {
  if (weights.length !== count) {
    return [
      `${weights.length} weights for ${count} values`,
      "give each value one",
    ];
  }
  const bad = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (bad !== undefined) {
    return [`a weight is ${bad}`, "weights are 0 or more"];
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return ["all weights are 0", "no value could be chosen"];
  if (total * count === Infinity) {
    return ["the weights are too large", "only their ratios matter"];
  }
  return undefined;
}
