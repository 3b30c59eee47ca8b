// The filters that change characters, on UTF-8: what each does to a character is found out once, as text, and from then
// on looked up by its code point. Texts of a dozen letters are too short to be made strings of.
import { lower, title, upper } from "../../core/values/case.ts";
import { slug } from "../../core/values/slug.ts";
import { copyBytes } from "../_texts/bytes.ts";
import { encodeUtf8 } from "../_texts/utf8.ts";
import type { Filter } from "./_parse.ts";

const HYPHEN = 45;
/** Above them, characters are rare enough for a Map. */
const COMMON_POINTS = 0x3000;
/** No character becomes more: three characters of three bytes each (ΐ). */
const LENGTH_BITS = 4;

/** What becomes of single characters: entries, made when they are first asked for. */
class Characters {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1024);
  readonly #change: (character: string) => string;
  /** By code point; 0 where nobody has asked yet. */
  readonly #common = new Int32Array(COMMON_POINTS);
  readonly #rare = new Map<number, number>();
  #used = 0;

  constructor(change: (character: string) => string) {
    this.#change = change;
  }

  /** Where in `bytes` a character's text is: `startOf` and `lengthOf` read it. */
  entry(point: number): number {
    const entry = point < COMMON_POINTS
      ? this.#common[point]
      : this.#rare.get(point) ?? 0;
    return entry === 0 ? this.#make(point) : entry;
  }

  #make(point: number): number {
    const start = this.#used;
    const room = start + (1 << LENGTH_BITS);
    if (this.bytes.length < room) {
      const larger = new Uint8Array(2 * room);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const text = this.#change(String.fromCodePoint(point));
    this.#used = encodeUtf8(text, this.bytes, start);
    const entry = (start << LENGTH_BITS | this.#used - start) + 1;
    if (point < COMMON_POINTS) this.#common[point] = entry;
    else this.#rare.set(point, entry);
    return entry;
  }
}

function startOf(entry: number): number {
  return (entry - 1) >> LENGTH_BITS;
}

function lengthOf(entry: number): number {
  return (entry - 1) & (1 << LENGTH_BITS) - 1;
}

const LOWER = new Characters(lower);
const UPPER = new Characters(upper);
/** A hyphen stands for a gap: it is written where something stands on both sides of it. */
const SLUG = new Characters((one) => slug(`x${one}x`).slice(1, -1));
/** At the beginning of a word; and inside of one, where that is what comes before. */
const TITLE = new Characters(title);
const INSIDE = new Characters((one) => title(`x${one}`).slice(1));
/** `x` where a word goes on behind the character, `X` where it does not. */
const WORDS = new Characters((one) => title(`${one}x`).slice(-1));
const SMALL_X = 120;

const BY_CHARACTER: readonly Filter["name"][] = [
  "lower",
  "upper",
  "title",
  "slug",
];

/** Whether a filter is one of those that `changeCharacters` knows. */
export function changesCharacters({ name }: Filter): boolean {
  return BY_CHARACTER.includes(name);
}

/** Writes what the filter makes of `from[start..end)`, which is sound UTF-8, at `out[at]` and on; gives the new end. */
export function changeCharacters(
  { name }: Filter,
  from: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  switch (name) {
    case "lower":
      return changeAll(LOWER, from, start, end, out, at);
    case "upper":
      return changeAll(UPPER, from, start, end, out, at);
    case "title":
      return writeTitle(from, start, end, out, at);
    default:
      return writeSlug(from, start, end, out, at);
  }
}

function changeAll(
  characters: Characters,
  from: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  while (start < end) {
    const entry = characters.entry(pointAt(from, start));
    start += widthAt(from, start);
    at = copyEntry(characters, entry, out, at);
  }
  return at;
}

function writeTitle(
  from: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  let inWord = false;
  while (start < end) {
    const point = pointAt(from, start);
    start += widthAt(from, start);
    const characters = inWord ? INSIDE : TITLE;
    at = copyEntry(characters, characters.entry(point), out, at);
    inWord = WORDS.bytes[startOf(WORDS.entry(point))] === SMALL_X;
  }
  return at;
}

function writeSlug(
  from: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): number {
  const first = at;
  let gap = false;
  while (start < end) {
    const entry = SLUG.entry(pointAt(from, start));
    start += widthAt(from, start);
    const { bytes } = SLUG;
    const begin = startOf(entry);
    const behind = begin + lengthOf(entry);
    for (let i = begin; i < behind; i++) {
      const byte = bytes[i];
      if (byte === HYPHEN) {
        gap = true;
        continue;
      }
      if (gap && at > first) out[at++] = HYPHEN;
      gap = false;
      out[at++] = byte;
    }
  }
  return at;
}

function copyEntry(
  { bytes }: Characters,
  entry: number,
  out: Uint8Array,
  at: number,
): number {
  const begin = startOf(entry);
  return copyBytes(bytes, begin, begin + lengthOf(entry), out, at);
}

/** The code point whose first byte is `bytes[at]`. */
function pointAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte < 0x80) return byte;
  if (byte < 0xe0) return (byte & 0x1f) << 6 | bytes[at + 1] & 0x3f;
  if (byte < 0xf0) {
    return (byte & 0x0f) << 12 | (bytes[at + 1] & 0x3f) << 6 |
      bytes[at + 2] & 0x3f;
  }
  return (byte & 0x07) << 18 | (bytes[at + 1] & 0x3f) << 12 |
    (bytes[at + 2] & 0x3f) << 6 | bytes[at + 3] & 0x3f;
}

/** Bytes of the character whose first byte is `bytes[at]`. */
function widthAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
