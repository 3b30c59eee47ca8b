import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { hidePasswords } from "../../core/passwords.ts";

Deno.test("passwords in URLs become stars, as many as they have characters", () => {
  const pairs = [
    ["postgres://ana:pw@h/d", "postgres://ana:**@h/d"],
    ["postgres://ana@h/d", "postgres://ana@h/d"],
    ["postgres://h:5432/d", "postgres://h:5432/d"],
    ["postgres://:pw@h/d", "postgres://:**@h/d"],
    ["postgres://a:p@w:1/@h:1/d", "postgres://a:******@h:1/d"],
    [
      "postgres://h/d?user=a&password=pw&x=1",
      "postgres://h/d?user=a&password=**&x=1",
    ],
    ['to = "postgres://a:pw@h/d" # x@y', 'to = "postgres://a:**@h/d" # x@y'],
    ["a://b:c@d and e://f:gh@i", "a://b:*@d and e://f:**@i"],
    ["shop/{table}.csv", "shop/{table}.csv"],
  ];
  for (const [text, hidden] of pairs) assertEquals(hidePasswords(text), hidden);
});

Deno.test("no password of a URL that can be read is left", () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true }),
      fc.uuid(),
      (url, password) => {
        const made = url.replace("://", `://ana:${password}@`);
        const hidden = hidePasswords(`error: x "${made}" y`);
        assertEquals(hidden.includes(password), false);
        assertEquals(hidden.length, made.length + 13);
      },
    ),
    { seed: 5 },
  );
});
