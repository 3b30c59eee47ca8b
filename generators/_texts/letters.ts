// Characters drawn from sets, several to a random word: what `string` and `pattern` are made of.
import type { RandomStream, Rows } from "../../core/generator.ts";
import { Strings } from "../../core/values/strings.ts";
import { WordScratch } from "../_scratch.ts";

/** A draw serves as many characters as fit this many possibilities: the engine's fastest range. */
const MAX_CHOICES = 0x200000;

/** Places of a group, however small their sets: those of two characters fill a draw. */
const MAX_GROUP = 21;

/** Characters of two places are looked up together in tables of so many, 8 KiB each. */
const MAX_PAIRS = 4096;

/** A draw that gives the characters of a few neighbouring places, each from a set of its own. */
export interface LetterGroup {
  draw: number;
  /** Product of the sizes of the sets. */
  choices: number;
  /** One for each place, in the order of the text. */
  sets: LetterSet[];
}

/** Characters to choose from, all equally likely. */
export interface LetterSet {
  size: number;
  /** Each character's byte where all are ASCII; else undefined. */
  ascii: Uint8Array | undefined;
  letters: Strings;
  /** Length in bytes of the longest. */
  maxBytes: number;
}

export function letterSet(characters: readonly string[]): LetterSet {
  const letters = Strings.from(characters);
  return {
    size: letters.size,
    ascii: letters.maxBytes <= 1 ? letters.bytes : undefined,
    letters,
    maxBytes: letters.maxBytes,
  };
}

/** Cuts places into groups of one draw each, numbered from `firstDraw`. */
export function groupLetters(
  sets: readonly LetterSet[],
  firstDraw: number,
): LetterGroup[] {
  const groups: LetterGroup[] = [];
  let open: LetterGroup | undefined;
  for (const set of sets) {
    if (
      open === undefined || open.choices * set.size > MAX_CHOICES ||
      open.sets.length === MAX_GROUP
    ) {
      open = { draw: firstDraw + groups.length, choices: 1, sets: [] };
      groups.push(open);
    }
    open.choices *= set.size;
    open.sets.push(set);
  }
  return groups;
}

/** A draw of as many places of one set as it can serve. */
export function fullDraw(set: LetterSet): LetterGroup {
  return groupLetters(new Array(MAX_GROUP).fill(set), 0)[0];
}

/**
 * Groups for so many places of one set. A text's characters do not depend on how many follow: the last group draws as
 * if it were full.
 */
export function repeatLetters(set: LetterSet, count: number): LetterGroup[] {
  const { choices, sets } = fullDraw(set);
  return Array.from(
    { length: Math.ceil(count / sets.length) },
    (_, draw) => ({
      draw,
      choices,
      sets: sets.slice(0, count - draw * sets.length),
    }),
  );
}

/** Appends characters to the texts of a chunk: text `i` ends at `ends[i]` of `bytes`, which has room. */
export class LetterWriter {
  readonly #random: RandomStream;
  readonly #scratch = new WordScratch();
  /** Pairs of neighbouring places of groups that have been written, by the number of the first. */
  readonly #pairs = new Map<LetterGroup, (Pair | undefined)[]>();

  constructor(random: RandomStream) {
    this.#random = random;
  }

  /** One character of each set of the group, for the rows whose flag in `active` is 1 (all, without it). */
  append(
    group: LetterGroup,
    rows: Rows,
    bytes: Uint8Array,
    ends: Uint32Array,
    active?: Uint8Array,
  ): void {
    const words = this.#draw(group, rows);
    const { sets } = group;
    const pairs = this.#pairsOf(group);
    for (let place = 0; place < sets.length; place++) {
      const pair = active === undefined ? pairs[place] : undefined;
      if (pair === undefined) {
        takeLetter(sets[place], words, rows.count, bytes, ends, active);
      } else {
        takePair(pair, words, rows.count, bytes, ends);
        place++;
      }
    }
  }

  /** The same, but each text gets characters only while it has fewer than `lengths[i]`; `place` is the first's. */
  appendUpTo(
    group: LetterGroup,
    rows: Rows,
    bytes: Uint8Array,
    ends: Uint32Array,
    place: number,
    lengths: Float64Array,
    active: Uint8Array,
  ): void {
    const words = this.#draw(group, rows);
    for (const set of group.sets) {
      for (let i = 0; i < rows.count; i++) {
        active[i] = place < lengths[i] ? 1 : 0;
      }
      takeLetter(set, words, rows.count, bytes, ends, active);
      place++;
    }
  }

  #pairsOf(group: LetterGroup): (Pair | undefined)[] {
    let pairs = this.#pairs.get(group);
    if (pairs === undefined) {
      const { sets } = group;
      pairs = sets.map((set, place) => pairOf(set, sets[place + 1]));
      this.#pairs.set(group, pairs);
    }
    return pairs;
  }

  #draw(group: LetterGroup, rows: Rows): Uint32Array {
    const words = this.#scratch.of(rows.count);
    this.#random.below(rows, group.draw, group.choices, words);
    return words;
  }
}

/** Two places of ASCII characters, whose numbers are taken off a word at once. */
interface Pair {
  size: number;
  /** One by the size. */
  part: number;
  /** The characters of each number, the first in the low byte. */
  letters: Uint16Array;
}

function pairOf(a: LetterSet, b: LetterSet | undefined): Pair | undefined {
  const first = a.ascii;
  const second = b?.ascii;
  if (first === undefined || second === undefined) return undefined;
  const size = first.length * second.length;
  if (size > MAX_PAIRS) return undefined;
  const letters = Uint16Array.from(
    { length: size },
    (_, i) =>
      first[i % first.length] | second[Math.floor(i / first.length)] << 8,
  );
  return { size, part: 1 / size, letters };
}

/** The same as `takeLetter` for the one and then for the other. */
function takePair(
  { size, part, letters }: Pair,
  words: Uint32Array,
  count: number,
  bytes: Uint8Array,
  ends: Uint32Array,
): void {
  for (let i = 0; i < count; i++) {
    const word = words[i] | 0;
    // Exact: words are below 2^21, so no quotient comes as near to a whole number as the half that is added.
    const rest = ((word + 0.5) * part) | 0;
    words[i] = rest;
    const pair = letters[word - rest * size];
    const at = ends[i];
    bytes[at] = pair;
    bytes[at + 1] = pair >> 8;
    ends[i] = at + 2;
  }
}

/** Takes a character's number off each word (its lowest digit, in the base of the set's size) and writes it. */
function takeLetter(
  set: LetterSet,
  words: Uint32Array,
  count: number,
  bytes: Uint8Array,
  ends: Uint32Array,
  active: Uint8Array | undefined,
): void {
  const { size, ascii } = set;
  if (active === undefined && ascii !== undefined) {
    for (let i = 0; i < count; i++) {
      const word = words[i];
      const rest = (word / size) | 0;
      words[i] = rest;
      bytes[ends[i]++] = ascii[word - rest * size];
    }
    return;
  }
  const { bytes: letters, offsets } = set.letters;
  for (let i = 0; i < count; i++) {
    const word = words[i];
    const rest = (word / size) | 0;
    words[i] = rest;
    if (active !== undefined && active[i] === 0) continue;
    const letter = word - rest * size;
    let at = ends[i];
    const end = offsets[letter + 1];
    for (let from = offsets[letter]; from < end; from++) {
      bytes[at++] = letters[from];
    }
    ends[i] = at;
  }
}
