// E-mail addresses of the row's person, in domains that are reserved for examples (RFC 2606).
import { generator } from "../core/generator.ts";
import { Strings } from "../core/values/strings.ts";
import { DRAWS, NAME_TEXT } from "./person/_person.ts";
import { accountFunctions } from "./person/_username.ts";

/** What stands after the account name; example.com is as likely as both others. */
const DOMAINS = Strings.from([
  ...["@example.com", "@example.com"],
  ...["@example.org", "@example.net"],
]);

export const email = generator({
  ...NAME_TEXT,
  name: "email",
  group: "contact",
  summary: "An e-mail address made from the name of the row's person",
  example: `{ gen = "email" }`,
  numbered: true,
  domain: () => 2 ** 53,
  ...accountFunctions({ entries: DOMAINS, draw: DRAWS.domain }),
});
