// Account names of the row's person.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { checkGender, NAMED, personShared } from "./person/_person.ts";
import { accountFunctions } from "./person/_username.ts";

export const username = generator({
  name: "username",
  group: "contact",
  summary: "An account name made from the name of the row's person",
  example: `{ gen = "username" }`,
  localized: true,
  params: NAMED,
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
  numbered: true,
  domain: () => 2 ** 53,
  ...accountFunctions(),
});
