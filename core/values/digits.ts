// Decimal digits as bytes, two at a time: what every fast writer of numbers and dates stands on.

/** The two ASCII digits of 0 to 99, tens in the low byte. */
export const PAIRS: Uint16Array = pairs();

function pairs(): Uint16Array {
  const table = new Uint16Array(100);
  for (let n = 0; n < 100; n++) {
    const ones = n % 10;
    table[n] = 48 + (n - ones) / 10 | (48 + ones) << 8;
  }
  return table;
}

/** The three ASCII digits of 0 to 999, hundreds in the lowest byte; the highest byte is 0. */
export const TRIPLES: Int32Array = triples();

function triples(): Int32Array {
  const table = new Int32Array(1000);
  for (let n = 0; n < 1000; n++) {
    const hundreds = (n / 100) | 0;
    table[n] = 48 + hundreds | PAIRS[n - hundreds * 100] << 8;
  }
  return table;
}

/** 10^0 to 10^22: all the powers of ten that a double holds exactly. */
export const POWERS_OF_TEN: Float64Array = powersOfTen();

function powersOfTen(): Float64Array {
  const table = new Float64Array(23);
  for (let i = 0, power = 1; i < 23; i++, power *= 10) table[i] = power;
  return table;
}

/** Writes `count` digits of a whole number 0 ≤ value < 10^count, zeros in front included. `count` is at most 15. */
export function writeDigits(
  out: Uint8Array,
  at: number,
  value: number,
  count: number,
): number {
  const end = at + count;
  let to = end;
  while (to - at > 9) {
    const rest = Math.floor(value / 10);
    out[--to] = 48 + value - rest * 10;
    value = rest;
  }
  let low = value | 0;
  while (to - at >= 2) {
    const rest = (low / 100) | 0;
    const pair = PAIRS[low - rest * 100];
    low = rest;
    out[--to] = pair >> 8;
    out[--to] = pair;
  }
  if (to > at) out[at] = 48 + low;
  return end;
}
