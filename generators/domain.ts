// Domains that nobody can own.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { drawnTexts, rankedTexts } from "./_ranks/ranked_texts.ts";
import { DOMAINS, domains } from "./_texts/web_names.ts";

export const domain = generator({
  name: "domain",
  group: "internet",
  summary:
    "Domain names, below .example and example.com, .net and .org, which are reserved (RFC 2606)",
  example: `{ gen = "domain" }`,
  params: {},
  localized: true,
  domain: () => DOMAINS,
  type: () => valueType("text"),
  prepare: (_params, site) => drawnTexts(domains(site), site.random()),
  ranked: (_params, site) => rankedTexts(domains(site)),
});
