// Texts as PostgreSQL receives them in binary: length first; and those that say bytes or addresses of the network as
// what they say.
import { copyText, type TextWrite, type TextWriter } from "./text.ts";
import { hexDigit, readIpv4, readIpv6, readMac } from "./usual_addresses.ts";

/** A writer of texts for which it can be that they are not what they have to be. */
export type Refuse = (text: string) => never;

const BACKSLASH = 92;
const COLON = 58;
const POINT = 46;
const SLASH = 47;
const LETTER_X = 120;

const decoder = new TextDecoder();

/** Puts the length of what a writer writes before it. */
export function lengthFirst(
  writer: TextWriter,
  head: number[] = [],
): TextWriter {
  const { write } = writer;
  const before = 4 + head.length;
  return {
    write(out, at, bytes, start, end) {
      for (let i = 0; i < head.length; i++) out.setUint8(at + 4 + i, head[i]);
      const to = write(out, at + before, bytes, start, end);
      out.setInt32(at, to - at - 4);
      return to;
    },
    growth: writer.growth,
    extra: writer.extra + before,
  };
}

/** Copies a text behind its length. */
export const TEXT_AS_IT_IS: TextWriter = {
  write(out, at, bytes, start, end) {
    out.setInt32(at, end - start);
    return copyText(out, at + 4, bytes, start, end);
  },
  growth: 1,
  extra: 4,
};

/** bytea: `\x` and hexadecimal digits, or bytes of which `\\` and `\ooo` stand for others. */
export function byteaWriter(refuse: Refuse): TextWriter {
  function write(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number {
    const first = start;
    if (
      end - start >= 2 && bytes.getUint8(start) === BACKSLASH &&
      bytes.getUint8(start + 1) === LETTER_X
    ) {
      return writeHex(out, at, bytes, start, end, refuse);
    }
    while (start < end) {
      let byte = bytes.getUint8(start++);
      if (byte === BACKSLASH) {
        if (start < end && bytes.getUint8(start) === BACKSLASH) {
          start++;
        } else {
          byte = start + 3 <= end ? octal(bytes, start) : -1;
          if (byte < 0) refuse(textOf(bytes, first, end));
          start += 3;
        }
      }
      out.setUint8(at++, byte);
    }
    return at;
  }
  return lengthFirst({ write, growth: 1, extra: 0 });
}

function writeHex(
  out: DataView,
  at: number,
  bytes: DataView,
  start: number,
  end: number,
  refuse: Refuse,
): number {
  if ((end - start) % 2 !== 0) refuse(textOf(bytes, start, end));
  for (let i = start + 2; i < end; i += 2) {
    const high = hexDigit(bytes.getUint8(i));
    const low = hexDigit(bytes.getUint8(i + 1));
    if (high < 0 || low < 0) refuse(textOf(bytes, start, end));
    out.setUint8(at++, high << 4 | low);
  }
  return at;
}

function octal(bytes: DataView, at: number): number {
  let value = 0;
  for (let i = 0; i < 3; i++) {
    const digit = bytes.getUint8(at + i) - 48;
    if (digit < 0 || digit > 7) return -1;
    value = 8 * value + digit;
  }
  return value < 256 ? value : -1;
}

const INET_4 = 2;
const INET_6 = 3;

/** inet: family, bits of the network, 0, length, address. */
export function inetWriter(refuse: Refuse): TextWriter {
  function write(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number {
    if (readIpv4(bytes, start, end, out, at + 4)) {
      return writeHead(out, at, INET_4, 32, 4);
    }
    if (readIpv6(bytes, start, end, out, at + 4)) {
      return writeHead(out, at, INET_6, 128, 16);
    }
    const text = textOf(bytes, start, end);
    const slash = text.indexOf(String.fromCharCode(SLASH));
    const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
    if (address === undefined) refuse(text);
    const most = 8 * address.length;
    const bits = slash < 0 ? most : wholeNumber(text.slice(slash + 1), most);
    if (bits < 0) refuse(text);
    for (let i = 0; i < address.length; i++) {
      out.setUint8(at + 4 + i, address[i]);
    }
    const family = address.length === 4 ? INET_4 : INET_6;
    return writeHead(out, at, family, bits, address.length);
  }
  return lengthFirst({ write, growth: 0, extra: 20 });
}

/** Writes what stands before an address; gives the position after that. */
function writeHead(
  out: DataView,
  at: number,
  family: number,
  bits: number,
  length: number,
): number {
  out.setUint8(at, family);
  out.setUint8(at + 1, bits);
  out.setUint8(at + 2, 0);
  out.setUint8(at + 3, length);
  return at + 4 + length;
}

function parseAddress(text: string): number[] | undefined {
  return text.includes(String.fromCharCode(COLON))
    ? parseIpv6(text)
    : parseIpv4(text);
}

function parseIpv4(text: string): number[] | undefined {
  const parts = text.split(String.fromCharCode(POINT));
  const bytes = parts.map((part) => wholeNumber(part, 255));
  return parts.length === 4 && bytes.every((byte) => byte >= 0)
    ? bytes
    : undefined;
}

/** RFC 4291, section 2.2: groups of hexadecimal digits, `::` for zeros, the last two perhaps as an IPv4 address. */
function parseIpv6(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, i) =>
    parseGroups(half, i === halves.length - 1)
  );
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 16 ? head : undefined;
  if (tail === undefined || head.length + tail.length > 14) return undefined;
  const zeros = Array<number>(16 - head.length - tail.length).fill(0);
  return [...head, ...zeros, ...tail];
}

function parseGroups(text: string, last: boolean): number[] | undefined {
  if (text === "") return [];
  const bytes: number[] = [];
  const groups = text.split(":");
  for (const [i, group] of groups.entries()) {
    if (last && i === groups.length - 1 && group.includes(".")) {
      const four = parseIpv4(group);
      if (four === undefined) return undefined;
      bytes.push(...four);
    } else {
      if (!/^[0-9A-Fa-f]{1,4}$/.test(group)) return undefined;
      const value = parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}

/** The whole number that digits say, -1 where they say none or more than `most`. */
function wholeNumber(digits: string, most: number): number {
  if (!/^\d{1,3}$/.test(digits)) return -1;
  const value = Number(digits);
  return value <= most ? value : -1;
}

/** macaddr: six bytes, as pairs of hexadecimal digits with any usual separators. */
export function macaddrWriter(refuse: Refuse): TextWriter {
  function write(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number {
    if (readMac(bytes, start, end, out, at)) return at + 6;
    const text = textOf(bytes, start, end);
    const digits = text.replace(/[:.-]/g, "");
    if (!/^[0-9A-Fa-f]{12}$/.test(digits)) refuse(text);
    for (let i = 0; i < 6; i++) {
      out.setUint8(at + i, parseInt(digits.slice(2 * i, 2 * i + 2), 16));
    }
    return at + 6;
  }
  return lengthFirst({ write, growth: 0, extra: 6 });
}

function textOf(bytes: DataView, start: number, end: number): string {
  const { buffer, byteOffset } = bytes;
  return decoder.decode(
    new Uint8Array(buffer, byteOffset + start, end - start).slice(),
  );
}

export type { TextWrite };
