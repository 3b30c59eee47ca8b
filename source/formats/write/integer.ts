// Whole numbers as decimal digits, three at a time.
import { PAIRS, TRIPLES } from "../../../core/values/digits.ts";

/** Bytes of the longest integer, -9007199254740991. */
export const INTEGER_BYTES = 17;

const MINUS = 45;
const ZERO = 48;
const BILLION = 1000000000;

/** The digits of 0 to 999 without zeros in front; how many there are is in the highest byte. */
const TRIMMED = trimmed();

function trimmed(): Int32Array {
  const table = new Int32Array(1000);
  for (let n = 0; n < 1000; n++) {
    const length = n < 10 ? 1 : n < 100 ? 2 : 3;
    table[n] = TRIPLES[n] >> 8 * (3 - length) | length << 24;
  }
  return table;
}

/** Writes an integer, exact to ±2^53. */
export function writeInteger(out: DataView, at: number, value: number): number {
  if (value < 0) {
    out.setUint8(at++, MINUS);
    value = -value;
  }
  if (value < BILLION) return writeSmall(out, at, value | 0);
  const high = Math.floor(value / BILLION);
  const low = (value - high * BILLION) | 0;
  return writeNine(out, writeSmall(out, at, high | 0), low);
}

/** Writes 0 ≤ n < 10^9 in as many digits as it has. */
export function writeSmall(out: DataView, at: number, n: number): number {
  if (n < 1000) return writeTrimmed(out, at, n);
  const high = (n / 1000) | 0;
  const low = n - high * 1000;
  if (high < 1000) return writeThree(out, writeTrimmed(out, at, high), low);
  const top = (high / 1000) | 0;
  at = writeThree(out, writeTrimmed(out, at, top), high - top * 1000);
  return writeThree(out, at, low);
}

function writeTrimmed(out: DataView, at: number, n: number): number {
  const word = TRIMMED[n];
  out.setInt32(at, word, true);
  return at + (word >> 24);
}

function writeThree(out: DataView, at: number, n: number): number {
  out.setInt32(at, TRIPLES[n], true);
  return at + 3;
}

/** Writes 0 ≤ n < 10^9 in nine digits. */
function writeNine(out: DataView, at: number, n: number): number {
  const high = (n / 1000) | 0;
  const top = (high / 1000) | 0;
  at = writeThree(out, writeThree(out, at, top), high - top * 1000);
  return writeThree(out, at, n - high * 1000);
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
