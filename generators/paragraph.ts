// A few sentences of filler.
import { generator } from "../core/generator.ts";
import { countParams } from "./_texts/counts.ts";
import { SENTENCE } from "./_texts/prose.ts";
import { proseFunctions } from "./_texts/prose_text.ts";

export const paragraph = generator({
  ...proseFunctions((prose) => prose.paragraph, () => SENTENCE.fewest),
  name: "paragraph",
  summary: "Sentences of words of the locale, without sense",
  example: `{ gen = "paragraph", min = 3, max = 6 }`,
  params: countParams("sentences", 3, 6),
});
