// Words of the locale, as filler.
import { generator } from "../core/generator.ts";
import { countParams, leastOf } from "./_texts/counts.ts";
import { proseFunctions } from "./_texts/prose_text.ts";

export const words = generator({
  ...proseFunctions((prose) => prose.words, leastOf),
  name: "words",
  summary: "Words of the locale, between spaces",
  example: `{ gen = "words", min = 3, max = 6 }`,
  params: countParams("words", 3, 6),
});
