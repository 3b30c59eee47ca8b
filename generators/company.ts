// Names of companies, made of family names as the locale's country does.
import { generator } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { isPlain } from "../core/values/plain.ts";
import { Strings } from "../core/values/strings.ts";
import { copyEntry } from "./_texts/bytes.ts";
import { Locales, type LocalList } from "./_texts/localized.ts";
import { areDifferent, Combinations } from "./_ranks/combinations.ts";
import { type Lists, ofEach, Spread } from "./_ranks/own_texts.ts";
import { localRankedTexts } from "./_ranks/ranked_texts.ts";
import { WordScratch } from "./_scratch.ts";

const DRAWS = { shape: 0, suffix: 1, names: 2 };
/** Family names in one company's name, at most. */
const NAMES = 3;

export const company = generator({
  name: "company",
  group: "contact",
  summary: "Names of companies of the locale's country",
  example: `{ gen = "company" }`,
  localized: true,
  params: {
    of: defaulted(
      "text",
      "",
      "Takes the locale of the person or place that says the same",
    ),
  },
  type: () => valueType("text"),
  domain(_params, scope) {
    const names = ofEach(
      scope.locales,
      (locale) => companyNames(scope, locale),
    );
    return names && areDifferent(names)
      ? Math.min(...names.map(({ count }) => count))
      : undefined;
  },
  ranked({ of }, site) {
    const locales = new Locales(site, of);
    const names = locales.names.map((locale) => companyNames(site, locale)!);
    const spread = new Spread(
      site.shared("spread", ""),
      names.map(({ count }) => count),
    );
    return localRankedTexts(
      locales,
      names,
      (locale, rank) => spread.at(locale, rank),
    );
  },
  prepare({ of }, site) {
    const locales = new Locales(site, of);
    const random = site.random();
    const shapes = locales.list("company_shape");
    const suffixes = locales.list("company_suffix");
    const names = locales.list("last_name");
    const parts = shapes.strings.toArray().map(partsOf);
    const room = Math.max(
      ...shapes.strings.toArray().map((shape) =>
        3 * shape.length + NAMES * names.strings.maxBytes +
        suffixes.strings.maxBytes
      ),
    );
    const scratch = new WordScratch();
    return {
      storage: "slices",
      plain: [names, suffixes].every(({ strings }) => isPlain(strings)) &&
        parts.flat().every((part) => !/[,"\\]/.test(part.literal ?? "")),
      fill(record, out) {
        const { count } = record.rows;
        const words = scratch.of((2 + NAMES) * count);
        const drawn = (list: LocalList, draw: number) => {
          const own = words.subarray(draw * count, (draw + 1) * count);
          locales.draw(list, record, random, draw, own);
          return own;
        };
        const shape = drawn(shapes, DRAWS.shape);
        const suffix = drawn(suffixes, DRAWS.suffix);
        for (let i = 0; i < NAMES; i++) drawn(names, DRAWS.names + i);
        const bytes = out.reserve(room * count);
        let at = 0;
        for (let i = 0; i < count; i++) {
          out.starts[i] = at;
          let name = DRAWS.names * count + i;
          for (const part of parts[shape[i]]) {
            if (part.bytes !== undefined) {
              for (let k = 0; k < part.bytes.length; k++) {
                bytes[at++] = part.bytes[k];
              }
            } else if (part.suffix) {
              at = copyEntry(suffixes.strings, suffix[i], bytes, at);
            } else {
              at = copyEntry(names.strings, words[name], bytes, at);
              name += count;
            }
          }
          out.ends[i] = at;
        }
      },
    };
  },
});

interface Part {
  literal?: string;
  bytes?: Uint8Array;
  suffix?: boolean;
}

/** `L S`: a family name and a suffix; anything but a lone L or S stands as it is. */
function partsOf(shape: string): Part[] {
  return shape.split(/(\b[LS]\b)/)
    .filter((part) => part !== "")
    .map((part) =>
      part === "L"
        ? {}
        : part === "S"
        ? { suffix: true }
        : { literal: part, bytes: new TextEncoder().encode(part) }
    );
}

/** All names of a locale; undefined while its lists are not there. */
function companyNames(lists: Lists, locale: string): Combinations | undefined {
  const [shapes, families, suffixes] = ["shape", "name", "suffix"].map((list) =>
    lists.list(list === "name" ? "last_name" : `company_${list}`, locale)
  );
  return shapes && new Combinations(
    shapes.toArray().map((shape) =>
      partsOf(shape).map((part) =>
        part.literal !== undefined
          ? Strings.from([part.literal])
          : part.suffix
          ? suffixes!
          : families!
      )
    ),
  );
}
