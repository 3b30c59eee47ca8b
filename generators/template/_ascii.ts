// The filters on ASCII texts, in place: what they do to bytes is what they do to texts, many times as fast.
import type { Filter } from "./_parse.ts";

const APOSTROPHE = 39;
const HYPHEN = 45;
const ZERO = 48;

/** Copies `from[start..end)` to `out[at]` and on, and says whether all of it is ASCII. */
export function copyAscii(
  from: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): boolean {
  let seen = 0;
  while (start < end) {
    const byte = from[start++];
    seen |= byte;
    out[at++] = byte;
  }
  return seen < 128;
}

/** Applies the filters to `out[start..end)`, which is ASCII; gives the new end. */
export function filterAscii(
  filters: readonly Filter[],
  out: Uint8Array,
  start: number,
  end: number,
): number {
  for (let i = 0; i < filters.length; i++) {
    end = apply(filters[i], out, start, end);
  }
  return end;
}

function apply(
  { name, width }: Filter,
  out: Uint8Array,
  start: number,
  end: number,
): number {
  switch (name) {
    case "lower":
      for (let i = start; i < end; i++) out[i] = lowerOf(out[i]);
      return end;
    case "upper":
      for (let i = start; i < end; i++) out[i] = upperOf(out[i]);
      return end;
    case "title":
      return title(out, start, end);
    case "slug":
      return slug(out, start, end);
    case "trim":
      return trim(out, start, end);
    case "first":
      return end > start ? start + 1 : end;
    case "pad":
      return pad(out, start, end, width);
  }
}

function lowerOf(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function upperOf(byte: number): number {
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}

function isAlphanumeric(byte: number): boolean {
  return byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 ||
    byte >= ZERO && byte <= 57;
}

function title(out: Uint8Array, start: number, end: number): number {
  let inWord = false;
  for (let i = start; i < end; i++) {
    const byte = out[i];
    out[i] = inWord ? lowerOf(byte) : upperOf(byte);
    inWord = isAlphanumeric(byte) || byte === APOSTROPHE;
  }
  return end;
}

function slug(out: Uint8Array, start: number, end: number): number {
  let at = start;
  let gap = false;
  for (let i = start; i < end; i++) {
    const byte = out[i];
    if (isAlphanumeric(byte)) {
      // There is room for the hyphen: at least one character has been left out.
      if (gap && at > start) out[at++] = HYPHEN;
      gap = false;
      out[at++] = lowerOf(byte);
    } else if (byte !== APOSTROPHE) {
      gap = true;
    }
  }
  return at;
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte >= 9 && byte <= 13;
}

function trim(out: Uint8Array, start: number, end: number): number {
  let from = start;
  while (end > from && isSpace(out[end - 1])) end--;
  while (from < end && isSpace(out[from])) from++;
  if (from > start) out.copyWithin(start, from, end);
  return end - (from - start);
}

function pad(
  out: Uint8Array,
  start: number,
  end: number,
  width: number,
): number {
  const missing = width - (end - start);
  if (missing <= 0) return end;
  const next = out[start + 1];
  const negative = end - start > 1 && out[start] === HYPHEN &&
    next >= ZERO && next <= 57;
  const from = negative ? start + 1 : start;
  out.copyWithin(from + missing, from, end);
  out.fill(ZERO, from, from + missing);
  return end + missing;
}
