import { assert, assertEquals } from "@std/assert";
import { capacityOf, defaultCapacity } from "../../../core/ring/capacity.ts";

Deno.test("ring is at most 8 MiB by default, and smaller the more there are", () => {
  assert(defaultCapacity(1).bytes <= 8 << 20);
  assert(defaultCapacity(1).bytes >= defaultCapacity(10_000).bytes);
  assert(defaultCapacity(1e9).bytes >= 1 << 16);
});

Deno.test("ring has a slot for every sixteen bytes, and always one", () => {
  assertEquals(capacityOf(1 << 20), { records: 1 << 16, bytes: 1 << 20 });
  assertEquals(capacityOf(1), { records: 1, bytes: 1 });
});
