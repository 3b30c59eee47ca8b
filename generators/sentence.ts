// A sentence of filler.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkCounts,
  countParams,
  countsNullable,
  leastOf,
} from "./_counts.ts";
import { Prose, proseDomain } from "./_prose.ts";

export const sentence = generator({
  name: "sentence",
  group: "text",
  summary: "A sentence of words of the locale, without sense",
  example: `{ gen = "sentence", min = 4, max = 10 }`,
  params: countParams("words", 4, 10),
  localized: true,
  type: (params, scope) =>
    valueType("text", { nullable: countsNullable(params, scope) }),
  domain: (params, scope) =>
    proseDomain(scope, scope.locales, leastOf(params, scope))?.domain,
  ranked(params, site) {
    const { told } = proseDomain(site, site.locales, leastOf(params, site))!;
    const prose = new Prose(params, site, told);
    return {
      storage: "slices",
      plain: prose.plain,
      fill: prose.ranked(prose.sentence),
    };
  },
  check: checkCounts,
  prepare(params, site) {
    const prose = new Prose(params, site);
    return { storage: "slices", plain: prose.plain, fill: prose.sentence };
  },
});
