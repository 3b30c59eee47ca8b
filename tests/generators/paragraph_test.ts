import { assert, assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

Deno.test("a paragraph has the sentences asked for, of four to ten words", () => {
  const sentences = new Set<number>();
  const words = new Set<number>();
  for (
    const text of tableOf(`{ gen = "paragraph", min = 2, max = 4 }`).texts("c")
  ) {
    assert(/^(?:\p{Lu}[^.]*\. )*\p{Lu}[^.]*\.$/u.test(text), text);
    const all = text.slice(0, -1).split(". ");
    sentences.add(all.length);
    for (const one of all) words.add(one.split(" ").length);
  }
  assertEquals([...sentences].sort(), [2, 3, 4]);
  assertEquals([...words].sort((a, b) => a - b), [4, 5, 6, 7, 8, 9, 10]);
});

Deno.test("long paragraphs are made as well", () => {
  const [text] = tableOf(`{ gen = "paragraph", min = 1000, max = 1000 }`).texts(
    "c",
    1,
  );
  assertEquals(text.split(".").length, 1001);
});
