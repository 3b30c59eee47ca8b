// A sentence of filler.
import { generator } from "../core/generator.ts";
import { countParams, leastOf } from "./_texts/counts.ts";
import { proseFunctions } from "./_texts/prose_text.ts";

export const sentence = generator({
  ...proseFunctions((prose) => prose.sentence, leastOf),
  name: "sentence",
  summary: "A sentence of words of the locale, without sense",
  example: `{ gen = "sentence", min = 4, max = 10 }`,
  params: countParams("words", 4, 10),
});
