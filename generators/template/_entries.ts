// Dictionary entries put through filters and between literals, all at once: as bytes, because a run of few rows would
// spend most of its time on making thousands of strings.
import { lowerAscii, upperAscii } from "../../core/values/case.ts";
import { Strings } from "../../core/values/strings.ts";
import { copyAscii, filterAscii } from "./_ascii.ts";
import { compileFilters } from "./_filters.ts";
import type { Filter } from "./_parse.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Each entry as the filters make it. */
export function filterEntries(
  entries: Strings,
  filters: readonly Filter[],
): Strings {
  return changeWhole(entries, filters) ?? changeEach(entries, filters);
}

/** What a filter leaves of ASCII in one case that is not a character for a character. */
const ODD: Partial<Record<Filter["name"], RegExp>> = {
  lower: /(?!)/g,
  upper: /(?!)/g,
  slug: /[^a-z0-9]/g,
};

/** A list of ASCII in which a filter has hardly more to do than to change the case: that of all texts at once. */
function changeWhole(
  entries: Strings,
  filters: readonly Filter[],
): Strings | undefined {
  const [{ name }] = filters;
  const odd = ODD[name];
  if (filters.length !== 1 || odd === undefined) return undefined;
  const { bytes, offsets, size } = entries;
  const text = decoder.decode(bytes.subarray(0, offsets[size]));
  if (text.length !== offsets[size]) return undefined;
  const whole = name === "upper" ? upperAscii(text) : lowerAscii(text);
  const change = compileFilters(filters);
  const ends = offsets.slice();
  let made = "";
  let from = 0;
  let entry = 0;
  for (const { index } of whole.matchAll(odd)) {
    if (index < from) continue;
    const shift = ends[entry] - offsets[entry];
    while (offsets[entry + 1] <= index) {
      ends[entry + 1] = offsets[++entry] + shift;
    }
    const changed = change(text.slice(offsets[entry], offsets[entry + 1]));
    made += whole.slice(from, offsets[entry]) + changed;
    from = offsets[++entry];
    ends[entry] = made.length;
  }
  const shift = ends[entry] - offsets[entry];
  while (entry < size) ends[entry + 1] = offsets[++entry] + shift;
  return new Strings(encoder.encode(made + whole.slice(from)), ends);
}

function changeEach(entries: Strings, filters: readonly Filter[]): Strings {
  const { bytes, offsets, size } = entries;
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
    if (copyAscii(bytes, start, end, out, at)) {
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
