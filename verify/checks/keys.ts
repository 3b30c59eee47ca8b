// Whether keys hold: no two rows alike.
import { repeatedKey } from "../keys.ts";
import type { Checked } from "./checked.ts";
import { sayer } from "../verdicts.ts";

export async function checkKeys(checked: Checked): Promise<void> {
  const { promises, report } = checked;
  const say = sayer(report);
  const keys = [
    ["primary key", promises.primaryKey] as const,
    ...promises.uniqueKeys.map((key) => ["unique key", key] as const),
  ];
  for (const [kind, key] of keys) {
    if (key.length === 0) continue;
    const [found, holds] = await keyHolds(checked, key);
    say(`${kind} (${key.join(", ")})`, "no two rows alike", found, holds);
  }
}

async function keyHolds(
  { table, reading }: Checked,
  key: readonly string[],
): Promise<[found: string, holds: boolean | undefined]> {
  const guard = await table.guard?.(key);
  if (guard !== undefined) return [guard, true];
  const tally = reading.tallies.find(({ promises }) =>
    key.length === 1 && promises.name === key[0]
  );
  // Of rows that are known to be right, only what is needed has been tallied.
  if (tally?.rising && tally.rows === reading.rows && !reading.sampled) {
    return ["rises from row to row", true];
  }
  if (table.unread !== undefined) return [table.unread, undefined];
  const twice = await repeatedKey(table, key, reading.rows);
  return twice === undefined
    ? ["none are", true]
    : [`(${twice}) more than once`, false];
}
