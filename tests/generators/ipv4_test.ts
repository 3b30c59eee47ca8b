import { assert, assertEquals } from "@std/assert";
import { ranked, someRanks } from "./_ranks.ts";
import { reportOf, tableOf } from "./_tables.ts";

function numberOf(address: string): number {
  const octets = address.split(".").map(Number);
  assertEquals(octets.length, 4, address);
  assert(octets.every((one) => Number.isInteger(one) && one <= 255), address);
  assertEquals(octets.join("."), address);
  return octets.reduce((number, octet) => number * 256 + octet, 0);
}

function isIn(address: string, block: string): boolean {
  const [base, bits] = block.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(address) / size) ===
    Math.floor(numberOf(base) / size);
}

/** RFC 6890 and its successors in IANA's registry. */
const NOT_PUBLIC = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8"],
  ...["169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"],
  ...["192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];

Deno.test("addresses are of hosts on the public internet, from all of it", () => {
  const texts = tableOf(`"ipv4"`).texts("c", 20000);
  for (const text of texts) {
    assert(!NOT_PUBLIC.some((block) => isIn(text, block)), text);
  }
  const first = new Set(texts.map((text) => text.split(".")[0]));
  assertEquals(first.size, 221, "all but 0, 10, 127 and those from 224 on");
});

Deno.test("addresses of a block are of it, and neither its first nor its last", () => {
  const texts = tableOf(`{ gen = "ipv4", cidr = "192.0.2.64/26" }`).texts("c");
  assertEquals(new Set(texts).size, 62);
  for (const text of texts) assert(isIn(text, "192.0.2.64/26"), text);
  assert(!texts.includes("192.0.2.64") && !texts.includes("192.0.2.127"));
});

Deno.test("blocks of one and two addresses have them all", () => {
  const of = (cidr: string) =>
    new Set(tableOf(`{ gen = "ipv4", cidr = "${cidr}" }`).texts("c"));
  assertEquals(of("10.1.2.3/32"), new Set(["10.1.2.3"]));
  assertEquals(of("10.1.2.2/31"), new Set(["10.1.2.2", "10.1.2.3"]));
});

Deno.test("every rank has an address of its own", () => {
  for (const column of [`{ gen = "ipv4", cidr = "10.0.0.0/22" }`, `"ipv4"`]) {
    const { domain } = ranked(column, [0]);
    const ranks = someRanks(domain);
    const { texts } = ranked(column, ranks);
    assertEquals(new Set(texts).size, ranks.length);
    const sorted = ranks.map((rank, i) => [rank, numberOf(texts[i])])
      .sort(([a], [b]) => a - b);
    for (let i = 1; i < sorted.length; i++) {
      assert(sorted[i][1] > sorted[i - 1][1], "they rise with the rank");
    }
  }
  assertEquals(
    ranked(`{ gen = "ipv4", cidr = "10.0.0.0/22" }`, []).domain,
    1022,
  );
  assertEquals(
    ranked(`{ gen = "ipv4", cidr = "0.0.0.0/0" }`, []).domain,
    2 ** 32 - 2,
  );
});

Deno.test("what is no block is refused", () => {
  for (
    const cidr of [
      "10.0.0.0",
      "10.0.0.1/8",
      "256.0.0.0/8",
      "::/0",
      "1.2.3.4/33",
    ]
  ) {
    assertEquals(
      reportOf(`{ gen = "ipv4", cidr = "${cidr}" }`).message,
      `"${cidr}" is not a block of addresses`,
    );
  }
});

Deno.test("addresses are of PostgreSQL's own type, and text elsewhere", () => {
  assertEquals(tableOf(`"ipv4"`).type("c").sql, "inet");
});
