// What stays of a run into a database that did not reach its end: whole batches, counted by table.
import { grouped } from "../quantities.ts";

/** Rows that stay, by table. */
export type Kept = ReadonlyMap<string, number>;

/** Adds what one target keeps to what all of them do. */
export function addKept(to: Map<string, number>, kept: Kept): void {
  for (const [table, rows] of kept) to.set(table, (to.get(table) ?? 0) + rows);
}

/** In words: `nothing has been committed`, or how many rows of which tables. */
export function keptText(kept: Kept): string {
  const counts = [...kept].filter(([_, rows]) => rows > 0)
    .map(([table, rows]) => `${grouped(rows)} of table "${table}"`);
  if (counts.length === 0) return "nothing has been committed";
  return `rows that were committed before stay: ${counts.join(", ")}`;
}
