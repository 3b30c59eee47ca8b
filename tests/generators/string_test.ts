import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("strings are twelve letters and digits", () => {
  for (const text of tableOf(`"string"`).texts("c")) {
    assert(/^[A-Za-z0-9]{12}$/.test(text), text);
  }
});

Deno.test("every character is as likely at every place", () => {
  const alphabet = "abcdefg";
  const texts = tableOf(
    `{ gen = "string", length = 20, alphabet = "${alphabet}" }`,
  )
    .texts("c", 10000);
  for (let place = 0; place < 20; place++) {
    const counts = new Array(7).fill(0);
    for (const text of texts) counts[alphabet.indexOf(text[place])]++;
    assertCounts(counts, counts.map(() => 1 / 7));
  }
});

Deno.test("neighbouring characters have nothing to do with each other", () => {
  const counts = new Array(16).fill(0);
  for (
    const text of tableOf(`{ gen = "string", length = 12, alphabet = "0123" }`)
      .texts("c", 5000)
  ) {
    for (let i = 1; i < 12; i++) {
      counts[parseInt(text.slice(i - 1, i + 1), 4)]++;
    }
  }
  assertCounts(counts, counts.map(() => 1 / 16));
});

Deno.test("a longer text begins like a shorter one", () => {
  const long = tableOf(`{ gen = "string", length = 30 }`).texts("c", 100);
  const short = tableOf(`{ gen = "string", length = 7 }`).texts("c", 100);
  assertEquals(short, long.map((text) => text.slice(0, 7)));
});

Deno.test("a length may follow the row", () => {
  const tables = tableOf(`
n = { gen = "int", min = -2, max = 150, null = 0.1 }
c = { gen = "string", length = "n" }
`);
  const fixed = tableOf(`{ gen = "string", length = 150 }`).texts("c");
  const n = tables.values("n") as (number | null)[];
  tables.values("c").forEach((text, i) => {
    const length = n[i];
    assertEquals(
      text,
      length === null ? null : fixed[i].slice(0, Math.max(length, 0)),
    );
  });
});

Deno.test("an alphabet may have characters of any length", () => {
  const texts = tableOf(`{ gen = "string", length = 5, alphabet = "aé漢🙂" }`)
    .texts("c");
  assert(texts.every((text) => [...text].length === 5));
  assertEquals([...new Set(texts.join(""))].sort(), [..."aé漢🙂"].sort());
});

Deno.test("the empty text and very long texts are made", () => {
  const empty = tableOf(`{ gen = "string", length = 0 }`);
  assertEquals(empty.texts("c", 3), ["", "", ""]);
  assertEquals(empty.table("t").column("c").prepared.plain, false);
  const long = tableOf(`{ gen = "string", length = 65536 }`).texts("c", 3);
  assert(long.every((text) => text.length === 65536));
  assertEquals(new Set(long).size, 3);
});

Deno.test("an alphabet with commas or quotes makes no plain texts", () => {
  const { prepared } = tableOf(`{ gen = "string", alphabet = "ab," }`)
    .table("t").column("c");
  assertEquals(prepared.plain, false);
});

Deno.test("an empty alphabet and impossible lengths are refused", () => {
  assertEquals(
    reportOf(`{ gen = "string", alphabet = "" }`).message,
    "alphabet is empty",
  );
  for (const length of ["-1", "2.5", "65537"]) {
    assertEquals(
      reportOf(`{ gen = "string", length = ${length} }`).message,
      `length is ${length}`,
    );
  }
});
