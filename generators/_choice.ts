// A choice among numbered things: equally likely, by weight, or by a distribution over their ranks.
import type {
  FollowingReader,
  PartialRecord,
  RandomStream,
  Report,
} from "../core/generator.ts";
import type { DistributionSpec } from "../core/parameters.ts";
import { AliasTable } from "../core/values/alias.ts";
import {
  checkDistribution,
  prepareSampler,
} from "../core/values/distributions.ts";

/** Ranks from 0. */
export const RANKS = { kind: "int", scale: 0 } as const;

/** Writes a number below `size` for each row; where there is none, sets its flag. */
export type Choose = (
  record: PartialRecord,
  out: Uint32Array,
  nulls?: Uint8Array,
) => void;

export function prepareChoice(
  random: RandomStream,
  size: number,
  weights: ArrayLike<number> | AliasTable | undefined,
  dist: DistributionSpec | undefined,
  following?: FollowingReader,
): Choose {
  if (weights !== undefined) {
    const table = weights instanceof AliasTable
      ? weights
      : new AliasTable(weights);
    return ({ rows }, out) => table.pick(random, rows, 0, out);
  }
  if (dist === undefined || dist.type === "uniform") {
    return ({ rows }, out) => random.below(rows, 0, size, out);
  }
  const sampler = prepareSampler(dist, RANKS);
  return (record, out, nulls) => {
    const { rows } = record;
    const parameters = following?.(record);
    const ranks = record.scratch(0);
    sampler.sample(random, rows, 0, 0, size - 1, ranks, parameters);
    for (let i = 0; i < rows.count; i++) out[i] = ranks[i];
    if (parameters === undefined || nulls === undefined) return;
    for (let i = 0; i < rows.count; i++) {
      if (ranks[i] !== ranks[i]) nulls[i] = 1;
    }
  };
}

/** Reports a `dist` that cannot be used on so many things; undefined where their number is not known. */
export function checkRanks(
  dist: DistributionSpec,
  size: number | undefined,
  report: Report,
): void {
  const last = size === undefined ? undefined : size - 1;
  const first = last === undefined ? undefined : 0;
  for (const { message, hint } of checkDistribution(dist, RANKS, first, last)) {
    report("dist", message, hint);
  }
}
