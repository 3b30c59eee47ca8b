import { assertEquals, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { Strings } from "../../../core/values/strings.ts";

const texts = fc.array(fc.string({ unit: "grapheme" }));

Deno.test("packed texts come out as they went in", () => {
  fc.assert(fc.property(texts, (list) => {
    const strings = Strings.from(list);
    assertEquals(strings.toArray(), list);
    assertEquals(list.map((_, i) => strings.at(i)), list);
    const bytes = list.map((text) => new TextEncoder().encode(text).length);
    assertEquals(strings.maxBytes, Math.max(0, ...bytes));
    assertEquals(strings.minBytes, bytes.length === 0 ? 0 : Math.min(...bytes));
  }));
});

Deno.test("a byte order mark is a character like any other", () => {
  assertEquals(Strings.from(["\ufeffa", "b"]).toArray(), ["\ufeffa", "b"]);
});

Deno.test("lists joined have the entries of all, in order", () => {
  fc.assert(fc.property(fc.array(texts), (lists) => {
    const joined = Strings.concat(lists.map((list) => Strings.from(list)));
    assertEquals(joined.toArray(), lists.flat());
  }));
});

Deno.test("a changed list has as many entries, each changed", () => {
  fc.assert(fc.property(texts, (list) => {
    const changed = Strings.from(list).map((text) => `<${text}>`);
    assertEquals(changed.toArray(), list.map((text) => `<${text}>`));
  }));
});

Deno.test("texts that would melt into each other are refused", () => {
  assertThrows(
    () => Strings.from(["\ud83d", "\ude42"]),
    TypeError,
    "ends within a character",
  );
});
