// Packs dictionaries for the plan: bytes and offsets in memory that all workers share.
import type { DictionarySpec } from "./genfile/dictionary.ts";
import type { DictionaryPlan } from "./plan.ts";

const encoder = new TextEncoder();

export function packDictionary(
  { name, columns, texts, weights }: DictionarySpec,
): DictionaryPlan {
  const packed = texts.map(packTexts);
  const plan: DictionaryPlan = {
    name,
    columns,
    entries: texts[0].length,
    bytes: packed.map(({ bytes }) => bytes),
    offsets: packed.map(({ offsets }) => offsets),
  };
  if (weights !== undefined) {
    plan.weights = new Float64Array(
      new SharedArrayBuffer(weights.length * Float64Array.BYTES_PER_ELEMENT),
    );
    plan.weights.set(weights);
  }
  return plan;
}

interface PackedTexts {
  bytes: Uint8Array<SharedArrayBuffer>;
  offsets: Uint32Array<SharedArrayBuffer>;
}

function packTexts(
  texts: readonly string[],
): PackedTexts {
  const parts = texts.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(
    new SharedArrayBuffer((parts.length + 1) * Uint32Array.BYTES_PER_ELEMENT),
  );
  for (const [i, part] of parts.entries()) {
    offsets[i + 1] = offsets[i] + part.length;
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(offsets[parts.length]));
  for (const [i, part] of parts.entries()) bytes.set(part, offsets[i]);
  return { bytes, offsets };
}
