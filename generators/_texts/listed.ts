// Generators whose values are the entries of one word list that ships with thrust.
import { type Generator, generator, type Group } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { Locales } from "./localized.ts";
import { countOwn, ownTexts, spreadOver } from "../_ranks/own_texts.ts";

/** A generator of the entries of a list in the row's locale, each as likely as every other. */
export function listed(
  { name, group, summary, list }: {
    name: string;
    group: Group;
    summary: string;
    list: string;
  },
): Generator {
  return generator({
    name,
    group,
    summary,
    example: `{ gen = "${name}" }`,
    params: {},
    localized: true,
    type: () => valueType("text"),
    domain: (_params, scope) => countOwn(scope, list),
    ranked(_params, site) {
      const locales = new Locales(site);
      const { strings, starts } = locales.list(list);
      const own = ownTexts(locales.each(list).map((one) => one.toArray()));
      const spread = spreadOver(own, site);
      return {
        storage: "entries",
        strings,
        fill(record, ranks, { indexes }) {
          const picks = locales.picks(record);
          for (let i = 0; i < record.rows.count; i++) {
            const locale = picks === undefined ? 0 : picks[i];
            indexes[i] = starts[locale] +
              own[locale][spread.at(locale, ranks[i])];
          }
        },
      };
    },
    prepare(_params, site) {
      const locales = new Locales(site);
      const entries = locales.list(list);
      const random = site.random();
      return {
        storage: "entries",
        strings: entries.strings,
        fill(record, out) {
          locales.draw(entries, record, random, 0, out.indexes);
        },
      };
    },
  });
}
