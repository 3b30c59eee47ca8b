// Aggregates: a value for each row, reduced from those of its children as they come, piece by piece.
import type { Piece } from "../context/reference/children.ts";
import { BEYOND, NULL, type Slot } from "./slot.ts";

const LARGEST = 9007199254740992;

/** Reduces pieces to a value for each parent, in its slot. Every parent's children come in order. */
export interface Reduction {
  begin(out: Slot, count: number): void;
  /**
   * @param values What is reduced; undefined where rows themselves are counted.
   * @param keep A condition; undefined where all rows count.
   */
  add(
    out: Slot,
    piece: Piece,
    values: Slot | undefined,
    keep: Slot | undefined,
  ): void;
  /** @param checked Whether a sum may be no number that can be kept. */
  end(out: Slot, count: number, checked: boolean): void;
}

/** Whether a row counts. */
function isKept(keep: Slot | undefined, k: number): boolean {
  return keep === undefined ||
    keep.numbers[k] === 1 && !(keep.flagged && keep.flags[k] !== 0);
}

function isNull(values: Slot, k: number): boolean {
  return values.flagged && (values.flags[k] & NULL) !== 0;
}

const sum: Reduction = {
  begin(out, count) {
    out.numbers.fill(0, 0, count);
    out.clearFlags(count);
  },
  add(out, { count, parents, starts, ends }, values, keep) {
    const { numbers, flags } = out;
    const { flagged } = values!;
    for (let s = 0; s < count; s++) {
      let total = numbers[parents[s]];
      const end = ends[s];
      if (!flagged && keep === undefined) {
        const from = values!.numbers;
        for (let k = starts[s]; k < end; k++) total += from[k];
      } else {
        for (let k = starts[s]; k < end; k++) {
          if (!isKept(keep, k) || isNull(values!, k)) continue;
          if (flagged && values!.flags[k] & BEYOND) flags[parents[s]] = BEYOND;
          total += values!.numbers[k];
        }
      }
      numbers[parents[s]] = total;
    }
  },
  end(out, count, checked) {
    if (!checked) return;
    const { numbers, flags } = out;
    for (let i = 0; i < count; i++) {
      if (!(numbers[i] >= -LARGEST && numbers[i] <= LARGEST)) {
        flags[i] |= BEYOND;
      }
    }
  },
};

/** Doubles have no exact range: only infinity is none. */
const sumFloat: Reduction = {
  ...sum,
  end(out, count) {
    const { numbers, flags } = out;
    for (let i = 0; i < count; i++) {
      if (!Number.isFinite(numbers[i])) flags[i] |= BEYOND;
    }
  },
};

const count: Reduction = {
  begin: sum.begin,
  add(out, { count, parents, starts, ends }, values, keep) {
    const { numbers } = out;
    for (let s = 0; s < count; s++) {
      if (keep === undefined && (values === undefined || !values.flagged)) {
        numbers[parents[s]] += ends[s] - starts[s];
        continue;
      }
      let total = 0;
      for (let k = starts[s]; k < ends[s]; k++) {
        if (!isKept(keep, k)) continue;
        if (values === undefined || !isNull(values, k)) total++;
      }
      numbers[parents[s]] += total;
    }
  },
  end() {},
};

/** Keeps one of the children's values. */
function chosen(
  isBetter: (values: Slot, k: number, out: Slot, i: number) => boolean,
  skipsNull: boolean,
): Reduction {
  return {
    begin(out, count) {
      out.clearFlags(count).fill(NULL | NONE, 0, count);
      if (out.storage === "text") {
        // What stands where a text is NULL is empty.
        out.starts.fill(0, 0, count);
        out.ends.fill(0, 0, count);
      }
      used.set(out, 0);
    },
    add(out, { count, parents, starts, ends }, values, keep) {
      const { flags } = out;
      for (let s = 0; s < count; s++) {
        const i = parents[s];
        for (let k = starts[s]; k < ends[s]; k++) {
          if (!isKept(keep, k)) continue;
          const missing = isNull(values!, k);
          if (missing && skipsNull) continue;
          if (!(flags[i] & NONE) && !isBetter(values!, k, out, i)) continue;
          flags[i] = values!.flagged ? values!.flags[k] : 0;
          if (!missing) copy(values!, k, out, i);
          else if (out.storage === "text") out.starts[i] = out.ends[i] = 0;
        }
      }
    },
    end(out, count) {
      const { flags } = out;
      for (let i = 0; i < count; i++) flags[i] &= ~NONE;
    },
  };
}

/** No child has come yet. */
const NONE = 4;

/** Bytes of texts that a slot has in use. */
const used = new WeakMap<Slot, number>();

function isLess(from: Slot, k: number, out: Slot, i: number): boolean {
  return compare(from, k, out, i) < 0;
}

function isGreater(from: Slot, k: number, out: Slot, i: number): boolean {
  return compare(from, k, out, i) > 0;
}

function copy(from: Slot, k: number, out: Slot, i: number): void {
  switch (out.storage) {
    case "numbers":
      out.numbers[i] = from.numbers[k];
      return;
    case "words":
      for (let w = 0; w < 4; w++) out.words[4 * i + w] = from.words[4 * k + w];
      return;
    case "text": {
      const length = from.ends[k] - from.starts[k];
      const at = used.get(out)!;
      const bytes = out.reserve(at + length, at);
      for (let b = 0; b < length; b++) {
        bytes[at + b] = from.bytes[from.starts[k] + b];
      }
      out.starts[i] = at;
      out.ends[i] = at + length;
      used.set(out, at + length);
    }
  }
}

/** Below 0 where the child's value is less than the one kept. */
function compare(from: Slot, k: number, out: Slot, i: number): number {
  switch (out.storage) {
    case "numbers":
      return from.numbers[k] - out.numbers[i];
    case "words":
      for (let w = 0; w < 4; w++) {
        const order = from.words[4 * k + w] - out.words[4 * i + w];
        if (order !== 0) return order;
      }
      return 0;
    case "text": {
      const length = from.ends[k] - from.starts[k];
      const other = out.ends[i] - out.starts[i];
      for (let b = 0; b < length && b < other; b++) {
        const order = from.bytes[from.starts[k] + b] -
          out.bytes[out.starts[i] + b];
        if (order !== 0) return order;
      }
      return length - other;
    }
  }
}

export const REDUCTIONS: Readonly<Record<string, Reduction>> = {
  sum,
  sumFloat,
  count,
  min: chosen(isLess, true),
  max: chosen(isGreater, true),
  // False is below true.
  all: chosen(isLess, true),
  any: chosen(isGreater, true),
  first: chosen(() => false, false),
  last: chosen(() => true, false),
};
