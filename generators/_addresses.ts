// Blocks of addresses in CIDR notation (RFC 4632, RFC 4291): `10.0.0.0/8`, `2001:db8::/32`.
import type { Report } from "../core/generator.ts";

/** A block: all addresses that begin with the same bits. */
export interface AddressBlock {
  /** 16-bit groups, most significant first: two of IPv4, eight of IPv6. */
  groups: number[];
  /** How many bits are the same in all addresses. */
  prefix: number;
}

/** A block of IPv4 addresses; undefined where the text is none. */
export function parseIpv4Block(text: string): AddressBlock | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/
    .exec(text);
  if (found === null) return undefined;
  const [a, b, c, d, prefix] = found.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255) return undefined;
  return blockOf([a << 8 | b, c << 8 | d], prefix);
}

/** A block of IPv6 addresses; undefined where the text is none. */
export function parseIpv6Block(text: string): AddressBlock | undefined {
  const found = /^([0-9A-Fa-f:]+)\/(\d{1,3})$/.exec(text);
  if (found === null) return undefined;
  const halves = found[1].split("::");
  if (halves.length > 2) return undefined;
  const [head, tail = []] = halves.map((half) =>
    half === "" ? [] : half.split(":")
  );
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) {
    return undefined;
  }
  return blockOf(groups.map((group) => parseInt(group, 16)), Number(found[2]));
}

/** Undefined where the prefix is longer than an address, or bits behind it are set. */
function blockOf(groups: number[], prefix: number): AddressBlock | undefined {
  if (prefix > 16 * groups.length) return undefined;
  for (const [i, group] of groups.entries()) {
    const free = Math.min(16, Math.max(0, 16 * (i + 1) - prefix));
    if ((group & (powerOfTwo(free) - 1)) !== 0) return undefined;
  }
  return { groups, prefix };
}

/** How many numbers there are of so many bits, at most 1,023. */
export function powerOfTwo(bits: number): number {
  let power = 1;
  for (let i = 0; i < bits; i++) power *= 2;
  return power;
}

/** Reports a `cidr` that is no block. */
export function reportBlock(
  cidr: string,
  example: string,
  report: Report,
): void {
  report(
    "cidr",
    `"${cidr}" is not a block of addresses`,
    `expected one such as ${example}, with no bit set behind its length`,
  );
}
