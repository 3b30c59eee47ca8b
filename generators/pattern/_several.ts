// Patterns of which each row has one (those of its locale), as ranks: different ranks give different texts in any of them.
import type { PartialRecord, Ranked, Site } from "../../core/generator.ts";
import { Spread } from "../_own_texts.ts";
import { automatonOf } from "./_automaton.ts";
import { compilePattern } from "./_compile.ts";
import { isPlainPattern } from "./_measures.ts";
import type { PatternNode } from "./_node.ts";
import { walk } from "./_ranked.ts";
import { choiceNode } from "./_texts.ts";

const TWO_53 = 9007199254740992;

/** How many ranks each of the patterns has; undefined where they cannot be counted, or share a text. */
export function patternsDomain(
  nodes: readonly PatternNode[],
): number | undefined {
  const counts = nodes.map(countOf);
  const together = nodes.length === 1 ? counts[0] : countOf(
    choiceNode([...nodes]),
  );
  const sum = counts.reduce((all, count) => all + count, 0);
  return together === sum && sum <= TWO_53 ? Math.min(...counts) : undefined;
}

/** NaN where it is too intricate. */
function countOf(node: PatternNode): number {
  return automatonOf(node)?.[0].count ?? NaN;
}

/** @param choose Which of the patterns each row has; undefined where there is only one. */
export function rankedPatterns(
  nodes: readonly PatternNode[],
  choose: (record: PartialRecord) => Uint32Array | undefined,
  site: Site,
): Ranked {
  const all = nodes.map((node) => automatonOf(node)!);
  const spread = new Spread(
    site.shared("spread", ""),
    all.map(([{ count }]) => count),
  );
  const room = Math.max(...nodes.map((node) => compilePattern(node).maxBytes));
  return {
    storage: "slices",
    plain: nodes.every(isPlainPattern),
    fill(record, ranks, out) {
      const { count } = record.rows;
      const chosen = choose(record);
      const bytes = out.reserve(room * count);
      const { starts, ends } = out;
      let at = 0;
      for (let i = 0; i < count; i++) {
        const node = chosen === undefined ? 0 : chosen[i];
        const states = all[node];
        starts[i] = at;
        at = walk(states, states[0], spread.at(node, ranks[i]), bytes, at);
        ends[i] = at;
      }
    },
  };
}
