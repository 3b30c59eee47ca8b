import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { slug } from "../../core/values/slug.ts";
import { tableOf } from "./_tables.ts";

Deno.test("an e-mail address fits the name, the handle and the account of its person", () => {
  const tables = tableOf(`
first = { gen = "person.first_name", of = "x" }
last = { gen = "person.last_name", of = "x" }
user = { gen = "username", of = "x" }
c = { gen = "email", of = "x" }
`);
  const first = tables.texts("first").map(slug);
  const last = tables.texts("last").map(slug);
  const users = tables.texts("user");
  tables.texts("c").forEach((text, i) => {
    const [user, domain] = text.split("@");
    assertEquals(user, users[i]);
    assert(["example.com", "example.org", "example.net"].includes(domain));
    assert(
      new RegExp(
        `^(${first[i]}[._]?|${first[i][0]})${last[i]}(\\d\\d)?$`,
      ).test(user),
      `${user} of ${first[i]} ${last[i]}`,
    );
  });
});

Deno.test("half of all addresses are of example.com", () => {
  const counts = { com: 0, org: 0, net: 0 } as Record<string, number>;
  for (const text of tableOf(`"email"`).texts("c", 20000)) {
    counts[text.split("example.")[1]]++;
  }
  assertCounts(Object.values(counts), [0.5, 0.25, 0.25]);
});

Deno.test("addresses are ASCII in every locale", () => {
  for (const locale of ["en_US", "pt_BR", "id_ID"]) {
    const tables = tableOf(`{ gen = "email", locale = "${locale}" }`);
    for (const text of tables.texts("c", 5000)) {
      assert(
        /^[a-z0-9-]+([._][a-z0-9-]+)?@example\.(com|org|net)$/.test(text),
        text,
      );
    }
  }
});
