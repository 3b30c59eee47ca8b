// Ranks for a generator that makes its values in one way, whether it draws at random or is told by ranks.
import type { Prepared, Ranked } from "../../core/generator.ts";

/** @param make Makes values that ask for the ranks of the rows at hand wherever they are chosen by. */
export function askedRanks(
  make: (ranks: () => Float64Array) => Prepared,
): Ranked {
  let ranks: Float64Array = new Float64Array(0);
  const { fill, ...rest } = make(() => ranks);
  return {
    ...rest,
    fill(record, given, out) {
      ranks = given;
      fill(record, out);
    },
  };
}
