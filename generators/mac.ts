// MAC addresses: locally administered ones, which no maker of devices has given, or those of one maker.
import { generator } from "../core/generator.ts";
import { optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { powerOfTwo } from "./_addresses.ts";
import {
  drawnTexts,
  type RankedTexts,
  rankedTexts,
} from "./_ranks/ranked_texts.ts";

const OCTETS = 6;
const COLON = 58;
const PREFIX = /^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){0,4}$/;

export const mac = generator({
  name: "mac",
  group: "internet",
  summary: "MAC addresses",
  example: `{ gen = "mac" }`,
  params: {
    prefix: optional(
      "text",
      `What all addresses begin with, one to five octets such as "00:1a:2b"; ` +
        "without it, they are locally administered ones of single devices, which no maker gives",
    ),
  },
  domain: ({ prefix }) => addresses(prefix).count,
  type: () => valueType("text", { sql: "macaddr" }),
  check({ prefix }, _scope, report) {
    if (prefix !== undefined && !PREFIX.test(prefix)) {
      report(
        "prefix",
        `"${prefix}" does not begin a MAC address`,
        `expected one to five octets such as "00:1a:2b"`,
      );
    }
  },
  prepare: ({ prefix }, site) => drawnTexts(addresses(prefix), site.random()),
  ranked: ({ prefix }) => rankedTexts(addresses(prefix)),
});

function addresses(prefix: string | undefined): RankedTexts {
  const given = prefix?.split(/[:-]/).map((octet) => parseInt(octet, 16)) ?? [];
  const octets = new Uint8Array(OCTETS);
  octets.set(given);
  // In the first octet, bit 0 is for groups and bit 1 for local administration (IEEE 802): six bits are free.
  const free = given.length === 0 ? 6 : 0;
  return {
    count: powerOfTwo(free === 0 ? 8 * (OCTETS - given.length) : 46),
    room: 3 * OCTETS,
    plain: true,
    write(rank, out, at) {
      for (let i = OCTETS - 1; i >= given.length; i--) {
        const rest = Math.floor(rank / 256);
        octets[i] = rank - 256 * rest;
        rank = rest;
      }
      if (free !== 0) octets[0] = octets[0] << 2 | 2;
      for (let i = 0; i < OCTETS; i++) {
        const octet = octets[i];
        out[at] = hex(octet >>> 4);
        out[at + 1] = hex(octet & 15);
        out[at + 2] = COLON;
        at += 3;
      }
      // The last colon is behind the end.
      return at - 1;
    },
  };
}

function hex(digit: number): number {
  return digit < 10 ? 48 + digit : 87 + digit;
}
