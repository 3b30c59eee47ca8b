import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { sha256 } from "../../../core/values/sha256.ts";

function reference(text: string): number[] {
  const digest = createHash("sha256").update(text).digest();
  return Array.from({ length: 8 }, (_, i) => digest.readInt32BE(4 * i));
}

Deno.test("sha256 is what the runtime's own gives, for texts of any length", () => {
  for (let length = 0; length < 300; length++) {
    const text = "x".repeat(length);
    assertEquals([...sha256(text)], reference(text));
  }
});

Deno.test("sha256 hashes the UTF-8 of a text", () => {
  fc.assert(fc.property(
    fc.string({ unit: "binary", maxLength: 200 }),
    (text) => assertEquals([...sha256(text)], reference(text)),
  ));
});
