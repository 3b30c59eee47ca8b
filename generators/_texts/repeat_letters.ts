// Texts of characters from one ASCII set: the same texts as by `repeatLetters`, two characters at a time.
import type { RandomStream, Rows } from "../../core/generator.ts";
import type { LetterGroup } from "./letters.ts";
import { WordScratch } from "../_scratch.ts";

/** Writes texts of random characters, all characters of a draw at once. */
export class RepeatedLetters {
  /** Bytes behind the last text that writing it may touch. */
  readonly room: number;
  /** Characters that a draw gives. */
  readonly #step: number;
  readonly #random: RandomStream;
  readonly #choices: number;
  /** Two characters for a number below the square of the set's size; the first in the low byte. */
  readonly #pairs: Uint16Array;
  readonly #scratch = new WordScratch();

  /** @param group A full draw of the set, which is ASCII. */
  constructor(group: LetterGroup, random: RandomStream) {
    const ascii = group.sets[0].ascii!;
    this.#step = group.sets.length;
    this.room = this.#step + 4;
    this.#random = random;
    this.#choices = group.choices;
    const { length } = ascii;
    this.#pairs = Uint16Array.from(
      { length: length * length },
      (_, i) => ascii[i % length] | ascii[Math.floor(i / length)] << 8,
    );
  }

  /**
   * Writes text `i` from `starts[i]` to `ends[i]` of `bytes`. What a text's last step brings too much is overwritten by
   * the next text: after the last one there must be `room` more bytes.
   *
   * @param longest Characters of the longest text.
   */
  write(
    rows: Rows,
    bytes: Uint8Array,
    starts: Uint32Array,
    ends: Uint32Array,
    longest: number,
  ): void {
    const { count } = rows;
    const draws = Math.ceil(longest / this.#step);
    const words = this.#scratch.of(draws * count);
    for (let draw = 0; draw < draws; draw++) {
      const part = words.subarray(draw * count, (draw + 1) * count);
      this.#random.below(rows, draw, this.#choices, part);
    }
    const view = new DataView(
      bytes.buffer,
      bytes.byteOffset,
      bytes.byteLength,
    );
    const pairs = this.#pairs;
    const size = pairs.length;
    const part = 1 / size;
    const step = this.#step;
    // Text by text, not draw by draw: where a text ends is guessed wrong once, not at every draw.
    for (let i = 0; i < count; i++) {
      const end = ends[i];
      for (
        let at = starts[i], place = i;
        at < end;
        at += step, place += count
      ) {
        let word = words[place];
        for (let to = at; to < at + step; to += 4) {
          // Exact: words are below 2^21, so no quotient comes as near to a whole number as the half that is added.
          const upper = ((word + 0.5) * part) | 0;
          const rest = step > 4 ? ((upper + 0.5) * part) | 0 : 0;
          view.setInt32(
            to,
            pairs[word - upper * size] | pairs[upper - rest * size] << 16,
            true,
          );
          word = rest;
        }
      }
    }
  }
}
