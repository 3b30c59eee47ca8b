// True or false, with a probability that may follow the row.
import { generator } from "../core/generator.ts";
import { defaulted, type Literal } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkBound,
  constantOf,
  floatBound,
  followsNullable,
  NUMBERS,
} from "./_ranges/bounds.ts";
import { WordScratch } from "./_scratch.ts";

const TWO_32 = 4294967296;

export const bool = generator({
  name: "bool",
  group: "numbers",
  summary: "True or false",
  example: `{ gen = "bool", p = 0.2 }`,
  params: {
    p: defaulted("bound", floatBound(0.5), "Probability of true, 0 to 1"),
  },
  type: ({ p }, scope) =>
    valueType("bool", { nullable: followsNullable(scope, p) }),
  check({ p }, scope, report) {
    if (!checkBound("p", p, NUMBERS, scope, report)) return;
    const literal = constantOf(p, scope);
    const value = literal?.value as number | undefined;
    if (value !== undefined && !(value >= 0 && value <= 1)) {
      report("p", `p is ${value}`, "a probability is from 0 to 1");
    }
  },
  domain: ({ p }, scope) => isCertain(constantOf(p, scope)) ? 1 : 2,
  ranked({ p }, site) {
    const first = site.bound(p).constant === 1 ? 1 : 0;
    return {
      storage: "numbers",
      fill({ rows }, ranks, out) {
        for (let i = 0; i < rows.count; i++) out.numbers[i] = first + ranks[i];
      },
    };
  },
  prepare({ p }, site) {
    const probability = site.bound(p);
    const random = site.random();
    const scratch = new WordScratch();
    const { constant } = probability;
    if (constant !== undefined) {
      const below = Math.round(constant * TWO_32);
      return {
        storage: "numbers",
        fill({ rows }, out) {
          const words = scratch.of(rows.count);
          random.words(rows, 0, words);
          const { numbers } = out;
          for (let i = 0; i < rows.count; i++) {
            numbers[i] = words[i] < below ? 1 : 0;
          }
        },
      };
    }
    return {
      storage: "numbers",
      fill(record, out) {
        const { rows } = record;
        const p = probability.read(record);
        const words = scratch.of(rows.count);
        random.words(rows, 0, words);
        const { numbers, nulls } = out;
        for (let i = 0; i < rows.count; i++) {
          numbers[i] = words[i] < Math.round(p[i] * TWO_32) ? 1 : 0;
          if (p[i] !== p[i]) nulls[i] = 1;
        }
      },
    };
  },
});

function isCertain(p: Literal | undefined): boolean {
  return p?.value === 0 || p?.value === 1;
}
