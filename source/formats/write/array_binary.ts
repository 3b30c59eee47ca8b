// Arrays, which vectors keep as JSON, as PostgreSQL receives them in binary (`array_recv`):
//
//   int4 dimensions: 1, or 0 where there are no items
//   int4 1 where an item is NULL, else 0
//   int4 the type of the items, by its OID
//   int4 how many items, int4 the number of the first: 1; both only where there are any
//   the items, each behind its length, -1 where it is NULL
import { itemEnd } from "./json_items.ts";
import type { TextWriter } from "./text.ts";

/** Writes an item of JSON without its length; what stands there is not `null`. */
export type ItemWrite = (
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
) => number;

const LETTER_N = 110;
const HEAD = 20;
const EMPTY_HEAD = 12;

/**
 * @param oid The server's type of the items.
 * @param growth How much longer than its JSON an item can be, its length included; one with its comma has two bytes.
 */
export function binaryArrayWriter(
  oid: number,
  item: ItemWrite,
  growth: number,
): TextWriter {
  return {
    write(out, at, bytes, start, end) {
      const begin = at + 4;
      let count = 0;
      let hasNull = 0;
      let to = begin + HEAD;
      for (let from = start + 1; from < end - 1; count++) {
        const until = itemEnd(bytes, from);
        if (bytes.getUint8(from) === LETTER_N) {
          out.setInt32(to, -1);
          to += 4;
          hasNull = 1;
        } else {
          const after = item(out, to + 4, bytes, from, until);
          out.setInt32(to, after - to - 4);
          to = after;
        }
        from = until + 1;
      }
      if (count === 0) to = begin + EMPTY_HEAD;
      else {
        out.setInt32(begin + EMPTY_HEAD, count);
        out.setInt32(begin + EMPTY_HEAD + 4, 1);
      }
      out.setInt32(begin, count === 0 ? 0 : 1);
      out.setInt32(begin + 4, hasNull);
      out.setUint32(begin + 8, oid);
      out.setInt32(at, to - begin);
      return to;
    },
    growth,
    extra: HEAD + 4 + growth,
  };
}
