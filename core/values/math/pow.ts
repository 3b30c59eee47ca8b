// Powers, with error below one unit in the last place: 2^(y · log2 x), the logarithm and the product in two doubles.
// Method and coefficients: fdlibm 5.3, e_pow.c, (C) 1993 Sun Microsystems, Inc.
import { POWERS_OF_TWO, scaled, upperHalf } from "./bits.ts";
import { P1, P2, P3, P4, P5 } from "./exp.ts";

const L1 = 5.99999999999994648725e-01;
const L2 = 4.28571428578550184252e-01;
const L3 = 3.33333329818377432918e-01;
const L4 = 2.72728123808534006489e-01;
const L5 = 2.30660745775561754067e-01;
const L6 = 2.06975017800338417784e-01;

const LN2 = 6.93147180559945286227e-01;
const LN2_HIGH = 6.93147182464599609375e-01;
const LN2_LOW = -1.90465429995776804525e-09;
// 2 / (3 ln 2)
const CP = 9.61796693925975554329e-01;
const CP_HIGH = 9.61796700954437255859e-01;
const CP_LOW = -7.02846165095275826516e-09;
const LOG2_OF_3_BY_2_HIGH = 5.84962487220764160156e-01;
const LOG2_OF_3_BY_2_LOW = 1.35003920212974897128e-08;
// -(1024 - log2(the largest double and half a unit more))
const OVERFLOW_MARGIN = 8.0085662595372944372e-17;

// Little-endian, as every platform is that Deno and Bun run on.
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

const TWO_53 = 9007199254740992;
const TWO_64 = 18446744073709551616;

/** x^y, with the special cases of JavaScript's own. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  if (y === 1) return x;
  if (y === 2) return x * x;
  const size = x < 0 ? -x : x;
  if (y === Infinity || y === -Infinity) {
    if (size === 1) return NaN;
    return size > 1 === y > 0 ? Infinity : 0;
  }
  const negative = x < 0 || Object.is(x, -0);
  const odd = negative && isOdd(y);
  if (size === 0 || size === Infinity) {
    const result = size === 0 === y > 0 ? 0 : Infinity;
    return odd ? -result : result;
  }
  if (x < 0 && Math.floor(y) !== y) return NaN;
  const result = size === 1 ? 1 : powerOf(size, y);
  return odd ? -result : result;
}

function isOdd(y: number): boolean {
  const size = y < 0 ? -y : y;
  return size < TWO_53 && Math.floor(size) === size && size % 2 === 1;
}

// What `log2` leaves: a sum whose high part has 26 bits.
let log2High = 0;
let log2Low = 0;

function powerOf(x: number, y: number): number {
  if (y > TWO_64 || y < -TWO_64) return x > 1 === y > 0 ? Infinity : 0;
  log2(x);
  const yHigh = upperHalf(y);
  const low = (y - yHigh) * log2High + y * log2Low;
  const high = yHigh * log2High;
  const z = low + high;
  if (z > 1024 || z === 1024 && low + OVERFLOW_MARGIN > z - high) {
    return Infinity;
  }
  if (z < -1075 || z === -1075 && low <= z - high) return 0;
  return powerOf2(z, high, low);
}

function log2(x: number): void {
  DOUBLE[0] = x;
  let high = WORDS[1];
  let subnormal = 0;
  if (high < 0x00100000) {
    subnormal = 53;
    x *= TWO_53;
    DOUBLE[0] = x;
    high = WORDS[1];
  }
  // x = 2^exponent · m; m is near `base`, 1 or 3/2
  const digits = high & 0xfffff;
  const upper = digits > 0x3988e && digits < 0xbb67a ? 1 : 0; // near 3/2
  const power = (high >> 20) - 1023 + (digits >= 0xbb67a ? 1 : 0);
  const m = x * POWERS_OF_TWO[1074 - power];
  const exponent = power - subnormal;
  const base = upper === 1 ? 1.5 : 1;

  // s = (m - base) / (m + base), in two parts
  const u = m - base;
  const v = 1 / (m + base);
  const s = u * v;
  const sHigh = upperHalf(s);
  const sumHigh = upperHalf(m + base);
  const sumLow = m - (sumHigh - base);
  const sLow = v * ((u - sHigh * sumHigh) - sHigh * sumLow);

  // 3/2 · ln(m / base) = s · (3 + s² + …), in two parts
  const s2 = s * s;
  const series = s2 * s2 *
      (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) +
    sLow * (sHigh + s);
  const sHigh2 = sHigh * sHigh;
  const tHigh = upperHalf(3 + sHigh2 + series);
  const tLow = series - ((tHigh - 3) - sHigh2);
  const productHigh = sHigh * tHigh;
  const productLow = sLow * tHigh + tLow * s;
  const pHigh = upperHalf(productHigh + productLow);
  const pLow = productLow - (pHigh - productHigh);

  const zHigh = CP_HIGH * pHigh;
  const zLow = CP_LOW * pHigh + pLow * CP +
    (upper === 1 ? LOG2_OF_3_BY_2_LOW : 0);
  const offset = upper === 1 ? LOG2_OF_3_BY_2_HIGH : 0;
  log2High = upperHalf(((zHigh + zLow) + offset) + exponent);
  log2Low = zLow - (((log2High - exponent) - offset) - zHigh);
}

/** 2^(high + low), where z is their rounded sum. */
function powerOf2(z: number, high: number, low: number): number {
  const power = Math.floor(z + 0.5);
  high -= power;
  const t = upperHalf(low + high);
  const u = t * LN2_HIGH;
  const v = (low - (t - high)) * LN2 + t * LN2_LOW;
  const x = u + v;
  const lost = v - (x - u);
  const x2 = x * x;
  const c = x - x2 * (P1 + x2 * (P2 + x2 * (P3 + x2 * (P4 + x2 * P5))));
  const y = 1 - (((x * c) / (c - 2) - (lost + x * lost)) - x);
  return scaled(y, power);
}
