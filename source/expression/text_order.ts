// Texts beside each other: which comes first, which stands in which. By bytes, which is by the numbers of characters.
import { copyBytes } from "../../generators/_texts/bytes.ts";
import type { Operation, Operations } from "./operation.ts";
import { type Slot, textBytes } from "./slot.ts";

/** Less than 0, 0 or more: by bytes, which is by characters' numbers. */
function order(a: Slot, b: Slot, i: number): number {
  const aEnd = a.ends[i], bEnd = b.ends[i];
  let x = a.starts[i], y = b.starts[i];
  while (x < aEnd && y < bEnd) {
    const difference = a.bytes[x++] - b.bytes[y++];
    if (difference !== 0) return difference;
  }
  return (aEnd - x) - (bEnd - y);
}

function equal(a: Slot, b: Slot, i: number): boolean {
  return a.ends[i] - a.starts[i] === b.ends[i] - b.starts[i] &&
    order(a, b, i) === 0;
}

function test(holds: (a: Slot, b: Slot, i: number) => boolean): Operation {
  return {
    compile: ([a, b], out) => (count) => {
      for (let i = 0; i < count; i++) out.numbers[i] = holds(a, b, i) ? 1 : 0;
    },
  };
}

/** The first text in order, or the last. */
function extreme(sign: 1 | -1): Operation {
  return {
    compile: ([a, b], out) => (count) => {
      const bytes = out.reserve(textBytes(a, count) + textBytes(b, count));
      let at = 0;
      for (let i = 0; i < count; i++) {
        const from = order(a, b, i) * sign <= 0 ? a : b;
        out.starts[i] = at;
        at = copyBytes(from.bytes, from.starts[i], from.ends[i], bytes, at);
        out.ends[i] = at;
      }
    },
  };
}

/** Where row i's second text first stands in the first, from a position on; -1 where it does not. */
export function find(a: Slot, b: Slot, i: number, from: number): number {
  const length = b.ends[i] - b.starts[i];
  const start = b.starts[i];
  for (let at = from; at + length <= a.ends[i]; at++) {
    let k = 0;
    while (k < length && a.bytes[at + k] === b.bytes[start + k]) k++;
    if (k === length) return at;
  }
  return -1;
}

export const TEXT_ORDER: Operations = {
  starts_with: test((a, b, i) => {
    const length = b.ends[i] - b.starts[i];
    let k = 0;
    if (a.ends[i] - a.starts[i] < length) return false;
    while (
      k < length && a.bytes[a.starts[i] + k] === b.bytes[b.starts[i] + k]
    ) {
      k++;
    }
    return k === length;
  }),
  ends_with: test((a, b, i) => {
    const length = b.ends[i] - b.starts[i];
    const from = a.ends[i] - length;
    let k = 0;
    if (from < a.starts[i]) return false;
    while (k < length && a.bytes[from + k] === b.bytes[b.starts[i] + k]) k++;
    return k === length;
  }),
  contains: test((a, b, i) => find(a, b, i, a.starts[i]) >= 0),
  "==Text": test(equal),
  "!=Text": test((a, b, i) => !equal(a, b, i)),
  "<Text": test((a, b, i) => order(a, b, i) < 0),
  "<=Text": test((a, b, i) => order(a, b, i) <= 0),
  ">Text": test((a, b, i) => order(a, b, i) > 0),
  ">=Text": test((a, b, i) => order(a, b, i) >= 0),
  minText: extreme(1),
  maxText: extreme(-1),
};
