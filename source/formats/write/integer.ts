// Whole numbers as decimal digits, two at a time and stored four at a time.
import { PAIRS } from "../../../core/values/digits.ts";

/** Bytes of the longest integer, -9007199254740991. */
export const INTEGER_BYTES = 17;

const MINUS = 45;
const ZERO = 48;

/** Writes an integer, exact to ±2^53. */
export function writeInteger(out: DataView, at: number, value: number): number {
  if (value < 0) {
    out.setUint8(at++, MINUS);
    value = -value;
  }
  if (value < 100000000) return writeSmall(out, at, value | 0);
  const high = Math.floor(value / 100000000);
  const low = (value - high * 100000000) | 0;
  return writeEight(out, writeSmall(out, at, high | 0), low);
}

/** Writes 0 ≤ n < 10^8 in as many digits as it has. */
export function writeSmall(out: DataView, at: number, n: number): number {
  if (n < 10000) return writeUpToFour(out, at, n);
  const high = (n / 10000) | 0;
  return writeFour(out, writeUpToFour(out, at, high), n - high * 10000);
}

function writeUpToFour(out: DataView, at: number, n: number): number {
  if (n < 100) {
    if (n < 10) {
      out.setUint8(at, ZERO + n);
      return at + 1;
    }
    out.setUint16(at, PAIRS[n], true);
    return at + 2;
  }
  const high = (n / 100) | 0;
  const low = PAIRS[n - high * 100];
  if (high < 10) {
    out.setInt32(at, ZERO + high | low << 8, true);
    return at + 3;
  }
  out.setInt32(at, PAIRS[high] | low << 16, true);
  return at + 4;
}

/** Writes 0 ≤ n < 10^8 in eight digits. */
export function writeEight(out: DataView, at: number, n: number): number {
  const high = (n / 10000) | 0;
  return writeFour(out, writeFour(out, at, high), n - high * 10000);
}

/** Writes 0 ≤ n < 10^4 in four digits. */
function writeFour(out: DataView, at: number, n: number): number {
  const high = (n / 100) | 0;
  out.setInt32(at, PAIRS[high] | PAIRS[n - high * 100] << 16, true);
  return at + 4;
}

/** Writes a whole number 0 ≤ n < 10^count, at most 2^53, in `count` digits. */
export function writeFixed(
  out: DataView,
  at: number,
  n: number,
  count: number,
): number {
  const end = at + count;
  let to = end;
  while (to - at > 9) {
    const rest = Math.floor(n / 100);
    to -= 2;
    out.setUint16(to, PAIRS[n - rest * 100], true);
    n = rest;
  }
  let small = n | 0;
  while (to - at >= 2) {
    const rest = (small / 100) | 0;
    to -= 2;
    out.setUint16(to, PAIRS[small - rest * 100], true);
    small = rest;
  }
  if (to > at) out.setUint8(at, ZERO + small);
  return end;
}
