// Texts that match a regular expression.
import { generator } from "../core/generator.ts";
import { required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { LetterWriter } from "./_texts/letters.ts";
import { compilePattern } from "./pattern/_compile.ts";
import { isPlainPattern, widthOf } from "./pattern/_measures.ts";
import { MORE_REPEATS, parsePattern } from "./pattern/_parse.ts";
import { patternDomain, rankedPattern } from "./pattern/_ranked.ts";
import { PatternWriter } from "./pattern/_write.ts";

/** A stream has so many draws. */
const MAX_DRAWS = 65536;

export const pattern = generator({
  name: "pattern",
  group: "text",
  summary: "Texts that match a regular expression",
  example: `{ pattern = '[A-Z]{3}-\\d{5}' }`,
  main: "pattern",
  params: {
    pattern: required(
      "text",
      "The expression: characters, classes, groups, alternatives and repetitions; * + {n,} repeat at most " +
        `${MORE_REPEATS} times more than they must; classes are of printable ASCII unless they name others, ` +
        "such as [à-ü] and \\p{Lu}",
    ),
  },
  type: ({ pattern }) => {
    const { node, problems } = parsePattern(pattern);
    const width = problems.length > 0 ? undefined : widthOf(node);
    return valueType("text", { ...(width !== undefined && { width }) });
  },
  check({ pattern }, _scope, report) {
    const { node, problems } = parsePattern(pattern);
    for (const { message, hint, at } of problems) {
      report("pattern", message, hint, at);
    }
    if (problems.length > 0) return;
    const { draws } = compilePattern(node);
    if (draws > MAX_DRAWS) {
      report(
        "pattern",
        `the pattern makes ${draws} choices for a text`,
        `expected at most ${MAX_DRAWS}`,
      );
    }
  },
  domain: ({ pattern }) => patternDomain(parsePattern(pattern).node),
  ranked: ({ pattern }, site) =>
    rankedPattern(parsePattern(pattern).node, site),
  prepare({ pattern }, site) {
    const { node } = parsePattern(pattern);
    const compiled = compilePattern(node);
    const writer = new PatternWriter(
      site.random(),
      new LetterWriter(site.random()),
    );
    const room = compiled.maxBytes;
    return {
      storage: "slices",
      plain: isPlainPattern(node),
      fill({ rows }, out) {
        const bytes = out.reserve(room * rows.count);
        const { starts, ends } = out;
        for (let i = 0; i < rows.count; i++) ends[i] = starts[i] = i * room;
        writer.write(compiled.steps, rows, bytes, ends);
      },
    };
  },
});
