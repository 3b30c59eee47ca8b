// Addresses of pages on sites that cannot be.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { drawnTexts, rankedTexts } from "./_ranks/ranked_texts.ts";
import { URLS, urls } from "./_texts/web_names.ts";

export const url = generator({
  name: "url",
  group: "internet",
  summary: "Addresses of web pages, in the domains that domain gives",
  example: `{ gen = "url" }`,
  params: {},
  localized: true,
  domain: () => URLS,
  type: () => valueType("text"),
  prepare: (_params, site) => drawnTexts(urls(site), site.random()),
  ranked: (_params, site) => rankedTexts(urls(site)),
});
