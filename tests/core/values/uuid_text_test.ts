import { assertEquals } from "@std/assert";
import { UUID_BYTES, writeUuid } from "../../../core/values/uuid_text.ts";

Deno.test("a uuid is written as groups of hexadecimal digits", () => {
  const words = new Uint32Array([
    ...[0, 0, 0, 0],
    ...[0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210],
  ]);
  const out = new Uint8Array(40).fill(46);
  assertEquals(writeUuid(out, 2, words, 1), 2 + UUID_BYTES);
  assertEquals(
    new TextDecoder().decode(out),
    "..01234567-89ab-cdef-fedc-ba9876543210..",
  );
});
