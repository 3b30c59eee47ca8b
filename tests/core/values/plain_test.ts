import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { isPlain, isPlainText } from "../../../core/values/plain.ts";
import { Strings } from "../../../core/values/strings.ts";

Deno.test("names, numbers and letters of any script are plain", () => {
  for (const text of ["a", "São Paulo", "Ελλάδα", "🙂", "-1.5", "a b", "x=1"]) {
    assertEquals(isPlainText(text), true, text);
  }
});

Deno.test("texts that some format quotes or escapes are not plain", () => {
  const special = [..."\"'\\,;|{}\t\r\n\0\x1f\x7f"].map((c) => `a${c}b`);
  for (const text of ["", " ", " a", "a ", ...special]) {
    assertEquals(isPlainText(text), false, JSON.stringify(text));
    assertEquals(isPlain(Strings.from(["fine", text, "fine"])), false);
  }
});

Deno.test("a list is plain exactly where each of its texts is", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 4 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
      assertEquals(isPlain(Strings.from(texts)), texts.every(isPlainText));
    }),
    { numRuns: 1000 },
  );
});
