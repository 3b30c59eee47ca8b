import { assert, assertEquals } from "@std/assert";
import { ranked, someRanks } from "./_ranks.ts";
import { tableOf } from "./_tables.ts";

const NAME = /^[a-z]+-[a-z]+\.(?:example|example\.(?:com|net|org))$/;

Deno.test("domains are names below those that are reserved for examples", () => {
  for (const locale of ["en_US", "pt_BR", "id_ID", "de", "ru", "zh_CN"]) {
    const texts = tableOf(`{ gen = "domain", locale = "${locale}" }`).texts(
      "c",
    );
    for (const text of texts) assert(NAME.test(text), text);
    assertEquals(
      new Set(texts.map((text) => text.split(".").slice(1).join("."))).size,
      4,
    );
    assert(new Set(texts).size > 990);
  }
});

Deno.test("every rank has a domain of its own, in every locale as many", () => {
  for (const locale of ["en_US", "pt_BR", "id_ID", "de", "ja"]) {
    const column = `{ gen = "domain", locale = "${locale}" }`;
    const { domain } = ranked(column, []);
    assertEquals(domain, 1960000);
    const ranks = someRanks(domain);
    assertEquals(new Set(ranked(column, ranks).texts).size, ranks.length);
  }
});
