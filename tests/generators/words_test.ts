import { assert, assertEquals } from "@std/assert";
import { loadLists } from "../../dicts/lists.ts";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("words are of the locale's list, as many as asked for, each number equally likely", async () => {
  for (const locale of ["en_US", "pt_BR", "id_ID", "ru"]) {
    const known = new Set((await loadLists(locale)).get("word")!.toArray());
    const counts = [0, 0, 0];
    const column = `{ gen = "words", min = 2, max = 4, locale = "${locale}" }`;
    for (const text of tableOf(column).texts("c", 3000)) {
      const words = text.split(" ");
      for (const word of words) assert(known.has(word), text);
      counts[words.length - 2]++;
    }
    assertCounts(counts, [1 / 3, 1 / 3, 1 / 3]);
  }
});

Deno.test("numbers of words may follow the row", () => {
  const tables = tableOf(`n = { gen = "int", min = 0, max = 5 }
c = { gen = "words", min = 2, max = "n" }`);
  const limits = tables.numbers("n");
  for (const [i, text] of tables.values("c").entries()) {
    assertEquals(text === null, limits[i] < 2);
    if (text === null) continue;
    const { length } = (text as string).split(" ");
    assert(length >= 2 && length <= limits[i]);
  }
});

Deno.test("a longer text begins with the same words", () => {
  const three = tableOf(`{ gen = "words", min = 3, max = 3 }`).texts("c");
  const nine = tableOf(`{ gen = "words", min = 9, max = 9 }`).texts("c");
  three.forEach((text, i) => assert(nine[i].startsWith(`${text} `)));
});

Deno.test("numbers of words that cannot be are refused", () => {
  const of = (params: string) => reportOf(`{ gen = "words", ${params} }`);
  assertEquals(of("min = 0").message, "min is 0");
  assertEquals(of("max = 1001").hint, "expected a whole number from 1 to 1000");
  assertEquals(of("min = 5, max = 4").message, "min is above max");
  assertEquals(of(`min = 2026-01-01`).message, "min is a date");
});
