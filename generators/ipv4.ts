// IPv4 addresses: of hosts on the public internet, or of one block.
import { generator } from "../core/generator.ts";
import { optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { parseIpv4Block, powerOfTwo, reportBlock } from "./_addresses.ts";
import {
  drawnTexts,
  type RankedTexts,
  rankedTexts,
} from "./_ranks/ranked_texts.ts";

const TWO_16 = 65536;
const POINT = 46;
const LONGEST = "255.255.255.255".length;

/** Blocks in which no host of the public internet is: IANA's registry of special addresses (RFC 6890), and multicast. */
const SPECIAL = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8"],
  ...["169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"],
  ...["192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"],
  ...["198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];

/** Addresses one after another. */
interface Stretch {
  first: number;
  count: number;
}

export const ipv4 = generator({
  name: "ipv4",
  group: "internet",
  summary: "IPv4 addresses",
  example: `{ gen = "ipv4", cidr = "10.0.0.0/8" }`,
  params: {
    cidr: optional(
      "text",
      "The block that the addresses are of, without its first and last where it has more than two; " +
        "without it, addresses that hosts on the public internet have, and that may be somebody's",
    ),
  },
  domain: ({ cidr }) => total(stretchesOf(cidr)),
  type: () => valueType("text", { sql: "inet" }),
  check({ cidr }, _scope, report) {
    if (cidr !== undefined && parseIpv4Block(cidr) === undefined) {
      reportBlock(cidr, "10.0.0.0/8", report);
    }
  },
  prepare: ({ cidr }, site) =>
    drawnTexts(addresses(stretchesOf(cidr)), site.random()),
  ranked: ({ cidr }) => rankedTexts(addresses(stretchesOf(cidr))),
});

function stretchesOf(cidr: string | undefined): Stretch[] {
  if (cidr === undefined) return publicStretches();
  const { first, count } = stretchOf(cidr);
  // The first address of a network is its own name, the last calls all of its hosts.
  return count > 2 ? [{ first: first + 1, count: count - 2 }] : [
    { first, count },
  ];
}

function stretchOf(cidr: string): Stretch {
  const { groups: [high, low], prefix } = parseIpv4Block(cidr)!;
  return { first: high * TWO_16 + low, count: powerOfTwo(32 - prefix) };
}

/** What the special blocks leave. */
function publicStretches(): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  for (const block of SPECIAL.map(stretchOf)) {
    if (block.first > next) {
      stretches.push({ first: next, count: block.first - next });
    }
    next = block.first + block.count;
  }
  return stretches;
}

function total(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { count }) => sum + count, 0);
}

function addresses(stretches: readonly Stretch[]): RankedTexts {
  // Address `rank + shifts[i]` for the ranks below `ends[i]`.
  const ends = new Float64Array(stretches.length);
  const shifts = new Float64Array(stretches.length);
  let count = 0;
  for (const [i, stretch] of stretches.entries()) {
    shifts[i] = stretch.first - count;
    ends[i] = count += stretch.count;
  }
  return {
    count,
    room: LONGEST,
    plain: true,
    write(rank, out, at) {
      let i = 0;
      while (rank >= ends[i]) i++;
      const address = rank + shifts[i];
      const high = Math.floor(address / TWO_16);
      const low = address - high * TWO_16;
      at = writeOctet(high >> 8, out, at);
      out[at] = POINT;
      at = writeOctet(high & 255, out, at + 1);
      out[at] = POINT;
      at = writeOctet(low >> 8, out, at + 1);
      out[at] = POINT;
      return writeOctet(low & 255, out, at + 1);
    },
  };
}

function writeOctet(value: number, out: Uint8Array, at: number): number {
  if (value >= 100) {
    const hundreds = (value / 100) | 0;
    out[at++] = 48 + hundreds;
    value -= 100 * hundreds;
    const tens = (value / 10) | 0;
    out[at++] = 48 + tens;
    value -= 10 * tens;
  } else if (value >= 10) {
    const tens = (value / 10) | 0;
    out[at++] = 48 + tens;
    value -= 10 * tens;
  }
  out[at++] = 48 + value;
  return at;
}
