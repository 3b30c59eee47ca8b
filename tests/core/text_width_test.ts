import { assertEquals } from "@std/assert";
import { cutText, padText, textWidth } from "../../core/text_width.ts";

Deno.test("width counts columns, not characters", () => {
  assertEquals(textWidth(""), 0);
  assertEquals(textWidth("plain text"), 10);
  assertEquals(textWidth("e\u0301té"), 3);
  assertEquals(textWidth("日本"), 4);
  assertEquals(textWidth("😀👨‍👩‍👧"), 4);
  assertEquals(textWidth("\u0301"), 0);
});

Deno.test("what does not fit is cut between characters, with room for the ellipsis", () => {
  assertEquals(cutText("orders", 6), "orders");
  assertEquals(cutText("orders", 5), "orde…");
  assertEquals(cutText("日本語", 5), "日本…");
  assertEquals(cutText("日本語", 4), "日…");
  assertEquals(cutText("e\u0301e\u0301e\u0301", 2), "e\u0301…");
});

Deno.test("texts are padded to columns, never cut", () => {
  assertEquals(padText("日", 4, "left"), "日  ");
  assertEquals(padText("7", 3, "right"), "  7");
  assertEquals(padText("long", 2, "left"), "long");
});
