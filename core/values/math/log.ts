// Natural logarithm, with error below one unit in the last place.
// Method and coefficients: fdlibm 5.3, e_log.c, (C) 1993 Sun Microsystems, Inc.
import { POWERS_OF_TWO } from "./bits.ts";

// Little-endian, as every platform is that Deno and Bun run on.
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);

const LN2_HIGH = 6.93147180369123816490e-01;
const LN2_LOW = 1.90821492927058770002e-10;
const TWO_54 = 18014398509481984;

const L1 = 6.666666666666735130e-01;
const L2 = 3.999999999940941908e-01;
const L3 = 2.857142874366239149e-01;
const L4 = 2.222219843214978396e-01;
const L5 = 1.818357216161805012e-01;
const L6 = 1.531383769920937332e-01;
const L7 = 1.479819860511658591e-01;

/** ln x. */
export function log(x: number): number {
  DOUBLE[0] = x;
  const high = WORDS[1];
  if (high < 0x00100000 || high >= 0x7ff00000) return logOfRare(x);
  // x = 2^exponent · (1 + f) with sqrt(1/2) < 1 + f < sqrt(2)
  const exponent = (high + 0x95f64 >> 20) - 1023;
  return logOfParts(x * POWERS_OF_TWO[1074 - exponent] - 1, exponent);
}

/** Of zero, subnormal and negative numbers, infinity and NaN. */
function logOfRare(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  return log(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW;
}

/** ln(2^exponent · (1 + f)). */
function logOfParts(f: number, exponent: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const rest = z * (L1 + w * (L3 + w * (L5 + w * L7))) +
    w * (L2 + w * (L4 + w * L6));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH -
    ((half - (s * (half + rest) + exponent * LN2_LOW)) - f);
}

/** ln(1 + x), also where x is tiny. Kahan's correction of the rounding of 1 + x. */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  if (sum === Infinity) return sum;
  return log(sum) * (x / (sum - 1));
}
