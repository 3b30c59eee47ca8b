import { assertEquals } from "@std/assert";
import { loadLists } from "../../dicts/lists.ts";
import { assertCounts } from "../statistics.ts";
import { ranked } from "./_ranks.ts";
import { tableOf } from "./_tables.ts";

Deno.test("currencies are those of the list, all equally likely, in every locale", async () => {
  for (const locale of ["en_US", "id_ID", "ja"]) {
    const codes = (await loadLists(locale)).get("currency_code")!.toArray();
    const counts = new Map(codes.map((code) => [code, 0]));
    const column = `{ gen = "currency_code", locale = "${locale}" }`;
    for (const text of tableOf(column).texts("c", 30000)) {
      counts.set(text, counts.get(text)! + 1);
    }
    assertCounts([...counts.values()], codes.map(() => 1 / codes.length));
  }
});

Deno.test("every rank has a currency of its own, and the platform knows it", () => {
  const { domain } = ranked(`"currency_code"`, []);
  const { texts } = ranked(
    `"currency_code"`,
    Array.from({ length: domain }, (_, i) => i),
  );
  assertEquals(new Set(texts).size, domain);
  // The latest are not known everywhere.
  const known = new Set([
    ...Intl.supportedValuesOf("currency"),
    ...["SLE", "XCG", "ZWG"],
  ]);
  assertEquals(texts.filter((code) => !known.has(code)), []);
});
