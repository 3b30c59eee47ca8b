// The word lists that ship with thrust, by locale; a locale is loaded when a column needs it.
import { ThrustError } from "../core/errors.ts";
import { Strings } from "../core/values/strings.ts";

/** Locales whose lists are copies in this folder. */
export const LOCALES: readonly string[] = ["en_US", "id_ID", "pt_BR"];

/** The lists of a locale, each packed when it is first asked for. */
export class WordLists {
  readonly #words: (name: string) => readonly string[] | undefined;
  readonly #lists = new Map<string, Strings | undefined>();

  constructor(words: (name: string) => readonly string[] | undefined) {
    this.#words = words;
  }

  /** Undefined where there is none of that name. */
  get(name: string): Strings | undefined {
    if (!this.#lists.has(name)) {
      const words = this.#words(name);
      this.#lists.set(name, words && Strings.from(words));
    }
    return this.#lists.get(name);
  }
}

/**
 * The lists of a locale; each has the same ones (see README.md).
 *
 * @throws {ThrustError} If there are none for the locale.
 */
export async function loadLists(locale: string): Promise<WordLists> {
  if (LOCALES.includes(locale)) {
    const texts = await loadTexts(locale);
    return new WordLists((name) =>
      Object.hasOwn(texts, name) ? split(texts[name]) : undefined
    );
  }
  const { loadFakerLists } = await import("./faker.ts");
  const words = await loadFakerLists(locale);
  if (words !== undefined) return new WordLists(words);
  throw new ThrustError(
    "SOURCE_FAILED",
    `Cannot load the word lists of "${locale}": there are lists for ${
      LOCALES.join(", ")
    } and the locales of Faker`,
  );
}

/** The texts of a locale's lists, by name. */
export async function loadTexts(
  locale: string,
): Promise<Record<string, string>> {
  switch (locale) {
    case "id_ID":
      return (await import("./id_ID.ts")).texts;
    case "pt_BR":
      return (await import("./pt_BR.ts")).texts;
    default:
      return (await import("./en_US.ts")).texts;
  }
}

/** A word a line; every line ends. */
function split(text: string): string[] {
  return text.split("\n").slice(0, -1);
}
