// What generators give for ranks, asked directly: a unique column makes its ranks, these tests look at each value.
import type { ParameterValues } from "../../core/parameters.ts";
import { Rows } from "../../core/values/rows.ts";
import { Vector } from "../../core/values/vector.ts";
import { generators } from "../../generators/registry.ts";
import { tableOf } from "./_tables.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The texts of these ranks, and how many there are. */
export function ranked(
  column: string,
  ranks: readonly number[],
): { domain: number; texts: string[] } {
  const tables = tableOf(column);
  const { plan } = tables.table("t").column("c");
  const generator = generators.get(plan.generator)!;
  const params = plan.params as ParameterValues<unknown> as never;
  const site = tables.site("c");
  const domain = generator.domain!(params, undefined as never)!;
  const { storage, strings, fill } = generator.ranked!(params, site);
  const out = new Vector();
  out.prepare(storage, ranks.length);
  const rows = new Rows(ranks.length).range(0, ranks.length);
  fill({ rows } as never, Float64Array.from(ranks), out);
  const texts = ranks.map((_, i) =>
    strings !== undefined
      ? strings.at(out.indexes[i])
      : decoder.decode(out.bytes.slice(out.starts[i], out.ends[i]))
  );
  return { domain, texts };
}

/** Ranks from both ends of a domain, and some between. */
export function someRanks(domain: number): number[] {
  const ranks = new Set<number>();
  for (let i = 0; i < 500; i++) {
    ranks.add(i);
    ranks.add(domain - 1 - i);
    ranks.add(Math.floor(domain / 501 * i));
  }
  return [...ranks].filter((rank) => rank >= 0 && rank < domain);
}
