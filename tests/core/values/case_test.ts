import process from "node:process";
import { assertEquals } from "@std/assert";
import { lower, title, upper } from "../../../core/values/case.ts";

/** Every code point but surrogates, in planes 0 and 1. */
function* everyCharacter(): Generator<string> {
  for (let point = 0; point <= 0x1ffff; point++) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
  }
}

Deno.test("case mappings are those of Unicode 17.0 for every character", {
  // Another runtime may know another Unicode; golden_test.ts holds there too.
  ignore: process.versions.unicode !== "17.0",
}, () => {
  for (const character of everyCharacter()) {
    assertEquals(lower(character), character.toLowerCase());
    assertEquals(upper(character), character.toUpperCase());
  }
});

Deno.test("texts of several scripts change case", () => {
  for (
    const [text, small, large] of [
      ["", "", ""],
      ["aBc-123", "abc-123", "ABC-123"],
      ["São João", "são joão", "SÃO JOÃO"],
      ["Straße", "straße", "STRASSE"],
      ["Ελλάδα", "ελλάδα", "ΕΛΛΆΔΑ"],
      ["Привет", "привет", "ПРИВЕТ"],
      ["İstanbul", "i̇stanbul", "İSTANBUL"],
      ["🙂Aé", "🙂aé", "🙂AÉ"],
      ["𐐀𐐨", "𐐨𐐨", "𐐀𐐀"],
      ["ﬁn", "ﬁn", "FIN"],
    ]
  ) {
    assertEquals(lower(text), small);
    assertEquals(upper(text), large);
  }
});

Deno.test("a final sigma is lowered like any other", () => {
  assertEquals(lower("ΟΔΟΣ"), "οδοσ");
});

Deno.test("title case begins each word with a capital", () => {
  for (
    const [text, titled] of [
      ["maria DA silva", "Maria Da Silva"],
      ["o'neil don't", "O'neil Don't"],
      ["jean-luc/ana", "Jean-Luc/Ana"],
      ["élan vital, ßa", "Élan Vital, Ssa"],
      ["3rd ǆungla", "3rd ǅungla"],
      ["ქართული", "ქართული"],
      ["𐐨𐐨 x", "𐐀𐐨 X"],
    ]
  ) assertEquals(title(text), titled);
});

Deno.test("lone surrogates stay as they are", () => {
  assertEquals(lower("A\ud801B"), "a\ud801b");
  assertEquals(upper("a\udc28b"), "A\udc28B");
});
