// Doubles as text: the shortest that reads back as the same double, as JavaScript writes them.
import { writeDecimal, writeInteger } from "./decimal.ts";
import { POWERS_OF_TEN } from "./digits.ts";

/** No double takes more bytes: `-1.2345678901234567e-123`. */
export const MAX_FLOAT_BYTES = 25;

/** Writes a finite number as `String(x)` would; -0 is `0`. NaN and infinities are no values and never get here. */
export function writeFloat(out: Uint8Array, at: number, x: number): number {
  if (x < 9e15 && x > -9e15) {
    if (Math.floor(x) === x) return writeInteger(out, at, x);
    const size = x < 0 ? -x : x;
    if (size >= 1e-3 && size < 1e9) {
      const scale = fewDigits(x);
      if (scale > 0) {
        return writeDecimal(out, at, nearest(x * POWERS_OF_TEN[scale]), scale);
      }
    }
  } else if (!(x <= Number.MAX_VALUE && x >= -Number.MAX_VALUE)) {
    throw new RangeError(`Cannot write a number: ${x} is none`);
  }
  const text = String(x);
  for (let i = 0; i < text.length; i++) out[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/**
 * The scale, at most 6, at which x is a decimal of at most 15 digits; 0 where there is none. Such decimals are each
 * the nearest to another double, so the one that reads as x has the fewest digits.
 */
function fewDigits(x: number): number {
  for (let scale = 1; scale <= 6; scale++) {
    const unit = POWERS_OF_TEN[scale];
    if (nearest(x * unit) / unit === x) return scale;
  }
  return 0;
}

function nearest(x: number): number {
  return x < 0 ? -Math.floor(0.5 - x) : Math.floor(x + 0.5);
}
