// Names of products: what is said of them, what they are made of, and what they are.
import { generator, type Strings } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { isPlain } from "../../core/values/plain.ts";
import { copyEntry } from "../_texts/bytes.ts";
import { Locales } from "../_texts/localized.ts";
import {
  fewest,
  type Lists,
  ofEach,
  ownTexts,
  spreadOver,
} from "../_ranks/own_texts.ts";
import { localRankedTexts, type RankedTexts } from "../_ranks/ranked_texts.ts";
import { WordScratch } from "../_scratch.ts";
import { surroundEntries } from "../template/_entries.ts";

/** The lists that the letters of a locale's `product_shape` stand for. */
const LISTS: Readonly<Record<string, string>> = {
  A: "product_adjective",
  M: "product_material",
  P: "product",
};
const TWO_MINUS_32 = 1 / 4294967296;

export const commerceProductName = generator({
  name: "commerce.product_name",
  group: "commerce",
  summary: "A name of a product",
  example: `{ gen = "commerce.product_name" }`,
  params: {},
  localized: true,
  type: () => valueType("text"),
  domain(_params, scope) {
    const names = ofEach(
      scope.locales,
      (locale) => productNames(scope, locale),
    );
    return names && fewest(ownTexts(names.map(textsOf)));
  },
  ranked(_params, site) {
    const locales = new Locales(site);
    const names = locales.names.map((locale) => productNames(site, locale)!);
    const own = ownTexts(names.map(textsOf));
    const spread = spreadOver(own, site);
    return localRankedTexts(
      locales,
      names,
      (locale, rank) => own[locale][spread.at(locale, rank)],
    );
  },
  prepare(_params, site) {
    const locales = new Locales(site);
    const names = locales.names.map((locale) => productNames(site, locale)!);
    const room = names.reduce((most, one) => Math.max(most, one.room), 0);
    const random = site.random();
    const scratch = new WordScratch();
    return {
      storage: "slices",
      plain: names.every(({ plain }) => plain),
      fill(record, out) {
        const { count } = record.rows;
        const picks = locales.picks(record);
        const words = scratch.of(count);
        random.words(record.rows, 0, words);
        const bytes = out.reserve(room * count);
        const { starts, ends } = out;
        let at = 0;
        for (let i = 0; i < count; i++) {
          const texts = names[picks === undefined ? 0 : picks[i]];
          starts[i] = at;
          // With less than a million names, none is likelier than another by more than a part in a thousand.
          const rank = Math.floor(words[i] * texts.count * TWO_MINUS_32);
          at = texts.write(rank, bytes, at);
          ends[i] = at;
        }
      },
    };
  },
});

/** The texts by their numbers: some ten thousand. */
function* textsOf({ count, room, write }: RankedTexts): Iterable<string> {
  const bytes = new Uint8Array(room);
  const decoder = new TextDecoder();
  for (let rank = 0; rank < count; rank++) {
    yield decoder.decode(bytes.subarray(0, write(rank, bytes, 0)));
  }
}

/** All combinations of a locale, numbered; undefined while its lists are not there. */
function productNames(
  lists: Lists,
  locale: string,
): RankedTexts | undefined {
  const shape = lists.list("product_shape", locale)?.at(0);
  if (shape === undefined) return undefined;
  const parts: Strings[] = [];
  let plain = true;
  let before = "";
  for (const part of shape.split(/\b([AMP])\b/)) {
    if (!Object.hasOwn(LISTS, part)) {
      // Literals become part of the texts beside them: there they cost nothing.
      const last = parts.pop();
      if (last === undefined) before = part;
      else parts.push(surroundEntries("", last, part));
      continue;
    }
    const list = lists.list(LISTS[part], locale)!;
    plain &&= isPlain(list);
    parts.push(surroundEntries(before, list, ""));
    before = "";
  }
  let count = 1;
  let room = 0;
  for (const { size, maxBytes } of parts) {
    count *= size;
    room += maxBytes;
  }
  return {
    count,
    room,
    // Only the spaces at the ends of the whole would matter, and there are none.
    plain,
    write(rank, out, at) {
      for (const part of parts) {
        const rest = (rank / part.size) | 0;
        at = copyEntry(part, rank - rest * part.size, out, at);
        rank = rest;
      }
      return at;
    },
  };
}
