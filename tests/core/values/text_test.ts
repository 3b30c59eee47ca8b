import { assertEquals } from "@std/assert";
import { first, pad, textLength, trim } from "../../../core/values/text.ts";

Deno.test("trim takes white space of all kinds from both ends only", () => {
  assertEquals(trim(" \t\r\n\u00a0\u3000a b\u2028 \u0085"), "a b");
  assertEquals(trim(" \n"), "");
  assertEquals(trim("\u200ba"), "\u200ba");
});

Deno.test("first is a whole character", () => {
  assertEquals(["", "abc", "éa", "🙂a"].map(first), ["", "a", "é", "🙂"]);
  assertEquals(textLength("🙂é"), 2);
});

Deno.test("pad fills up in front and never cuts", () => {
  assertEquals(pad("7", 3), "007");
  assertEquals(pad("1234", 3), "1234");
  assertEquals(pad("-7", 4), "-007");
  assertEquals(pad("é", 3, " "), "  é");
  assertEquals(pad("-a", 4), "00-a");
});
