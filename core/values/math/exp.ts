// Exponential function, with error below one unit in the last place.
// Method and coefficients: fdlibm 5.3, e_exp.c, (C) 1993 Sun Microsystems, Inc.
import { scaled } from "./bits.ts";
import { log } from "./log.ts";

const LN2_HIGH = 6.93147180369123816490e-01;
const LN2_LOW = 1.90821492927058770002e-10;
const ONE_BY_LN2 = 1.44269504088896338700e+00;
const LARGEST = 7.09782712893383973096e+02;
const SMALLEST = -7.45133219101941108420e+02;

export const P1 = 1.66666666666666019037e-01;
export const P2 = -2.77777777770155933842e-03;
export const P3 = 6.61375632143793436117e-05;
export const P4 = -1.65339022054652515390e-06;
export const P5 = 4.13813679705723846039e-08;

/** e^x. */
export function exp(x: number): number {
  if (!(x <= LARGEST)) return x > LARGEST ? Infinity : NaN;
  if (x < SMALLEST) return 0;
  if (x === 1) return Math.E; // the method would give the double above
  // x = power · ln 2 + (high - low), the rest at most ln 2 / 2
  const power = Math.floor(x * ONE_BY_LN2 + 0.5);
  const high = x - power * LN2_HIGH;
  const low = power * LN2_LOW;
  const rest = high - low;
  const t = rest * rest;
  const c = rest - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - ((low - (rest * c) / (2 - c)) - high);
  return power === 0 ? y : scaled(y, power);
}

/** e^x - 1, also where x is tiny. Kahan's correction of the rounding of e^x. */
export function expm1(x: number): number {
  const y = exp(x);
  if (y === 1) return x;
  const less = y - 1;
  if (less === -1 || y === Infinity) return less;
  return less * (x / log(y));
}
