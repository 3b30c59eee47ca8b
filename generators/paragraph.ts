// A few sentences of filler.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { checkCounts, countParams, countsNullable } from "./_counts.ts";
import { Prose, proseDomain, SENTENCE } from "./_prose.ts";

export const paragraph = generator({
  name: "paragraph",
  group: "text",
  summary: "Sentences of words of the locale, without sense",
  example: `{ gen = "paragraph", min = 3, max = 6 }`,
  params: countParams("sentences", 3, 6),
  localized: true,
  type: (params, scope) =>
    valueType("text", { nullable: countsNullable(params, scope) }),
  domain: (_params, scope) =>
    proseDomain(scope, scope.locales, SENTENCE.fewest)?.domain,
  ranked(params, site) {
    const { told } = proseDomain(site, site.locales, SENTENCE.fewest)!;
    const prose = new Prose(params, site, told);
    return {
      storage: "slices",
      plain: prose.plain,
      fill: prose.ranked(prose.paragraph),
    };
  },
  check: checkCounts,
  prepare(params, site) {
    const prose = new Prose(params, site);
    return { storage: "slices", plain: prose.plain, fill: prose.paragraph };
  },
});
