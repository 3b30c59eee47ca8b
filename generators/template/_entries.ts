// Dictionary entries put through filters and between literals, all at once: as bytes, because a run of few rows would
// spend most of its time on making thousands of strings.
import { Strings } from "../../core/values/strings.ts";
import {
  copyAscii,
  filterAscii,
  replaceAscii,
  replacingTable,
} from "./_ascii.ts";
import { compileFilters } from "./_filters.ts";
import type { Filter } from "./_parse.ts";

const encoder = new TextEncoder();

/** Each entry as the filters make it. */
export function filterEntries(
  entries: Strings,
  filters: readonly Filter[],
): Strings {
  const { bytes, offsets, size } = entries;
  const replacing = replacingTable(filters);
  const change = compileFilters(filters);
  const ends = new Uint32Array(size + 1);
  let room = 0;
  for (const { name, width } of filters) if (name === "pad") room += width;
  let out = new Uint8Array(offsets[size] + room * size);
  let at = 0;
  for (let i = 0; i < size; i++) {
    const start = offsets[i];
    const end = offsets[i + 1];
    if (out.length - at < end - start + room) {
      out = grown(out, end - start + room);
    }
    if (replacing && replaceAscii(replacing, bytes, start, end, out, at)) {
      at += end - start;
    } else if (copyAscii(bytes, start, end, out, at)) {
      at = filterAscii(filters, out, at, at + end - start);
    } else {
      const changed = encoder.encode(change(entries.at(i)));
      if (out.length - at < changed.length) out = grown(out, changed.length);
      out.set(changed, at);
      at += changed.length;
    }
    ends[i + 1] = at;
  }
  return new Strings(out.subarray(0, at), ends);
}

function grown(bytes: Uint8Array, more: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length + more);
  larger.set(bytes);
  return larger;
}

/** Each entry between two literals. */
export function surroundEntries(
  before: string,
  entries: Strings,
  after: string,
): Strings {
  const { bytes, offsets, size } = entries;
  const head = encoder.encode(before);
  const tail = encoder.encode(after);
  const around = head.length + tail.length;
  const out = new Uint8Array(offsets[size] - offsets[0] + around * size);
  const ends = new Uint32Array(size + 1);
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < head.length; k++) out[at++] = head[k];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) out[at++] = bytes[k];
    for (let k = 0; k < tail.length; k++) out[at++] = tail[k];
    ends[i + 1] = at;
  }
  return new Strings(out, ends);
}
