// Which entries of a list of texts are there for the first time: equal texts are one value.
import type { Strings } from "./strings.ts";

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/**
 * The entries whose text is new, in order. With several columns, those whose text is new in each of them among the
 * entries taken: none repeats in any column, though another choice of entries might be longer.
 */
export function distinctEntries(columns: readonly Strings[]): Uint32Array {
  const { size } = columns[0];
  const seen = columns.map((column) => new Seen(column));
  const taken = new Uint32Array(size);
  let count = 0;
  for (let entry = 0; entry < size; entry++) {
    if (seen.some((one) => one.has(entry))) continue;
    for (const one of seen) one.add(entry);
    taken[count++] = entry;
  }
  return taken.slice(0, count);
}

/** Entries of a list by their texts: a hash table with linear probing. */
class Seen {
  readonly #strings: Strings;
  readonly #mask: number;
  /** One more than the entry's number; 0 where the place is free. */
  readonly #places: Uint32Array;
  /** Where the last entry asked for is, or would be. */
  #place = 0;

  constructor(strings: Strings) {
    this.#strings = strings;
    let places = 2;
    while (places < 2 * strings.size) places *= 2;
    this.#mask = places - 1;
    this.#places = new Uint32Array(places);
  }

  has(entry: number): boolean {
    const places = this.#places;
    let place = this.#hash(entry) & this.#mask;
    while (places[place] !== 0 && !this.#equal(places[place] - 1, entry)) {
      place = place + 1 & this.#mask;
    }
    this.#place = place;
    return places[place] !== 0;
  }

  /** An entry that `has` has just been asked for. */
  add(entry: number): void {
    this.#places[this.#place] = entry + 1;
  }

  /** Fowler, Noll & Vo (1991): FNV-1a, with its bits mixed once more. */
  #hash(entry: number): number {
    const { bytes, offsets } = this.#strings;
    let hash = BASIS;
    for (let at = offsets[entry]; at < offsets[entry + 1]; at++) {
      hash = Math.imul(hash ^ bytes[at], PRIME);
    }
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    return hash ^ (hash >>> 15);
  }

  #equal(one: number, other: number): boolean {
    const { bytes, offsets } = this.#strings;
    const length = offsets[one + 1] - offsets[one];
    if (length !== offsets[other + 1] - offsets[other]) return false;
    for (let i = 0; i < length; i++) {
      if (bytes[offsets[one] + i] !== bytes[offsets[other] + i]) return false;
    }
    return true;
  }
}
