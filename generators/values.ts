// One of a few values.
import { generator } from "../core/generator.ts";
import { optional, required } from "../core/parameters.ts";
import { Strings } from "../core/values/strings.ts";
import { checkRanks, prepareChoice } from "./_choice.ts";
import { DIST } from "./_dist.ts";
import { checkExact, literalNumber, literalType } from "./_literals.ts";
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
  type: ({ values }) => literalType(values),
  check({ values, weights, dist }, _scope, report) {
    checkExact(values, report);
    if (weights !== undefined && dist !== undefined) {
      report("dist", "weights and dist together", "leave one of them out");
    } else if (weights !== undefined && weights.length !== values.length) {
      report(
        "weights",
        `${weights.length} weights for ${values.length} values`,
        "give each value one",
      );
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
