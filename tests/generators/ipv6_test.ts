import { assert, assertEquals } from "@std/assert";
import { ranked, someRanks } from "./_ranks.ts";
import { reportOf, tableOf } from "./_tables.ts";

/** The 128 bits of an address, and the canonical form of it as the platform's own parser of URLs has it. */
function parse(address: string): { bits: bigint; canonical: string } {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head, tail] = address.split("::");
  const groups = (text: string) => text === "" ? [] : text.split(":");
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array(8 - before.length - after.length).fill("0");
  const all = [...before, ...tail === undefined ? [] : zeros, ...after];
  assertEquals(all.length, 8, address);
  return {
    bits: all.reduce((bits, one) => bits << 16n | BigInt(`0x${one}`), 0n),
    canonical,
  };
}

Deno.test("addresses are in their shortest form, and of documentation", () => {
  const texts = tableOf(`"ipv6"`).texts("c", 5000);
  for (const text of texts) {
    const { bits, canonical } = parse(text);
    assertEquals(text, canonical);
    assertEquals(bits >> 96n, 0x20010db8n);
  }
  assertEquals(new Set(texts).size, texts.length);
});

Deno.test("addresses with zeros are as RFC 5952 writes them", () => {
  // A block with few free bits, whose addresses have runs of zeros in every place.
  for (
    const cidr of [
      "::/123",
      "2001:db8::/123",
      "1:0:0:2::/124",
      "1:0:2::3:0/124",
      "0:1::/125",
      "::1:0:0:0/112",
    ]
  ) {
    for (
      const text of tableOf(`{ gen = "ipv6", cidr = "${cidr}" }`).texts(
        "c",
        200,
      )
    ) {
      assertEquals(text, parse(text).canonical);
    }
  }
});

Deno.test("every address of a small block occurs", () => {
  const texts = tableOf(`{ gen = "ipv6", cidr = "fe80::10/124" }`).texts("c");
  assertEquals(new Set(texts).size, 16);
  for (const text of texts) {
    assertEquals(parse(text).bits >> 4n, 0xfe80n << 108n | 1n);
  }
});

Deno.test("every rank has an address of its own, in the block", () => {
  for (
    const [cidr, prefix] of [["2001:db8::/32", 32], ["fd00::/77", 77], [
      "::/0",
      0,
    ]] as const
  ) {
    const column = `{ gen = "ipv6", cidr = "${cidr}" }`;
    const { domain } = ranked(column, []);
    assertEquals(domain, 2 ** Math.min(53, 128 - prefix));
    const ranks = someRanks(domain);
    const { texts } = ranked(column, ranks);
    const low = texts.map((text) => parse(text).bits & (1n << 53n) - 1n);
    if (prefix <= 75) assertEquals(low.map(Number), ranks);
    assertEquals(new Set(texts).size, ranks.length);
    const base = parse(cidr.split("/")[0]).bits >> BigInt(128 - prefix);
    for (const text of texts) {
      assertEquals(parse(text).bits >> BigInt(128 - prefix), base);
    }
  }
});

Deno.test("what is no block is refused", () => {
  for (
    const cidr of [
      "2001:db8::",
      "2001:db8::1/64",
      "10.0.0.0/8",
      "::/129",
      "1::2::/64",
      "g::/16",
    ]
  ) {
    assert(
      reportOf(`{ gen = "ipv6", cidr = "${cidr}" }`).message.includes(
        "not a block",
      ),
    );
  }
});
