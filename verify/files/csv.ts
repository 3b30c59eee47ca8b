// Reads records of CSV (RFC 4180): NULL is nothing, the empty text is `""`.
import { setFromText } from "../text_values.ts";
import { type CreateRecordReader, withoutLineEnd } from "./records.ts";

const QUOTE = 34;
const LF = 10;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export const csvRecords: CreateRecordReader = (fields, options) => {
  const delimiter = String(options.delimiter ?? ",").charCodeAt(0);
  return {
    end(bytes, from, to) {
      let quoted = false;
      for (let at = from; at < to; at++) {
        const byte = bytes[at];
        if (byte === QUOTE) quoted = !quoted;
        else if (byte === LF && !quoted) return at + 1;
      }
      return undefined;
    },
    read(bytes, from, to, cells, i) {
      const end = withoutLineEnd(bytes, from, to);
      let at = from;
      for (let k = 0; k < fields.length; k++) {
        if (at > end) { // the record has fewer fields
          cells[k].setOdd(i, "");
          continue;
        }
        const isQuoted = bytes[at] === QUOTE && at < end;
        const stop = endOfField(bytes, at, end, delimiter);
        // What is too much belongs to the last field, and makes it differ.
        const last = k === fields.length - 1 ? end : stop;
        if (at === last) cells[k].setNull(i);
        else {
          const raw = decoder.decode(bytes.slice(at, last));
          setFromText(
            cells[k],
            i,
            isQuoted && raw.endsWith('"') && last === stop
              ? raw.slice(1, -1).replaceAll('""', '"')
              : raw,
            fields[k].type,
          );
        }
        at = last + 1;
      }
    },
  };
};

/** Where the field ends that begins at `at`: at a delimiter, or at the record's end. */
function endOfField(
  bytes: Uint8Array,
  at: number,
  end: number,
  delimiter: number,
): number {
  let quoted = false;
  for (; at < end; at++) {
    if (bytes[at] === QUOTE) quoted = !quoted;
    else if (bytes[at] === delimiter && !quoted) return at;
  }
  return end;
}
