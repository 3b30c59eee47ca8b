import { assert, assertEquals } from "@std/assert";
import { ranked, someRanks } from "./_ranks.ts";
import { tableOf } from "./_tables.ts";

Deno.test("URLs are of pages on reserved domains", () => {
  for (const text of tableOf(`"url"`).texts("c", 3000)) {
    const { protocol, hostname, pathname, href } = new URL(text);
    assertEquals(href, text);
    assertEquals(protocol, "https:");
    assert(/\.example(?:\.(?:com|net|org))?$/.test(hostname), text);
    assert(/^(?:\/[a-z]+){1,2}$/.test(pathname), text);
  }
});

Deno.test("every rank has a URL of its own", () => {
  const { domain } = ranked(`"url"`, []);
  assertEquals(domain, 1960000 * (700 + 490000));
  const ranks = someRanks(domain);
  assertEquals(new Set(ranked(`"url"`, ranks).texts).size, ranks.length);
});
