import { assert, assertEquals } from "@std/assert";
import { reports, tableOf } from "./_tables.ts";

// deno-lint-ignore no-explicit-any
function objects(columns: string, count = 200): any[] {
  return tableOf(columns).texts("c", count).map((text) => JSON.parse(text));
}

Deno.test("json has the members in the order of the file, each of its type", () => {
  const texts = tableOf(`c = { gen = "json", columns = {
    z = "sequence", a = { value = "é\\"\\n\\u0001" }, "a b" = { value = 1.5 }, t = true,
    d = 2026-01-02, u = { value = 1, null = 1 }, i = { gen = "interval", from = "1 hour", to = "1 hour" },
    m = { gen = "decimal", min = 1.5, max = 1.5, scale = 2 }, e = { gen = "bytes", length = 0 } } }`)
    .texts("c", 2);
  assertEquals(
    texts[1],
    `{"z":2,"a":"é\\"\\n\\u0001","a b":1.5,"t":true,"d":"2026-01-02","u":null,"i":"PT1H","m":1.50,"e":""}`,
  );
});

Deno.test("json of no members is an empty object", () => {
  assertEquals(tableOf(`{ gen = "json", columns = {} }`).texts("c", 2), [
    ...["{}", "{}"],
  ]);
});

Deno.test("members see the columns of the row, and people and places are those of the row", () => {
  const tables = tableOf(`
id   = "sequence"
mail = "email"
text = { template = "{id}-{mail}", null = 0.3 }
c = { gen = "json", columns = {
  mail = "email",
  text = { template = "{id}-{mail}" },
  who = { gen = "json", columns = { first = "person.first_name", mail = "email" } },
} }`);
  const mails = tables.texts("mail", 50);
  tables.texts("c", 50).forEach((text, i) => {
    const { mail, who, text: template } = JSON.parse(text);
    assertEquals([mail, who.mail], [mails[i], mails[i]]);
    assertEquals(template, `${i + 1}-${mails[i]}`);
  });
});

Deno.test("members of the same name differ where they stand elsewhere", () => {
  const [one] = objects(`c = { gen = "json", columns = {
    a = "uuid", b = "uuid", c = { gen = "json", columns = { a = "uuid" } } } }`);
  assertEquals(new Set([one.a, one.b, one.c.a]).size, 3);
});

Deno.test("another member changes none of the others", () => {
  const few = objects(
    `c = { gen = "json", columns = { a = "uuid", b = "int" } }`,
  );
  const many = objects(`c = { gen = "json", columns = {
    x = "email", b = "int", y = { gen = "array", item = "int" }, a = "uuid" } }`);
  assertEquals(many.map(({ a, b }) => ({ a, b })), few);
});

Deno.test("json stands in json and arrays to any depth", () => {
  let column = `{ gen = "int", min = 1, max = 9, null = 0.5 }`;
  for (let depth = 0; depth < 12; depth++) {
    column = depth % 2 === 0
      ? `{ gen = "array", item = ${column}, min = 1, max = 2 }`
      : `{ gen = "json", columns = { a = ${column}, b = { value = "${
        "x".repeat(depth)
      }" } } }`;
  }
  for (const one of objects(`c = ${column}`)) {
    let value = one;
    for (let depth = 11; depth >= 0; depth--) {
      if (depth % 2 === 1) {
        assertEquals(Object.keys(value), ["a", "b"]);
        assertEquals(value.b.length, depth);
        value = value.a;
      } else {
        assert(Array.isArray(value) && value.length >= 1);
        value = value[0];
      }
    }
    assert(value === null || value >= 1 && value <= 9);
  }
});

Deno.test("a template and a reference have the same JSON", () => {
  const tables = tableOf(`
c = { gen = "json", columns = { a = "int" } }
d = { template = "<{c}>" }
e = { ref = "t.c", of = "h" }
f = { ref = "t.d", of = "h" }
`);
  const texts = tables.texts("c", 50);
  assertEquals(tables.texts("d", 50), texts.map((text) => `<${text}>`));
  const picked = tables.texts("e", 50);
  assertEquals(tables.texts("f", 50), picked.map((text) => `<${text}>`));
});

Deno.test("what is wrong in a member is told at its place", () => {
  assertEquals(
    reports(`[table.t]\nrows = 1\n[table.t.columns]
c = { gen = "json", columns = { a = "sequense", b = { gen = "int", min = 9, max = 1 } } }
d = { gen = "json" }
`).map(({ message, marked }) => `${message} @ ${marked}`),
    [
      `unknown generator "sequense" @ "sequense"`,
      `min is above max @ 9`,
      `column "d" has no "columns" @ d`,
    ],
  );
});
