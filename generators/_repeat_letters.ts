// Texts of characters from one ASCII set: the same texts as by `repeatLetters`, two characters at a time.
import type { RandomStream, Rows } from "../core/generator.ts";
import type { LetterGroup } from "./_letters.ts";
import { WordScratch } from "./_scratch.ts";

/** Writes texts of random characters, all characters of a draw at once. */
export class RepeatedLetters {
  /** Characters that a draw gives: texts are written in steps of so many. */
  readonly step: number;
  readonly #random: RandomStream;
  readonly #choices: number;
  readonly #ascii: Uint8Array;
  /** Two characters for a number below the square of the set's size; the first in the low byte. */
  readonly #pairs: Uint16Array;
  readonly #scratch = new WordScratch();

  /** @param group A full draw of the set, which is ASCII. */
  constructor(group: LetterGroup, random: RandomStream) {
    const ascii = group.sets[0].ascii!;
    this.step = group.sets.length;
    this.#random = random;
    this.#choices = group.choices;
    this.#ascii = ascii;
    // A set so large that a draw gives one character only needs no pairs.
    const length = this.step > 1 ? ascii.length : 0;
    this.#pairs = Uint16Array.from(
      { length: length * length },
      (_, i) => ascii[i % length] | ascii[Math.floor(i / length)] << 8,
    );
  }

  /** Bytes that writing a text of that length may touch. */
  room(length: number): number {
    return Math.ceil(length / this.step) * this.step;
  }

  /**
   * Writes text `i` at `starts[i]` of `bytes`, where `room` for its length must be.
   *
   * @param lengths Of each text; without them, all have `longest` characters.
   */
  write(
    rows: Rows,
    bytes: Uint8Array,
    starts: Uint32Array,
    longest: number,
    lengths: Float64Array | undefined,
  ): void {
    const words = this.#scratch.of(rows.count);
    for (let place = 0; place < longest; place += this.step) {
      this.#random.below(rows, place / this.step, this.#choices, words);
      for (let i = 0; i < rows.count; i++) {
        if (lengths !== undefined && lengths[i] <= place) continue;
        this.#writeStep(words[i], bytes, starts[i] + place);
      }
    }
  }

  #writeStep(word: number, bytes: Uint8Array, at: number): void {
    const pairs = this.#pairs;
    const size = pairs.length;
    const end = at + this.step;
    const part = 1 / size;
    for (; at + 1 < end; at += 2) {
      // Exact: words are below 2^21, so no quotient comes as near to a whole number as the half that is added.
      const rest = ((word + 0.5) * part) | 0;
      const pair = pairs[word - rest * size];
      bytes[at] = pair;
      bytes[at + 1] = pair >> 8;
      word = rest;
    }
    if (at < end) bytes[at] = this.#ascii[word];
  }
}
