// Names of products: what is said of them, what they are made of, and what they are.
import { generator, type Site, type Strings } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { isPlain } from "../../core/values/plain.ts";
import { Strings as Texts } from "../../core/values/strings.ts";
import { copyEntry } from "../_bytes.ts";
import { drawnTexts, type RankedTexts } from "../_ranked_texts.ts";

/** The lists that the letters of a locale's `product_shape` stand for. */
const LISTS: Readonly<Record<string, string>> = {
  A: "product_adjective",
  M: "product_material",
  P: "product",
};

export const commerceProductName = generator({
  name: "commerce.product_name",
  group: "commerce",
  summary: "A name of a product",
  example: `{ gen = "commerce.product_name" }`,
  params: {},
  type: () => valueType("text"),
  prepare: (_params, site) => drawnTexts(productNames(site), site.random()),
});

/** All combinations, numbered. */
function productNames(site: Site): RankedTexts {
  const [shape] = site.list("product_shape").toArray();
  const parts = shape.split(/\b([AMP])\b/).filter((part) => part !== "").map(
    (part): Strings =>
      Object.hasOwn(LISTS, part) ? site.list(LISTS[part]) : Texts.from([part]),
  );
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
    plain: parts.every((part) => part.size === 1 || isPlain(part)),
    write(rank, out, at) {
      for (const part of parts) {
        const rest = Math.floor(rank / part.size);
        at = copyEntry(part, rank - rest * part.size, out, at);
        rank = rest;
      }
      return at;
    },
  };
}
