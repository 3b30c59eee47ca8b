// Telephone numbers as they are written where the locale is spoken.
import { generator, type Site } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { isPlain } from "../core/values/plain.ts";
import { LetterWriter } from "./_letters.ts";
import { compilePattern } from "./pattern/_compile.ts";
import type { PatternNode } from "./pattern/_parse.ts";
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
    const { steps, maxBytes } = compilePattern(numbersOf(site));
    const random = site.shared("place/phone", of);
    const writer = new PatternWriter(random, new LetterWriter(random));
    return {
      storage: "slices",
      plain: isPlain(site.list("phone_shape")) &&
        isPlain(site.list("phone_area")),
      fill({ rows }, out) {
        const bytes = out.reserve(maxBytes * rows.count);
        const { starts, ends } = out;
        for (let i = 0; i < rows.count; i++) ends[i] = starts[i] = i * maxBytes;
        writer.write(steps, rows, bytes, ends);
      },
    };
  },
});

/** All numbers of a locale. */
function numbersOf(site: Site): PatternNode {
  const areas = site.list("phone_area").toArray();
  const alternatives = site.list("phone_shape").toArray().map(
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
