// Currencies in use, by the three letters of ISO 4217.
import {
  generator,
  type Site,
  type Strings,
  type Vector,
} from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";

/** Entries of the list, which never changes. */
const COUNT = 154;

export const currencyCode = generator({
  name: "currency_code",
  group: "commerce",
  summary: "The code of a currency in use (ISO 4217)",
  example: `{ gen = "currency_code" }`,
  params: {},
  localized: true,
  domain: () => COUNT,
  type: () => valueType("text"),
  prepare(_params, site) {
    const random = site.random();
    return {
      storage: "entries",
      strings: codes(site),
      fill: ({ rows }, out) => random.below(rows, 0, COUNT, out.indexes),
    };
  },
  ranked: (_params, site) => ({
    storage: "entries",
    strings: codes(site),
    fill: ({ rows }, ranks, { indexes }: Vector) =>
      indexes.set(ranks.subarray(0, rows.count)),
  }),
});

/** The same list in every locale. */
function codes(site: Site): Strings {
  return site.list("currency_code", site.locales[0].locale);
}
