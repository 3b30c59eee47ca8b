import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { decodeUtf8, encodeUtf8 } from "../../generators/_texts/utf8.ts";

Deno.test("short texts are encoded and decoded as TextEncoder does", () => {
  const out = new Uint8Array(100);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 20 }),
      (text) => {
        const end = encodeUtf8(text, out, 3);
        assertEquals(out.slice(3, end), new TextEncoder().encode(text));
        assertEquals(decodeUtf8(out, 3, end), text);
      },
    ),
    { numRuns: 2000 },
  );
});
