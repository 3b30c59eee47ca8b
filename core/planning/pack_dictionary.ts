// Dictionaries for the plan: bytes and offsets in memory that all workers share, and what choosing by weight needs.
import type { DictionarySpec } from "../genfile/dictionary.ts";
import { entriesOf } from "../dictionaries/packed_texts.ts";
import type { DictionaryPlan } from "../plan.ts";
import { buildAlias } from "../values/alias.ts";

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
