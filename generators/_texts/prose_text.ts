// What generators of prose are alike in: how many parts there are, unique texts by their first words, the locale.
import type {
  Prepared,
  Ranked,
  Report,
  Scope,
  Site,
} from "../../core/generator.ts";
import { type ValueType, valueType } from "../../core/value_type.ts";
import { checkCounts, type CountParams, countsNullable } from "./counts.ts";
import { type Fill, Prose, proseDomain } from "./prose.ts";

interface ProseFunctions {
  group: "text";
  localized: true;
  type(params: CountParams, scope: Scope): ValueType;
  check(params: CountParams, scope: Scope, report: Report): void;
  domain(params: CountParams, scope: Scope): number | undefined;
  ranked(params: CountParams, site: Site): Ranked;
  prepare(params: CountParams, site: Site): Prepared;
}

/**
 * @param fillOf How the words are put together.
 * @param fewest So many words every text begins with.
 */
export function proseFunctions(
  fillOf: (prose: Prose) => Fill,
  fewest: (params: CountParams, at: { now: number }) => number,
): ProseFunctions {
  return {
    group: "text",
    localized: true,
    type: (params, scope) =>
      valueType("text", { nullable: countsNullable(params, scope) }),
    check: checkCounts,
    domain: (params, scope) =>
      proseDomain(scope, scope.locales, fewest(params, scope))?.domain,
    ranked(params, site) {
      const { told } = proseDomain(site, site.locales, fewest(params, site))!;
      const prose = new Prose(params, site, told);
      return {
        storage: "slices",
        plain: prose.plain,
        fill: prose.ranked(fillOf(prose)),
      };
    },
    prepare(params, site) {
      const prose = new Prose(params, site);
      return { storage: "slices", plain: prose.plain, fill: fillOf(prose) };
    },
  };
}
