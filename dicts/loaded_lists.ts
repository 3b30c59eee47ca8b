// The word lists of the locales that have been asked for, for what must count them while a Genfile is read.
import type { ListsAtHand } from "../core/generators.ts";
import type { Strings } from "../core/values/strings.ts";
import { loadLists, type WordLists } from "./lists.ts";

export class LoadedLists implements ListsAtHand {
  readonly #lists = new Map<string, WordLists>();
  readonly #missed = new Set<string>();

  find(name: string, locale: string): Strings | undefined {
    const lists = this.#lists.get(locale);
    if (lists === undefined) this.#missed.add(locale);
    return lists?.get(name);
  }

  async load(): Promise<boolean> {
    const missed = [...this.#missed];
    this.#missed.clear();
    await Promise.all(missed.map(async (locale) => {
      this.#lists.set(locale, await loadLists(locale));
    }));
    return missed.length > 0;
  }
}
