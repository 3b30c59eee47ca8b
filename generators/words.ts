// Words of the locale, as filler.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkCounts,
  countParams,
  countsNullable,
  leastOf,
} from "./_counts.ts";
import { Prose, proseDomain } from "./_prose.ts";

export const words = generator({
  name: "words",
  group: "text",
  summary: "Words of the locale, between spaces",
  example: `{ gen = "words", min = 3, max = 6 }`,
  params: countParams("words", 3, 6),
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
      fill: prose.ranked(prose.words),
    };
  },
  check: checkCounts,
  prepare(params, site) {
    const prose = new Prose(params, site);
    return { storage: "slices", plain: prose.plain, fill: prose.words };
  },
});
