import { assert, assertEquals } from "@std/assert";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("a Nano ID has 21 characters that stand in addresses as they are", () => {
  const texts = tableOf(`"nanoid"`).texts("c", 5000);
  for (const text of texts) {
    assert(/^[\w-]{21}$/.test(text), text);
    assertEquals(encodeURIComponent(text), text);
  }
  assertEquals(new Set(texts).size, texts.length);
  assertEquals(new Set(texts.join("")).size, 64);
});

Deno.test("length and alphabet are as asked for", () => {
  const column = `{ gen = "nanoid", length = 8, alphabet = "äb🙂" }`;
  for (const text of tableOf(column).texts("c")) {
    assert(/^[äb🙂]{8}$/u.test(text), text);
  }
});

Deno.test("an empty alphabet and a length of nothing are refused", () => {
  assertEquals(
    reportOf(`{ gen = "nanoid", alphabet = "" }`).message,
    "alphabet is empty",
  );
  assertEquals(
    reportOf(`{ gen = "nanoid", length = 0 }`).message,
    "length is 0",
  );
});
