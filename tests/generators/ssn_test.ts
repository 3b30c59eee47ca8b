import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { tableOf } from "./_tables.ts";

const texts = tableOf(`"ssn"`).texts("c", 100000);

Deno.test("a social security number was never of an area, group or serial that is not given", () => {
  for (const text of texts) {
    assert(
      /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(text),
      text,
    );
  }
});

Deno.test("all areas and groups are given, equally often", () => {
  const areas = new Map<string, number>();
  const groups = new Map<string, number>();
  for (const text of texts) {
    const [area, group] = text.split("-");
    areas.set(area, (areas.get(area) ?? 0) + 1);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  assertEquals([areas.size, groups.size], [898, 99]);
  assertCounts([...areas.values()], new Array(898).fill(1 / 898));
  assertCounts([...groups.values()], new Array(99).fill(1 / 99));
});
