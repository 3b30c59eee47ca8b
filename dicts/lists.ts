// The word lists that ship with thrust, by locale; a locale is loaded when a table needs it.
import { ThrustError } from "../core/errors.ts";
import { Strings } from "../core/values/strings.ts";

/** Locales that have lists. */
export const LOCALES: readonly string[] = ["en_US", "id_ID", "pt_BR"];

/**
 * The lists of a locale by name; each locale has the same ones (see README.md).
 *
 * @throws {ThrustError} If there are none for the locale.
 */
export async function loadLists(
  locale: string,
): Promise<ReadonlyMap<string, Strings>> {
  const texts = await loadTexts(locale);
  return new Map(
    Object.entries(texts).map(([name, text]) => [name, split(text)]),
  );
}

async function loadTexts(locale: string): Promise<Record<string, string>> {
  switch (locale) {
    case "en_US":
      return (await import("./en_US.ts")).texts;
    case "id_ID":
      return (await import("./id_ID.ts")).texts;
    case "pt_BR":
      return (await import("./pt_BR.ts")).texts;
  }
  throw new ThrustError(
    "SOURCE_FAILED",
    `Cannot load the word lists of "${locale}": there are lists for ${
      LOCALES.join(", ")
    }`,
  );
}

/** A word a line; every line ends. */
function split(text: string): Strings {
  return Strings.from(text.split("\n").slice(0, -1));
}
