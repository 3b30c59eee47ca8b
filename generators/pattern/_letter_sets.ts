// Sets of letters by the classes of a pattern: a class that comes again is the same set.
import { type LetterSet, letterSet } from "../_texts/letters.ts";

export class LetterSets {
  readonly #sets = new Map<string[], LetterSet>();

  of(characters: string[]): LetterSet {
    let set = this.#sets.get(characters);
    if (set === undefined) {
      set = letterSet(characters);
      this.#sets.set(characters, set);
    }
    return set;
  }
}
