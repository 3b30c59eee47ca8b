// Copies of short texts: a loop is faster than `set` up to some dozens of bytes.
import type { Strings } from "../../core/generator.ts";
import { TRIPLES } from "../../core/values/digits.ts";

/** Copies `from[start..end)` to `out[at]` and on; gives the position after it. */
export function copyBytes(
  from: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  if (end - start > 64) {
    out.set(from.subarray(start, end), at);
    return at + end - start;
  }
  while (start < end) out[at++] = from[start++];
  return at;
}

/** Copies an entry of a list to `out[at]` and on; gives the position after it. */
export function copyEntry(
  { bytes, offsets }: Strings,
  entry: number,
  out: Uint8Array,
  at: number,
): number {
  const end = offsets[entry + 1];
  for (let from = offsets[entry]; from < end; from++) out[at++] = bytes[from];
  return at;
}

/** Writes the two ASCII digits of 0 to 99. */
export function writePair(out: Uint8Array, at: number, value: number): number {
  const tens = (value / 10) | 0;
  out[at] = 48 + tens;
  out[at + 1] = 48 + value - 10 * tens;
  return at + 2;
}

/** Writes the three ASCII digits of 0 to 999. */
export function writeTriple(
  out: Uint8Array,
  at: number,
  value: number,
): number {
  const hundreds = (value / 100) | 0;
  out[at] = 48 + hundreds;
  return writePair(out, at + 1, value - 100 * hundreds);
}

/** Writes the last digits of a whole number below 2^53 into all of `out[from..to)`; at most 18. */
export function writePadded(
  out: Uint8Array,
  from: number,
  to: number,
  value: number,
): void {
  if (to - from > 9) {
    const upper = Math.floor(value / 1_000_000_000);
    writePadded(out, from, to - 9, upper);
    from = to - 9;
    value -= upper * 1_000_000_000;
  } else if (value >= 1_000_000_000) {
    value -= Math.floor(value / 1_000_000_000) * 1_000_000_000;
  }
  let place = to;
  let rest = value | 0;
  while (place - from >= 3) {
    const next = (rest / 1000) | 0;
    const digits = TRIPLES[rest - next * 1000];
    out[--place] = digits >> 16;
    out[--place] = digits >> 8;
    out[--place] = digits;
    rest = next;
  }
  while (place > from) {
    const next = (rest / 10) | 0;
    out[--place] = 48 + rest - next * 10;
    rest = next;
  }
}
