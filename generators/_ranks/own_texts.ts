// Lists of a mix of locales without what stands in an earlier one: a text then tells its locale, and a rank its text.
import type {
  RandomStream,
  Scope,
  Site,
  Strings,
} from "../../core/generator.ts";
import type { LocaleShare } from "../../core/parameters.ts";
import { Permutation } from "../../core/values/permutation.ts";

/** Word lists by name and locale: a scope or a site has them. */
export interface Lists {
  list(name: string, locale: string): Strings | undefined;
}

/** What each locale has; undefined while one has nothing. */
export function ofEach<T>(
  locales: readonly LocaleShare[],
  find: (locale: string) => T | undefined,
): T[] | undefined {
  const found = locales.map(({ locale }) => find(locale));
  return found.includes(undefined) ? undefined : found as T[];
}

/** A list of each locale; undefined while one is not there. */
export function listsOf(
  lists: Lists,
  locales: readonly LocaleShare[],
  name: string,
): Strings[] | undefined {
  return ofEach(locales, (locale) => lists.list(name, locale));
}

/** Of each list of texts, the numbers of those that are there for the first time, in this list and all before it. */
export function ownTexts(lists: readonly Iterable<string>[]): Uint32Array[] {
  const seen = new Set<string>();
  return lists.map((texts) => {
    const own: number[] = [];
    let number = 0;
    for (const text of texts) {
      if (!seen.has(text)) {
        seen.add(text);
        own.push(number);
      }
      number++;
    }
    return Uint32Array.from(own);
  });
}

/** So many ranks there are whatever locale a row has. */
export function fewest(own: readonly { length: number }[]): number {
  return Math.min(...own.map(({ length }) => length));
}

/** How many entries of a list every locale of the column has for itself. */
export function countOwn(scope: Scope, name: string): number | undefined {
  const lists = listsOf(scope, scope.locales, name);
  return lists && fewest(ownTexts(lists.map((one) => one.toArray())));
}

/** The same for all items of an array: only then do different ranks give different texts. */
export function spreadOver(
  own: readonly { length: number }[],
  site: Site,
): Spread {
  return new Spread(site.shared("spread", ""), own.map(({ length }) => length));
}

/** Ranks below the least size, spread over all that each locale has: else a large one would show its first entries only. */
export class Spread {
  readonly #permutations: (Permutation | undefined)[];

  /**
   * @param random Keys the order; its draws 0 and 1 of the rows 0, 1 and so on are nobody else's.
   * @param ranks Ranks are below it. By default, the least size.
   */
  constructor(
    random: RandomStream,
    sizes: readonly number[],
    ranks = Math.min(...sizes),
  ) {
    this.#permutations = sizes.map((size, locale) =>
      size === ranks ? undefined : new Permutation(
        random.wordAt(locale, 0),
        random.wordAt(locale, 1),
        size,
      )
    );
  }

  at(locale: number, rank: number): number {
    const permutation = this.#permutations[locale];
    return permutation === undefined ? rank : permutation.at(rank);
  }
}
