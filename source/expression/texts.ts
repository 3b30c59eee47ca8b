// Operations on texts, over bytes: texts are UTF-8 from beginning to end, and no strings are made but where characters
// beyond ASCII change.
import { lower, title, upper } from "../../core/values/case.ts";
import { slug } from "../../core/values/slug.ts";
import { pad, trim } from "../../core/values/text.ts";
import { copyBytes } from "../../generators/_texts/bytes.ts";
import { decodeUtf8, encodeUtf8 } from "../../generators/_texts/utf8.ts";
import { copyAscii, filterAscii } from "../../generators/template/_ascii.ts";
import type { Filter } from "../../generators/template/_parse.ts";
import type { Operation, Operations } from "./operation.ts";
import { hash } from "./hash.ts";
import { NULL, type Slot, textBytes } from "./slot.ts";
import { find } from "./text_order.ts";

/** A text grows at most this many times when its case changes or it is spelled in ASCII. */
const GROWTH = 6;

const concat: Operation = {
  compile: (args, out) => (count) => {
    let room = 0;
    for (const arg of args) room += textBytes(arg, count);
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
      let room = args.length * textBytes(separator, count);
      for (const arg of args) room += textBytes(arg, count);
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
    const bytes = out.reserve(GROWTH * textBytes(a, count) + extra * count);
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
    const bytes = out.reserve(textBytes(a, count) + 4 * width * count);
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
  hash,
};
