// IPv6 addresses of one block, written as RFC 5952 says.
import {
  generator,
  type PartialRecord,
  type RandomStream,
  type Vector,
} from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import {
  type AddressBlock,
  parseIpv6Block,
  powerOfTwo,
  reportBlock,
} from "./_addresses.ts";
import { WordScratch } from "./_scratch.ts";

const TWO_32 = 4294967296;
/** Bits of a rank. */
const RANK_BITS = 53;
const GROUPS = 8;
const COLON = 58;
const LONGEST = 39;

export const ipv6 = generator({
  name: "ipv6",
  group: "internet",
  summary: "IPv6 addresses in their shortest form (RFC 5952)",
  example: `{ gen = "ipv6" }`,
  params: {
    cidr: defaulted(
      "text",
      "2001:db8::/32",
      "The block that the addresses are of; 2001:db8::/32 is for documentation (RFC 3849), so they are nobody's",
    ),
  },
  domain: ({ cidr }) =>
    powerOfTwo(Math.min(RANK_BITS, 128 - parseIpv6Block(cidr)!.prefix)),
  type: () => valueType("text", { sql: "inet" }),
  check({ cidr }, _scope, report) {
    if (parseIpv6Block(cidr) === undefined) {
      reportBlock(cidr, "2001:db8::/32", report);
    }
  },
  prepare({ cidr }, site) {
    const write = addresses(parseIpv6Block(cidr)!, site.random());
    return {
      storage: "slices",
      plain: true,
      fill: (record, out) => write(record, undefined, out),
    };
  },
  ranked: ({ cidr }, site) => ({
    storage: "slices",
    plain: true,
    fill: addresses(parseIpv6Block(cidr)!, site.random()),
  }),
});

/** Fills addresses whose bits behind the prefix are random, or whose last 53 bits are a rank. */
function addresses(
  { groups, prefix }: AddressBlock,
  random: RandomStream,
): (
  record: PartialRecord,
  ranks: Float64Array | undefined,
  out: Vector,
) => void {
  // Four words an address: what the block says of each, and the bits that are free in it.
  const fixed = [0, 2, 4, 6].map((i) => groups[i] << 16 | groups[i + 1]);
  const free = fixed.map((_, i) => {
    const bits = Math.min(32, Math.max(0, 32 * (i + 1) - prefix));
    return bits === 32 ? -1 : (1 << bits) - 1;
  });
  const drawn = free.map(() => new WordScratch());
  const parts = new Uint16Array(GROUPS);
  return ({ rows }, ranks, out) => {
    const { count } = rows;
    const words = drawn.map((scratch, i) => {
      const word = scratch.of(count);
      if (free[i] !== 0) random.words(rows, i, word);
      return word;
    });
    if (ranks !== undefined) {
      for (let i = 0; i < count; i++) {
        const high = Math.floor(ranks[i] / TWO_32);
        words[2][i] = words[2][i] & 0xffe00000 | high;
        words[3][i] = ranks[i] - high * TWO_32;
      }
    }
    const bytes = out.reserve(LONGEST * count);
    const { starts, ends } = out;
    let at = 0;
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < 4; j++) {
        const word = fixed[j] | words[j][i] & free[j];
        parts[2 * j] = word >>> 16;
        parts[2 * j + 1] = word;
      }
      starts[i] = at;
      ends[i] = at = writeAddress(parts, bytes, at);
    }
  };
}

/** RFC 5952, section 4: no leading zeros, lower case, `::` for the longest run of two zeros or more, the first of equals. */
function writeAddress(parts: Uint16Array, out: Uint8Array, at: number): number {
  let gap = GROUPS;
  let longest = 1;
  for (let i = 0; i < GROUPS; i++) {
    let end = i;
    while (end < GROUPS && parts[end] === 0) end++;
    if (end - i > longest) {
      longest = end - i;
      gap = i;
    }
    i = end;
  }
  for (let i = 0; i < GROUPS; i++) {
    if (i === gap) {
      out[at++] = COLON;
      if (i === 0) out[at++] = COLON;
      i += longest - 1;
      continue;
    }
    at = writeGroup(parts[i], out, at);
    if (i < GROUPS - 1) out[at++] = COLON;
  }
  return at;
}

function writeGroup(group: number, out: Uint8Array, at: number): number {
  if (group >= 0x1000) out[at++] = hex(group >>> 12);
  if (group >= 0x100) out[at++] = hex(group >>> 8 & 15);
  if (group >= 0x10) out[at++] = hex(group >>> 4 & 15);
  out[at++] = hex(group & 15);
  return at;
}

function hex(digit: number): number {
  return digit < 10 ? 48 + digit : 87 + digit;
}
