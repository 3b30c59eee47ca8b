// Decimals: integers scaled by a power of ten, written with all their digits after the point.
import { PAIRS, POWERS_OF_TEN } from "../../../core/values/digits.ts";
import { writeFixed, writeInteger, writeSmall } from "./integer.ts";

const MINUS = 45;
const POINT = 46;
/** Below it, a value's digits are found with 32-bit integers alone. */
const SMALL = 100000000;

type NumberWrite = (out: DataView, at: number, value: number) => number;

/** Bytes of the longest decimal of a scale: sign, 16 digits or the scale and a zero, point. */
export function decimalBytes(scale: number): number {
  return 2 + Math.max(16, scale + 1);
}

/** The function that writes decimals of a scale; 2 is what money has, and has its own. */
export function decimalWriter(scale: number): NumberWrite {
  if (scale === 0) return writeInteger;
  if (scale === 2) return writeCents;
  const unit = POWERS_OF_TEN[scale];
  return function writeDecimal(out, at, value) {
    if (value < 0) {
      out.setUint8(at++, MINUS);
      value = -value;
    }
    const whole = Math.floor(value / unit);
    return writeParts(out, at, whole, value - whole * unit, scale, unit);
  };
}

function writeParts(
  out: DataView,
  at: number,
  whole: number,
  rest: number,
  scale: number,
  unit: number,
): number {
  if (rest < 0) { // the quotient was rounded up to the next whole number
    whole--;
    rest += unit;
  }
  at = writeInteger(out, at, whole);
  out.setUint8(at++, POINT);
  return writeFixed(out, at, rest, scale);
}

function writeCents(out: DataView, at: number, value: number): number {
  if (value < 0) {
    out.setUint8(at++, MINUS);
    value = -value;
  }
  if (value >= SMALL) {
    const whole = Math.floor(value / 100);
    return writeParts(out, at, whole, value - whole * 100, 2, 100);
  }
  const cents = value | 0;
  const whole = (cents / 100) | 0;
  at = writeSmall(out, at, whole);
  out.setUint8(at, POINT);
  out.setUint16(at + 1, PAIRS[cents - whole * 100], true);
  return at + 3;
}
