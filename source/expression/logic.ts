// Conditions: 0, 1 or NULL, and choices that follow from them.
import type { Operation, Operations } from "./operation.ts";
import { BEYOND, NULL, type Slot } from "./slot.ts";

type Compare = (
  x: Float64Array,
  y: Float64Array,
  z: Float64Array,
  n: number,
) => void;

function comparison(loop: Compare): Operation {
  return {
    compile: ([a, b], out) => (count) =>
      loop(a.numbers, b.numbers, out.numbers, count),
  };
}

/**
 * `and` and `or`: the one value that decides (`wins`) does so whatever the other is.
 */
function junction(wins: 0 | 1): Operation {
  return {
    ownsFlags: true,
    compile: ([a, b], out) => {
      out.flagged = a.flagged || b.flagged;
      const loses = 1 - wins;
      if (!out.flagged) {
        // Products and sums of 0 and 1 do without branches that nobody can foresee.
        return (count) => {
          const x = a.numbers, y = b.numbers, z = out.numbers;
          if (wins === 0) {
            for (let i = 0; i < count; i++) z[i] = x[i] * y[i];
          } else {
            for (let i = 0; i < count; i++) z[i] = x[i] + y[i] - x[i] * y[i];
          }
        };
      }
      return (count) => {
        const { numbers } = out;
        const flags = out.clearFlags(count);
        for (let i = 0; i < count; i++) {
          const first = a.flagged ? a.flags[i] : 0;
          const second = b.flagged ? b.flags[i] : 0;
          // What comes first decides; then nothing of the second is looked at.
          if (first === 0 && a.numbers[i] === wins) numbers[i] = wins;
          else if (second === 0 && b.numbers[i] === wins && !(first & BEYOND)) {
            numbers[i] = wins;
          } else {
            numbers[i] = loses;
            flags[i] = (first & BEYOND && !(first & NULL)) ||
                (second & BEYOND && !(second & NULL))
              ? BEYOND
              : (first | second) & NULL;
          }
        }
      };
    },
  };
}

/** Whether a value is NULL (1) or not (0). What is beyond ±2^53 is not. */
function nullTest(isNull: 0 | 1): Operation {
  return {
    ownsFlags: true,
    compile: ([a], out) => (count) => {
      const { numbers } = out;
      if (!a.flagged) {
        numbers.fill(1 - isNull, 0, count);
        return;
      }
      for (let i = 0; i < count; i++) {
        numbers[i] = a.flags[i] & NULL ? isNull : 1 - isNull;
      }
    },
  };
}

/** Whether row i's condition holds. */
function holds({ numbers, flags, flagged }: Slot, i: number): boolean {
  return numbers[i] === 1 && !(flagged && flags[i] !== 0);
}

/** Takes each row's value from one of the operands: `choose` gives which. */
function select(
  sources: Slot[],
  out: Slot,
  count: number,
  which: Uint8Array,
): void {
  switch (out.storage) {
    case "numbers": {
      const { numbers } = out;
      for (let i = 0; i < count; i++) {
        numbers[i] = sources[which[i]].numbers[i];
      }
      return;
    }
    case "words": {
      const { words } = out;
      for (let i = 0; i < count; i++) {
        const from = sources[which[i]].words;
        for (let k = 4 * i; k < 4 * i + 4; k++) words[k] = from[k];
      }
      return;
    }
    case "text": {
      let total = 0;
      for (let i = 0; i < count; i++) {
        const { starts, ends } = sources[which[i]];
        total += ends[i] - starts[i];
      }
      const bytes = out.reserve(total);
      let at = 0;
      for (let i = 0; i < count; i++) {
        const source = sources[which[i]];
        out.starts[i] = at;
        for (let k = source.starts[i]; k < source.ends[i]; k++) {
          bytes[at++] = source.bytes[k];
        }
        out.ends[i] = at;
      }
    }
  }
}

const choose: Operation = {
  ownsFlags: true,
  compile: ([test, yes, no], out) => {
    out.flagged = test.flagged || yes.flagged || no.flagged;
    const sources = [yes, no];
    let which = new Uint8Array(0);
    return (count) => {
      if (which.length < count) which = new Uint8Array(count);
      for (let i = 0; i < count; i++) which[i] = holds(test, i) ? 0 : 1;
      select(sources, out, count, which);
      if (!out.flagged) return;
      const flags = out.clearFlags(count);
      for (let i = 0; i < count; i++) {
        const taken = which[i] === 0 ? yes : no;
        if (taken.flagged) flags[i] = taken.flags[i];
        if (test.flagged && test.flags[i] === BEYOND) flags[i] = BEYOND;
      }
    };
  },
};

const coalesce: Operation = {
  ownsFlags: true,
  compile: (args, out) => {
    out.flagged = args.every(({ flagged }) => flagged) ||
      args.some(({ flagged }) => flagged);
    let which = new Uint8Array(0);
    return (count) => {
      if (which.length < count) which = new Uint8Array(count);
      const flags = out.flagged ? out.clearFlags(count) : out.flags;
      for (let i = 0; i < count; i++) {
        let k = 0;
        while (
          k < args.length - 1 && args[k].flagged && (args[k].flags[i] & NULL)
        ) k++;
        which[i] = k;
        if (args[k].flagged) flags[i] = args[k].flags[i];
      }
      select(args, out, count, which);
    };
  },
};

export const LOGIC: Operations = {
  "==": comparison((x, y, z, n) => {
    for (let i = 0; i < n; i++) z[i] = x[i] === y[i] ? 1 : 0;
  }),
  "!=": comparison((x, y, z, n) => {
    for (let i = 0; i < n; i++) z[i] = x[i] !== y[i] ? 1 : 0;
  }),
  "<": comparison((x, y, z, n) => {
    for (let i = 0; i < n; i++) z[i] = x[i] < y[i] ? 1 : 0;
  }),
  "<=": comparison((x, y, z, n) => {
    for (let i = 0; i < n; i++) z[i] = x[i] <= y[i] ? 1 : 0;
  }),
  ">": comparison((x, y, z, n) => {
    for (let i = 0; i < n; i++) z[i] = x[i] > y[i] ? 1 : 0;
  }),
  ">=": comparison((x, y, z, n) => {
    for (let i = 0; i < n; i++) z[i] = x[i] >= y[i] ? 1 : 0;
  }),
  "==Words": words(1),
  "!=Words": words(0),
  and: junction(0),
  or: junction(1),
  not: {
    compile: ([a], out) => (count) => {
      const x = a.numbers, z = out.numbers;
      for (let i = 0; i < count; i++) z[i] = 1 - x[i];
    },
  },
  isNull: nullTest(1),
  isThere: nullTest(0),
  choose,
  coalesce,
};

function words(equal: 0 | 1): Operation {
  return {
    compile: ([a, b], out) => (count) => {
      const x = a.words, y = b.words;
      for (let i = 0; i < count; i++) {
        const k = 4 * i;
        const same = x[k] === y[k] && x[k + 1] === y[k + 1] &&
          x[k + 2] === y[k + 2] && x[k + 3] === y[k + 3];
        out.numbers[i] = same ? equal : 1 - equal;
      }
    },
  };
}
