// E-mail addresses of the row's person, in domains that are reserved for examples (RFC 2606).
import {
  generator,
  type PartialRecord,
  type Vector,
} from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { Strings } from "../core/values/strings.ts";
import { copyEntry } from "./_bytes.ts";
import { checkGender, DRAWS, NAMED, personShared } from "./person/_person.ts";
import { Usernames, type WriteUsername } from "./person/_username.ts";

const TWO_32 = 4294967296;
/** What stands after the account name; example.com is as likely as both others. */
const DOMAINS = Strings.from([
  ...["@example.com", "@example.com"],
  ...["@example.org", "@example.net"],
]);

export const email = generator({
  name: "email",
  group: "contact",
  summary: "An e-mail address made from the name of the row's person",
  example: `{ gen = "email" }`,
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
  { maxBytes, person }: Usernames,
  record: PartialRecord,
  out: Vector,
): void {
  const { count } = record.rows;
  const domains = person.words(record, DRAWS.domain);
  const bytes = out.reserve((maxBytes + DOMAINS.maxBytes) * count);
  const { starts, ends } = out;
  let at = 0;
  for (let i = 0; i < count; i++) {
    starts[i] = at;
    at = write(i, bytes, at);
    const domain = domains[i] * DOMAINS.size / TWO_32;
    at = copyEntry(DOMAINS, domain | 0, bytes, at);
    ends[i] = at;
  }
}
