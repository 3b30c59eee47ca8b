// Values that are made from their ranks, whether those are drawn or never repeat.
import type { Prepared, RandomStream, Ranked } from "../../core/generator.ts";

/** Draws ranks below `domain`: the values may then repeat. */
export function drawnFrom(
  ranked: Ranked,
  domain: number,
  random: RandomStream,
): Prepared {
  return {
    ...ranked,
    fill(record, out) {
      const ranks = record.scratch(0);
      random.below(record.rows, 0, domain, ranks);
      ranked.fill(record, ranks, out);
    },
  };
}
