import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { slug } from "../../core/values/slug.ts";
import { reportOf, tableOf } from "./_tables.ts";
import { namesOf } from "./person/_people.ts";

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

Deno.test("what is said of a person on one column holds for the others", async () => {
  const tables = tableOf(`
sex = { value = "F" }
first = { gen = "person.first_name", gender = "sex", locale = "id_ID" }
user = "username"
c = "email"
`);
  const names = await namesOf("id_ID", "first_name_female");
  const first = tables.texts("first");
  assert(first.every((name) => names.has(name)));
  tables.texts("c").forEach((text, i) =>
    assert(text.startsWith(slug(first[i])[0]), `${text} of ${first[i]}`)
  );
});

Deno.test("what is said of a person twice must be the same", () => {
  const report = reportOf(`
a = { gen = "email", locale = "pt_BR" }
c = { gen = "username", locale = "id_ID" }
`);
  assertEquals(
    report.message,
    `locale is not the same as for "a", which is of the same thing`,
  );
});
