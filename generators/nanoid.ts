// Nano IDs: random characters that need no escape in an address.
import { generator } from "../core/generator.ts";
import { defaulted, type ParameterValues } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { wholeBound } from "./_ranges/bounds.ts";
import { string } from "./string.ts";

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const MAX_LENGTH = 256;

const PARAMS = {
  length: defaulted("integer", 21, "Number of characters", {
    minimum: 1,
    maximum: MAX_LENGTH,
  }),
  alphabet: defaulted(
    "text",
    ALPHABET,
    "The characters to choose from; one that stands in it twice is twice as likely",
  ),
};

export const nanoid = generator({
  name: "nanoid",
  group: "identifiers",
  summary: "Short random identifiers that can stand in addresses",
  example: `{ gen = "nanoid" }`,
  params: PARAMS,
  domain: (params, scope) => string.domain?.(asString(params), scope),
  type: () => valueType("text"),
  check: (params, scope, report) =>
    string.check!(asString(params), scope, report),
  prepare: (params, site) => string.prepare(asString(params), site),
  ranked: (params, site) => string.ranked!(asString(params), site),
});

/** The same values as `string` gives: the parameters of that. */
function asString(
  { length, alphabet }: ParameterValues<typeof PARAMS>,
): Parameters<typeof string.prepare>[0] {
  return { length: wholeBound(length), alphabet } as never;
}
