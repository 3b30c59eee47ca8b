// One of a few values.
import { generator, type Prepared, type Site } from "../core/generator.ts";
import { type Literal, optional, required } from "../core/parameters.ts";
import { Strings } from "../core/values/strings.ts";
import { AT, checkAt, prepareAt } from "./_at.ts";
import { checkRanks, type Choose, prepareChoice, RANKS } from "./_choice.ts";
import { DIST } from "./_dist.ts";
import {
  checkExact,
  distinctOf,
  literalNumber,
  literalType,
} from "./_literals.ts";
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
    ...AT,
  },
  type: ({ values, at }) => {
    const type = literalType(values);
    return at === undefined ? type : { ...type, nullable: true };
  },
  check({ values, weights, dist, at }, _scope, report) {
    checkExact(values, report);
    checkAt(at, dist !== undefined ? "dist" : weights && "weights", report);
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
  domain: ({ values, at }) =>
    at === undefined ? distinctOf(values).length : undefined,
  prepare({ values, weights, dist, at }, site) {
    if (at !== undefined) {
      const numbered = prepareAt(at, site, values.length);
      const { fill, ...rest } = chosen(values, site, numbered.indexes);
      return {
        ...rest,
        fill(record, out) {
          fill(record, out);
          numbered.nulls(record, out.nulls);
        },
      };
    }
    const choose = prepareChoice(
      site.random(),
      values.length,
      weights,
      dist,
      site.following(dist, RANKS),
    );
    return chosen(values, site, choose);
  },
  ranked({ values }, site) {
    let ranks: Float64Array = new Float64Array(0);
    const { fill, ...rest } = chosen(
      distinctOf(values),
      site,
      ({ rows }, out) => out.set(ranks.subarray(0, rows.count)),
    );
    return {
      ...rest,
      fill(record, of, out) {
        ranks = of;
        fill(record, out);
      },
    };
  },
});

/** The values that `choose` gives the numbers of. */
function chosen(
  values: readonly Literal[],
  site: Site,
  choose: Choose,
): Prepared {
  if (values[0].kind === "text") {
    return {
      storage: "entries",
      strings: Strings.from(values.map((one) => String(one.value))),
      fill: (record, out) => choose(record, out.indexes, out.nulls),
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
      const indexes = scratch.of(count);
      choose(record, indexes, out.nulls);
      for (let i = 0; i < count; i++) out.numbers[i] = numbers[indexes[i]];
    },
  };
}
