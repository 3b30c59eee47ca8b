// The country of a row's place: its locale's.
import type { Generator } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { Strings } from "../../core/values/strings.ts";
import { Locales } from "../_texts/localized.ts";
import { ZeroScratch } from "../_scratch.ts";
import { HANDLE, placeShared } from "./_place.ts";

/** @param field Of the list's entries `US|United States`. */
export function countryText(
  name: string,
  summary: string,
  field: 0 | 1,
): Generator<typeof HANDLE> {
  return {
    ...{ name, group: "contact", summary, localized: true, params: HANDLE },
    example: `{ gen = "${name}" }`,
    shares: placeShared,
    type: () => valueType("text"),
    prepare({ of }, site) {
      const locales = new Locales(site, of);
      const zeros = new ZeroScratch();
      return {
        storage: "entries",
        strings: Strings.from(
          locales.each("country").map((one) => one.at(0).split("|")[field]),
        ),
        fill(record, out) {
          out.indexes = locales.picks(record) ?? zeros.of(record.rows.count);
        },
      };
    },
  };
}
