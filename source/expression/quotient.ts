// Exact quotients of scaled integers, rounded half away from zero, without wider integers than doubles hold.
import { LARGEST } from "../../core/expression/expression.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";

/**
 * a · 10^digits / b. Infinity where it is beyond 2^53.
 *
 * @param digits May be negative.
 * @param b Not 0.
 */
export function divideExact(a: number, b: number, digits: number): number {
  const negative = (a < 0) !== (b < 0);
  const dividend = a < 0 ? -a : a;
  const divisor = b < 0 ? -b : b;
  const made = digits < 0
    ? fewerDigits(dividend, divisor, -digits)
    : moreDigits(dividend, divisor, digits);
  return negative && made !== 0 ? -made : made;
}

/** Half of a unit is reached or not by the digits that are cut alone: whatever comes after only adds. */
function fewerDigits(a: number, b: number, digits: number): number {
  const whole = (a - a % b) / b;
  const unit = POWERS_OF_TEN[digits];
  const rest = whole % unit;
  return (whole - rest) / unit + (2 * rest >= unit ? 1 : 0);
}

function moreDigits(a: number, b: number, digits: number): number {
  const scaled = a * POWERS_OF_TEN[digits];
  if (scaled < LARGEST) {
    const rest = scaled % b;
    return (scaled - rest) / b + (rest >= b - rest ? 1 : 0);
  }
  let rest = a % b;
  let made = (a - rest) / b;
  for (let i = 0; i < digits; i++) {
    // The rest times ten, by additions that stay below the divisor.
    let digit = 0;
    const start = rest;
    for (let step = 1; step < 10; step++) {
      if (rest >= b - start) {
        rest -= b - start;
        digit++;
      } else rest += start;
    }
    // Each of the ten parts may have gone over once.
    made = made * 10 + digit;
    if (made > LARGEST) return Infinity;
  }
  return made + (rest >= b - rest ? 1 : 0);
}
