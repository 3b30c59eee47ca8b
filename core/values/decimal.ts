// Exact decimals as whole numbers: 12.34 at scale 2 is 1234. Exact to ±2^53; rounding is half away from zero.
import { PAIRS, POWERS_OF_TEN, writeDigits } from "./digits.ts";

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;
/** A digit more than 2^53 has. */
const MAX_DIGITS = 17;
const BILLION = 1000000000;
const HUNDRED_MILLION = 100000000;

/**
 * `12.345` as a whole number of 10^-scale; digits beyond are rounded. Takes a sign, an exponent, and underscores
 * between digits as TOML has them. Undefined where the text is no number, or one beyond ±2^53.
 */
export function parseDecimal(text: string, scale: number): number | undefined {
  const match = DECIMAL.exec(text.replace(/(?<=\d)_(?=\d)/g, ""));
  if (match === null) return undefined;
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = (whole + fraction).replace(/^0+/, "");
  // How many of the digits stand before the point, once that has moved.
  const kept = digits.length - fraction.length + Number(exponent) + scale;
  if (digits === "" || kept < 0) return 0;
  if (kept > MAX_DIGITS) return undefined;
  let size = Number(digits.slice(0, kept).padEnd(kept, "0"));
  if (digits.charCodeAt(kept) >= 53) size++; // "5" or above; NaN beyond the end
  if (!Number.isSafeInteger(size)) return undefined;
  return sign === "-" && size !== 0 ? -size : size;
}

/** The decimal nearest to a number as JavaScript writes it (1.005 at scale 2 is 101); undefined beyond ±2^53. */
export function toScaled(x: number, scale: number): number | undefined {
  return parseDecimal(String(x), scale);
}

/** A decimal's units at another scale. Where that is larger, the caller sees to it that the result is exact. */
export function rescale(value: number, from: number, to: number): number {
  if (to >= from) return value * POWERS_OF_TEN[to - from];
  const unit = POWERS_OF_TEN[from - to];
  const size = value < 0 ? -value : value;
  let whole = Math.floor(size / unit);
  let rest = size - whole * unit;
  if (rest < 0) { // the quotient was rounded up to a whole number
    whole--;
    rest += unit;
  }
  if (2 * rest >= unit) whole++;
  return value < 0 && whole !== 0 ? -whole : whole;
}

/** `12.34`, with exactly `scale` digits after the point. */
export function formatDecimal(value: number, scale: number): string {
  if (scale === 0) return String(value === 0 ? 0 : value);
  const digits = String(value < 0 ? -value : value).padStart(scale + 1, "0");
  const point = digits.length - scale;
  return `${value < 0 ? "-" : ""}${digits.slice(0, point)}.${
    digits.slice(point)
  }`;
}

/** Writes a whole number to ±2^53: at most 17 bytes. */
export function writeInteger(
  out: Uint8Array,
  at: number,
  value: number,
): number {
  if (value < 0) {
    out[at++] = 45;
    value = -value;
  }
  if (value < BILLION) return writeSmall(out, at, value | 0);
  let high = Math.floor(value / HUNDRED_MILLION);
  let low = value - high * HUNDRED_MILLION;
  if (low < 0) { // the quotient was rounded up to a whole number
    high--;
    low += HUNDRED_MILLION;
  }
  at = writeSmall(out, at, high);
  return writeEight(out, at, low | 0);
}

/** Writes a decimal with exactly `scale` digits after the point: at most 18 bytes, or 3 + scale where that is more. */
export function writeDecimal(
  out: Uint8Array,
  at: number,
  value: number,
  scale: number,
): number {
  if (scale === 0) return writeInteger(out, at, value);
  if (value < 0) {
    out[at++] = 45;
    value = -value;
  }
  if (scale === 2 && value < BILLION) {
    const small = value | 0;
    const whole = (small / 100) | 0;
    at = writeSmall(out, at, whole);
    const pair = PAIRS[small - whole * 100];
    out[at] = 46;
    out[at + 1] = pair;
    out[at + 2] = pair >> 8;
    return at + 3;
  }
  const unit = POWERS_OF_TEN[scale];
  let whole = Math.floor(value / unit);
  let rest = value - whole * unit;
  if (rest < 0) {
    whole--;
    rest += unit;
  }
  at = writeInteger(out, at, whole);
  out[at] = 46;
  return writeDigits(out, at + 1, rest, scale);
}

/** 0 ≤ n < 2^31, in as many digits as it has. */
function writeSmall(out: Uint8Array, at: number, n: number): number {
  if (n < 100) {
    if (n < 10) {
      out[at] = 48 + n;
      return at + 1;
    }
    const pair = PAIRS[n];
    out[at] = pair;
    out[at + 1] = pair >> 8;
    return at + 2;
  }
  const end = at + countDigits(n);
  let to = end;
  while (n >= 100) {
    const rest = (n / 100) | 0;
    const pair = PAIRS[n - rest * 100];
    n = rest;
    out[to - 1] = pair >> 8;
    out[to - 2] = pair;
    to -= 2;
  }
  if (n >= 10) {
    const pair = PAIRS[n];
    out[to - 1] = pair >> 8;
    out[to - 2] = pair;
  } else {
    out[to - 1] = 48 + n;
  }
  return end;
}

/** Of 100 ≤ n < 2^31. */
function countDigits(n: number): number {
  if (n < 100000) return n < 1000 ? 3 : n < 10000 ? 4 : 5;
  if (n < 10000000) return n < 1000000 ? 6 : 7;
  return n < HUNDRED_MILLION ? 8 : n < BILLION ? 9 : 10;
}

/** 0 ≤ n < 10^8, in eight digits. */
function writeEight(out: Uint8Array, at: number, n: number): number {
  const high = (n / 10000) | 0;
  const low = n - high * 10000;
  const a = (high / 100) | 0;
  const b = (low / 100) | 0;
  const pairA = PAIRS[a];
  const pairB = PAIRS[high - a * 100];
  const pairC = PAIRS[b];
  const pairD = PAIRS[low - b * 100];
  out[at] = pairA;
  out[at + 1] = pairA >> 8;
  out[at + 2] = pairB;
  out[at + 3] = pairB >> 8;
  out[at + 4] = pairC;
  out[at + 5] = pairC >> 8;
  out[at + 6] = pairD;
  out[at + 7] = pairD >> 8;
  return at + 8;
}

/** Digits after the point that are needed to write a number of TOML. */
export function digitsAfterPoint(text: string): number {
  const match = /^[+-]?[\d_]*(?:\.([\d_]*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return 0;
  const fraction = (match[1] ?? "").replaceAll("_", "").replace(/0+$/, "");
  return Math.max(0, fraction.length - Number(match[2] ?? 0));
}
