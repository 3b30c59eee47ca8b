import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { loadLists } from "../../dicts/lists.ts";
import { tableOf } from "./_tables.ts";

Deno.test("telephone numbers have their locale's shape and areas", async () => {
  for (
    const [locale, shape] of [
      ["en_US", /^\((\d{3})\) [2-9][02-9]\d-\d{4}$/],
      ["pt_BR", /^\((\d{2})\) 9[6-9]\d{3}-\d{4}$/],
      ["id_ID", /^\+62 (\d{3})-\d{4}-\d{4}$/],
    ] as const
  ) {
    const areas = new Set(
      (await loadLists(locale)).get("phone_area")!.toArray(),
    );
    const seen = new Set<string>();
    const tables = tableOf(`{ gen = "phone", locale = "${locale}" }`);
    for (const text of tables.texts("c", 5000)) {
      const area = shape.exec(text)?.[1] ?? "none";
      assert(areas.has(area), text);
      seen.add(area);
    }
    assertEquals(seen.size, areas.size);
  }
});

Deno.test("a row has one telephone for each handle", () => {
  const tables = tableOf(`
a = "phone"
b = "phone"
c = { gen = "phone", of = "work" }
`);
  assertEquals(tables.texts("a"), tables.texts("b"));
  assertNotEquals(tables.texts("a"), tables.texts("c"));
});
