// Account names of the row's person.
import {
  generator,
  type PartialRecord,
  type Vector,
} from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { checkGender, NAMED, personShared } from "./person/_person.ts";
import { Usernames, type WriteUsername } from "./person/_username.ts";

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
  prepare(params, site) {
    const usernames = new Usernames(site, params);
    return {
      storage: "slices",
      plain: true,
      fill: (record, out) =>
        writeAll(usernames.writer(record), usernames, record, out),
    };
  },
  ranked(params, site) {
    const usernames = new Usernames(site, params);
    return {
      storage: "slices",
      plain: true,
      fill: (record, ranks, out) =>
        writeAll(
          usernames.numberedWriter(record, ranks),
          usernames,
          record,
          out,
        ),
    };
  },
});

function writeAll(
  write: WriteUsername,
  { maxBytes }: Usernames,
  { rows }: PartialRecord,
  out: Vector,
): void {
  const { starts, ends } = out;
  const bytes = out.reserve(maxBytes * rows.count);
  let at = 0;
  for (let i = 0; i < rows.count; i++) {
    starts[i] = at;
    at = write(i, bytes, at);
    ends[i] = at;
  }
}
