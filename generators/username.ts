// Account names of the row's person.
import { generator } from "../core/generator.ts";
import { NAME_TEXT } from "./person/_person.ts";
import { accountFunctions } from "./person/_username.ts";

export const username = generator({
  ...NAME_TEXT,
  name: "username",
  group: "contact",
  summary: "An account name made from the name of the row's person",
  example: `{ gen = "username" }`,
  numbered: true,
  domain: () => 2 ** 53,
  ...accountFunctions(),
});
