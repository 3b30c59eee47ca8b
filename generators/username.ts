// Account names of the row's person.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { checkGender, NAMED, personShared } from "./person/_person.ts";
import { Usernames } from "./person/_username.ts";

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
  prepare(params, site) {
    const usernames = new Usernames(site, params);
    const room = usernames.maxBytes;
    return {
      storage: "slices",
      plain: true,
      fill(record, out) {
        const { count } = record.rows;
        const write = usernames.writer(record);
        const bytes = out.reserve(room * count);
        const { starts, ends } = out;
        let at = 0;
        for (let i = 0; i < count; i++) {
          starts[i] = at;
          at = write(i, bytes, at);
          ends[i] = at;
        }
      },
    };
  },
});
