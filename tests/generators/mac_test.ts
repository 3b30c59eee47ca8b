import { assert, assertEquals } from "@std/assert";
import { ranked, someRanks } from "./_ranks.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("addresses are locally administered ones of single devices", () => {
  const texts = tableOf(`"mac"`).texts("c", 5000);
  for (const text of texts) {
    assert(/^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/.test(text), text);
    assertEquals(parseInt(text, 16) & 3, 2, text);
  }
  assertEquals(new Set(texts).size, texts.length);
  assertEquals(new Set(texts.map((text) => text.slice(0, 2))).size, 64);
});

Deno.test("addresses begin as asked for", () => {
  for (const prefix of ["00:1A:2b", "aa-bb-cc-dd-ee", "ff"]) {
    const start = prefix.toLowerCase().replaceAll("-", ":");
    for (
      const text of tableOf(`{ gen = "mac", prefix = "${prefix}" }`).texts(
        "c",
        300,
      )
    ) {
      assert(text.startsWith(`${start}:`) && text.length === 17, text);
    }
  }
});

Deno.test("every rank has an address of its own", () => {
  const domains = {
    [`"mac"`]: 2 ** 46,
    [`{ gen = "mac", prefix = "00:11:22:33:44" }`]: 256,
  };
  for (const [column, size] of Object.entries(domains)) {
    const { domain } = ranked(column, []);
    assertEquals(domain, size);
    const ranks = someRanks(domain);
    assertEquals(new Set(ranked(column, ranks).texts).size, ranks.length);
  }
});

Deno.test("what begins no address is refused", () => {
  for (const prefix of ["", "0", "00:11:22:33:44:55", "00:zz"]) {
    assertEquals(
      reportOf(`{ gen = "mac", prefix = "${prefix}" }`).message,
      `"${prefix}" does not begin a MAC address`,
    );
  }
});
