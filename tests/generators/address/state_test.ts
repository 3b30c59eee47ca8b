import { assert, assertEquals } from "@std/assert";
import { loadLists } from "../../../dicts/lists.ts";
import { placesOf } from "./_places.ts";

Deno.test("a state's name and code belong together, and all states come up", async () => {
  for (const locale of ["en_US", "pt_BR", "id_ID"]) {
    const names = new Map(
      (await loadLists(locale)).get("state")!.toArray().map((line) =>
        line.split("|") as [string, string]
      ),
    );
    const tables = placesOf(`"${locale}"`);
    const states = tables.texts("state", 20000);
    const seen = new Set<string>();
    tables.texts("state_code", 20000).forEach((code, i) => {
      seen.add(code);
      assertEquals(states[i], names.get(code));
    });
    assert(
      seen.size === names.size,
      `${locale}: ${seen.size} of ${names.size}`,
    );
  }
});
