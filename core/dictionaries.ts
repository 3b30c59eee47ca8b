// Dictionaries for the plan: bytes and offsets in memory that all workers share, and what choosing by weight needs.
import type { DictionarySpec } from "./genfile/dictionary.ts";
import type { DictionaryPlan } from "./plan.ts";
import { buildAlias } from "./values/alias.ts";

export function packDictionary(
  { name, columns, texts, weights }: DictionarySpec,
): DictionaryPlan {
  return {
    name,
    columns,
    entries: entriesOf(texts),
    bytes: texts.map(({ bytes }) => bytes),
    offsets: texts.map(({ offsets }) => offsets),
    ...(weights !== undefined && { weights, alias: buildAlias(weights) }),
  };
}

/** How many entries there are. */
export function entriesOf(texts: DictionarySpec["texts"]): number {
  return texts.length === 0 ? 0 : texts[0].offsets.length - 1;
}
