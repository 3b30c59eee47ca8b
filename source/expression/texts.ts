// Operations on texts, over bytes: texts are UTF-8 from beginning to end, and no strings are made but where characters
// beyond ASCII change.
import { lower, title, upper } from "../../core/values/case.ts";
import { slug } from "../../core/values/slug.ts";
import { pad, trim } from "../../core/values/text.ts";
import { copyBytes } from "../../generators/_bytes.ts";
import { decodeUtf8, encodeUtf8 } from "../../generators/_utf8.ts";
import { copyAscii, filterAscii } from "../../generators/template/_ascii.ts";
import type { Filter } from "../../generators/template/_parse.ts";
import type { Operation, Operations } from "./operation.ts";
import { NULL, type Slot } from "./slot.ts";

/** A text grows at most this many times when its case changes or it is spelled in ASCII. */
const GROWTH = 6;

/** Bytes of the texts of so many rows. */
function total({ starts, ends }: Slot, count: number): number {
  let bytes = 0;
  for (let i = 0; i < count; i++) bytes += ends[i] - starts[i];
  return bytes;
}

const concat: Operation = {
  compile: (args, out) => (count) => {
    let room = 0;
    for (const arg of args) room += total(arg, count);
    const bytes = out.reserve(room);
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      for (let k = 0; k < args.length; k++) {
        const { bytes: from, starts, ends } = args[k];
        at = copyBytes(from, starts[i], ends[i], bytes, at);
      }
      out.ends[i] = at;
    }
  },
};

/** NULLs are left out, and the separators beside them. */
const join: Operation = {
  ownsFlags: true,
  compile: ([separator, ...args], out) => {
    out.flagged = separator.flagged || args.some(({ flagged }) => flagged);
    return (count) => {
      let room = args.length * total(separator, count);
      for (const arg of args) room += total(arg, count);
      const bytes = out.reserve(room);
      const flags = out.flagged ? out.clearFlags(count) : out.flags;
      let at = 0;
      for (let i = 0; i < count; i++) {
        out.starts[i] = at;
        let first = true;
        for (let k = 0; k < args.length; k++) {
          const { bytes: from, starts, ends, flagged, flags: missing } =
            args[k];
          if (flagged && missing[i] !== 0) {
            if (!(missing[i] & NULL)) flags[i] = missing[i];
            continue;
          }
          if (!first) {
            at = copyBytes(
              separator.bytes,
              separator.starts[i],
              separator.ends[i],
              bytes,
              at,
            );
          }
          first = false;
          at = copyBytes(from, starts[i], ends[i], bytes, at);
        }
        if (separator.flagged) flags[i] |= separator.flags[i];
        out.ends[i] = at;
      }
    };
  },
};

/** A change that ASCII texts get in place. */
function changed(
  filter: Filter,
  change: (text: string) => string,
  extra = 0,
): Operation["compile"] {
  const filters = [filter];
  return ([a], out) => (count) => {
    const bytes = out.reserve(GROWTH * total(a, count) + extra * count);
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      const { bytes: from, starts, ends } = a;
      if (copyAscii(from, starts[i], ends[i], bytes, at)) {
        at = filterAscii(filters, bytes, at, at + ends[i] - starts[i]);
      } else {
        const text = change(decodeUtf8(from, starts[i], ends[i]));
        at = encodeUtf8(text, bytes, at);
      }
      out.ends[i] = at;
    }
  };
}

const padded: Operation["compile"] = (args, out, node) => {
  const [, digits, fill] = /^(\d+) ([^]+)$/.exec(String(node.value))!;
  const width = Number(digits);
  const filter: Filter = { name: "pad", width };
  // A fill has at most four bytes.
  if (fill === "0") {
    return changed(filter, (text) => pad(text, width), 4 * width)(
      args,
      out,
      node,
    );
  }
  const [a] = args;
  return (count) => {
    const bytes = out.reserve(total(a, count) + 4 * width * count);
    let at = 0;
    for (let i = 0; i < count; i++) {
      out.starts[i] = at;
      const missing = width - characters(a, i);
      for (let k = 0; k < missing; k++) at = encodeUtf8(fill, bytes, at);
      at = copyBytes(a.bytes, a.starts[i], a.ends[i], bytes, at);
      out.ends[i] = at;
    }
  };
};

/** Characters of row i's text. */
function characters({ bytes, starts, ends }: Slot, i: number): number {
  let made = 0;
  for (let k = starts[i]; k < ends[i]; k++) {
    if ((bytes[k] & 0xc0) !== 0x80) made++;
  }
  return made;
}

const substr: Operation = {
  compile: ([a, start, length], out) => (count) => {
    // A part of the same bytes.
    out.bytes = a.bytes;
    const { bytes } = a;
    for (let i = 0; i < count; i++) {
      const end = a.ends[i];
      let skip = start.numbers[i];
      if (!(skip >= 0)) skip = Math.max(0, characters(a, i) + skip);
      const from = advance(bytes, a.starts[i], end, skip);
      out.starts[i] = from;
      out.ends[i] = length === undefined
        ? end
        : advance(bytes, from, end, length.numbers[i]);
    }
  },
};

/** The position so many characters on. */
function advance(
  bytes: Uint8Array,
  at: number,
  end: number,
  count: number,
): number {
  for (let k = 0; k < count && at < end; k++) {
    at++;
    while (at < end && (bytes[at] & 0xc0) === 0x80) at++;
  }
  return at;
}

/** Where row i's second text first stands in the first, from a position on; -1 where it does not. */
function find(a: Slot, b: Slot, i: number, from: number): number {
  const length = b.ends[i] - b.starts[i];
  const start = b.starts[i];
  for (let at = from; at + length <= a.ends[i]; at++) {
    let k = 0;
    while (k < length && a.bytes[at + k] === b.bytes[start + k]) k++;
    if (k === length) return at;
  }
  return -1;
}

const replace: Operation = {
  compile: ([text, what, by], out) => (count) => {
    let at = 0;
    for (let i = 0; i < count; i++) {
      const length = what.ends[i] - what.starts[i];
      const added = by.ends[i] - by.starts[i];
      const size = text.ends[i] - text.starts[i];
      const room = length === 0
        ? size
        : size + Math.ceil(size / length) * added;
      const bytes = out.reserve(at + room, at);
      out.starts[i] = at;
      let from = text.starts[i];
      while (length > 0) {
        const found = find(text, what, i, from);
        if (found < 0) break;
        at = copyBytes(text.bytes, from, found, bytes, at);
        at = copyBytes(by.bytes, by.starts[i], by.ends[i], bytes, at);
        from = found + length;
      }
      at = copyBytes(text.bytes, from, text.ends[i], bytes, at);
      out.ends[i] = at;
    }
  },
};

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
      const bytes = out.reserve(total(a, count) + total(b, count));
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

/** 53 bits that follow from the texts: two multiplicative hashes (after FNV-1a), each mixed at the end. */
const hash: Operation = {
  compile: (args, out) => (count) => {
    for (let i = 0; i < count; i++) {
      let a = 0x811c9dc5 | 0;
      let b = 0x2545f491 | 0;
      for (let k = 0; k < args.length; k++) {
        const { bytes, starts, ends } = args[k];
        for (let at = starts[i]; at < ends[i]; at++) {
          a = Math.imul(a ^ bytes[at], 0x01000193);
          b = Math.imul(b ^ bytes[at], 0x5bd1e995);
          b ^= b >>> 15;
        }
        // Between two texts stands what is in none.
        a = Math.imul(a ^ 0xff, 0x01000193);
        b = Math.imul(b ^ 0xff, 0x5bd1e995);
      }
      out.numbers[i] = (mixed(a ^ b) >>> 11) * 4294967296 +
        (mixed(a + b) >>> 0);
    }
  },
};

function mixed(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

export const TEXTS: Operations = {
  concat,
  join,
  lower: { compile: changed({ name: "lower", width: 0 }, lower) },
  upper: { compile: changed({ name: "upper", width: 0 }, upper) },
  title: { compile: changed({ name: "title", width: 0 }, title) },
  trim: { compile: changed({ name: "trim", width: 0 }, trim) },
  slug: { compile: changed({ name: "slug", width: 0 }, slug) },
  pad: { compile: padded },
  len: {
    compile: ([a], out) => (count) => {
      for (let i = 0; i < count; i++) out.numbers[i] = characters(a, i);
    },
  },
  substr,
  replace,
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
  hash,
};
