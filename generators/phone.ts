// Telephone numbers as they are written where the locale is spoken.
import { generator, type Strings } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { isPlain } from "../core/values/plain.ts";
import { LetterWriter } from "./_letters.ts";
import { Locales } from "./_localized.ts";
import { FlagScratch } from "./_scratch.ts";
import { compilePattern } from "./pattern/_compile.ts";
import type { PatternNode } from "./pattern/_node.ts";
import { PatternWriter } from "./pattern/_write.ts";

/** What stands for digits in the shapes of dicts/; `A` stands for an area code. */
const DIGITS: Readonly<Record<string, string>> = {
  "#": "0123456789",
  N: "23456789",
  H: "6789",
  D: "023456789",
};

export const phone = generator({
  name: "phone",
  group: "contact",
  summary: "Telephone numbers of the locale's country, at the row's place",
  example: `{ gen = "phone" }`,
  localized: true,
  params: {
    of: defaulted(
      "text",
      "",
      "Another place of the row, shared by all columns that say the same",
    ),
  },
  shares: ({ of }) => ({ thing: `place/${of}`, params: [] }),
  type: () => valueType("text"),
  prepare({ of }, site) {
    const locales = new Locales(site, of);
    const shapes = locales.each("phone_shape");
    const areas = locales.each("phone_area");
    const patterns = shapes.map((one, i) =>
      compilePattern(numbersOf(one, areas[i]))
    );
    const maxBytes = Math.max(...patterns.map((one) => one.maxBytes));
    const random = site.shared("place/phone", of);
    const writer = new PatternWriter(random, new LetterWriter(random));
    const flags = new FlagScratch();
    return {
      storage: "slices",
      plain: shapes.every(isPlain) && areas.every(isPlain),
      fill(record, out) {
        const { rows } = record;
        const picks = locales.picks(record);
        const bytes = out.reserve(maxBytes * rows.count);
        const { starts, ends } = out;
        for (let i = 0; i < rows.count; i++) ends[i] = starts[i] = i * maxBytes;
        if (picks === undefined) {
          writer.write(patterns[0].steps, rows, bytes, ends);
          return;
        }
        const active = flags.of(rows.count);
        for (let locale = 0; locale < patterns.length; locale++) {
          for (let i = 0; i < rows.count; i++) {
            active[i] = picks[i] === locale ? 1 : 0;
          }
          writer.write(patterns[locale].steps, rows, bytes, ends, active);
        }
      },
    };
  },
});

/** All numbers of a locale. */
function numbersOf(shapes: Strings, areaCodes: Strings): PatternNode {
  const areas = areaCodes.toArray();
  const alternatives = shapes.toArray().map(
    (shape): PatternNode => ({
      kind: "sequence",
      parts: [...shape].map((sign) => ({
        kind: "letter",
        characters: sign === "A" ? areas : [...DIGITS[sign] ?? sign],
      })),
    }),
  );
  return alternatives.length === 1
    ? alternatives[0]
    : { kind: "choice", alternatives };
}
