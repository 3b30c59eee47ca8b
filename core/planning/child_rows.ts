// The rows of tables made per another, before the first is made; and the order that tables have by it.
import { entriesOf } from "../dictionaries/packed_texts.ts";
import { orderByNeeds } from "../graph.ts";
import { grouped } from "../quantities.ts";
import type { DictionarySpec } from "../genfile/dictionary.ts";
import type { Problems } from "../genfile/problems.ts";
import { MAX_ROWS } from "../genfile/table.ts";
import type { TableSpec } from "../genfile/spec.ts";
import { childCounts } from "../values/child_counts.ts";

/** What totals follow from. */
export interface Counted {
  tables: readonly TableSpec[];
  dictionaries: readonly DictionarySpec[];
  seed: string;
}

/** Adds the totals of tables made per others to `rows`; undefined where something before is wrong. */
export function countChildRows(
  problems: Problems,
  { tables, dictionaries, seed }: Counted,
  rows: Map<string, number | undefined>,
): void {
  for (const table of parentsFirst(problems, tables)) {
    const { per } = table;
    if (per === undefined) continue;
    if ("dictionary" in per) {
      const found = dictionaries.find(({ name }) => name === per.dictionary);
      rows.set(
        table.name,
        found === undefined || found.broken
          ? undefined
          : entriesOf(found.texts),
      );
      continue;
    }
    const parents = rows.get(per.table);
    if (parents === undefined) continue;
    const total = parents === 0
      ? 0
      : childCounts(seed, table.name, per).first(parents);
    if (total <= MAX_ROWS) {
      rows.set(table.name, total);
      continue;
    }
    problems.error(
      per.place,
      `table "${table.name}" has more than 2^53 rows`,
      `"${per.table}" has ${grouped(parents)} rows: make fewer of either`,
    );
  }
}

/** Tables after those that they are made per. Where they go in a circle, it is reported and broken. */
function parentsFirst(
  problems: Problems,
  tables: readonly TableSpec[],
): TableSpec[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const parentOf = ({ per }: TableSpec) =>
    per !== undefined && "table" in per ? byName.get(per.table) : undefined;
  const { order, cycles } = orderByNeeds(tables, (table) => {
    const parent = parentOf(table);
    return parent === undefined ? [] : [parent];
  });
  for (const cycle of cycles) {
    const path = [...cycle, cycle[0]].map(({ name }) => name);
    problems.error(
      cycle[0].per!.place,
      `tables are made per each other in a circle: ${path.join(" -> ")}`,
      "give one of them rows",
    );
    for (const table of cycle) table.per = undefined;
  }
  return order;
}
