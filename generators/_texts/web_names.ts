// Names of sites and paths on them, made of the locale's words, in domains that are reserved for examples (RFC 2606).
import type { Site } from "../../core/generator.ts";
import { slug } from "../../core/values/slug.ts";
import { Strings } from "../../core/values/strings.ts";
import { copyEntry } from "./bytes.ts";
import type { RankedTexts } from "../_ranks/ranked_texts.ts";

/** So many words are taken from every locale's list, so that there are as many names in each. */
const WORDS = 700;
const SUFFIXES = Strings.from([
  ...[".example", ".example.com", ".example.net", ".example.org"],
]);
const SCHEME = Strings.from(["https://"]);
const HYPHEN = 45;
const SLASH = 47;

/** Two words and a suffix. */
export const DOMAINS = WORDS * WORDS * SUFFIXES.size;
/** One word or two. */
const PATHS = WORDS + WORDS * WORDS;
export const URLS = DOMAINS * PATHS;

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** Words of ASCII letters, spread evenly over the locale's list; in a mix of locales, the first one's. */
function webWords(site: Site): Strings {
  const words = site.list("word", site.locales[0].locale).toArray().map(slug)
    .filter((word) => /^[a-z]{2,12}$/.test(word));
  const different = new Set(words);
  // Where people write in other letters, there is nothing but syllables.
  for (let i = 0; different.size < WORDS; i++) different.add(syllables(i));
  const all = [...different];
  return Strings.from(
    Array.from(
      { length: WORDS },
      (_, i) => all[Math.floor(i * all.length / WORDS)],
    ),
  );
}

/** A different word for each number below 4,900. */
function syllables(number: number): string {
  let word = "";
  for (let i = 0; i < 2; i++) {
    word += CONSONANTS[number % CONSONANTS.length];
    number = Math.floor(number / CONSONANTS.length);
    word += VOWELS[number % VOWELS.length];
    number = Math.floor(number / VOWELS.length);
  }
  return word;
}

export function domains(site: Site): RankedTexts {
  const words = webWords(site);
  return {
    count: DOMAINS,
    room: 2 * words.maxBytes + 1 + SUFFIXES.maxBytes,
    plain: true,
    write(rank, out, at) {
      const pair = Math.floor(rank / SUFFIXES.size);
      const first = Math.floor(pair / WORDS);
      at = copyEntry(words, first, out, at);
      out[at++] = HYPHEN;
      at = copyEntry(words, pair - first * WORDS, out, at);
      return copyEntry(SUFFIXES, rank - pair * SUFFIXES.size, out, at);
    },
  };
}

export function urls(site: Site): RankedTexts {
  const words = webWords(site);
  const sites = domains(site);
  return {
    count: URLS,
    room: SCHEME.maxBytes + sites.room + 2 * (1 + words.maxBytes),
    plain: true,
    write(rank, out, at) {
      const domain = Math.floor(rank / PATHS);
      let path = rank - domain * PATHS;
      at = sites.write(domain, out, copyEntry(SCHEME, 0, out, at));
      out[at++] = SLASH;
      if (path >= WORDS) {
        path -= WORDS;
        const folder = Math.floor(path / WORDS);
        at = copyEntry(words, folder, out, at);
        out[at++] = SLASH;
        path -= folder * WORDS;
      }
      return copyEntry(words, path, out, at);
    },
  };
}
