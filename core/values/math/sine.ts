// Sine and cosine, with error below one unit in the last place for every argument.
// Method and coefficients: fdlibm 5.3, k_sin.c, k_cos.c and e_rem_pio2.c, (C) 1993 Sun Microsystems, Inc.

const S1 = -1.66666666666666324348e-01;
const S2 = 8.33333333332248946124e-03;
const S3 = -1.98412698298579493134e-04;
const S4 = 2.75573137070700676789e-06;
const S5 = -2.50507602534068634195e-08;
const S6 = 1.58969099521155010221e-10;

const C1 = 4.16666666666666019037e-02;
const C2 = -1.38888888888741095749e-03;
const C3 = 2.48015872894767294178e-05;
const C4 = -2.75573143513906633035e-07;
const C5 = 2.08757232129817482790e-09;
const C6 = -1.13596475577881948265e-11;

const QUARTER_PI = 7.85398163397448278999e-01;
const TWO_BY_PI = 6.36619772367581382433e-01;
// Three times 33 bits of π/2, and what is left after each.
const HALF_PI_1 = 1.57079632673412561417e+00;
const HALF_PI_2 = 6.07710050630396597660e-11;
const HALF_PI_3 = 2.02226624871116645580e-21;
const HALF_PI_REST = 8.47842766036889956997e-32;
/** Up to here quarter turns are counted in 20 bits, so that their products with the parts of π/2 are exact. */
const MEDIUM = 1647099;

/** Sine of x radians. */
export function sin(x: number): number {
  if (x >= -QUARTER_PI && x <= QUARTER_PI) return sineNear0(x, 0);
  switch (reduce(x)) {
    case 0:
      return sineNear0(rest, restLow);
    case 1:
      return cosineNear0(rest, restLow);
    case 2:
      return -sineNear0(rest, restLow);
    default:
      return -cosineNear0(rest, restLow);
  }
}

/** Cosine of x radians. */
export function cos(x: number): number {
  if (x >= -QUARTER_PI && x <= QUARTER_PI) return cosineNear0(x, 0);
  switch (reduce(x)) {
    case 0:
      return cosineNear0(rest, restLow);
    case 1:
      return -sineNear0(rest, restLow);
    case 2:
      return -cosineNear0(rest, restLow);
    default:
      return sineNear0(rest, restLow);
  }
}

/** sin(x + low) for |x| ≤ π/4. */
function sineNear0(x: number, low: number): number {
  const z = x * x;
  const v = z * x;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return x - ((z * (0.5 * low - v * r) - low) - v * S1);
}

/** cos(x + low) for |x| ≤ π/4. */
function cosineNear0(x: number, low: number): number {
  const z = x * x;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  // 1 - z/2 is rounded; what was lost joins the small terms.
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (((1 - w) - half) + (z * r - x * low));
}

// What `reduce` leaves beside the quarter: x minus whole quarter turns, as a sum of two doubles.
let rest = 0;
let restLow = 0;

/** Sets `rest` and `restLow`, and returns the number of quarter turns modulo 4. */
function reduce(x: number): number {
  if (x !== x || x === Infinity || x === -Infinity) {
    rest = restLow = NaN;
    return 0;
  }
  if (x > MEDIUM || x < -MEDIUM) return reduceLarge(x);
  const turns = Math.floor(x * TWO_BY_PI + 0.5);
  // Subtract π/2 in parts; each difference keeps what its rounding lost.
  const a = x - turns * HALF_PI_1; // exact
  const second = turns * HALF_PI_2;
  const b = a - second;
  const lostB = (a - b) - second;
  const third = turns * HALF_PI_3;
  const c = b - third;
  const lostC = (b - c) - third;
  const low = lostB + (lostC - turns * HALF_PI_REST);
  rest = c + low;
  restLow = (c - rest) + low;
  return ((turns % 4) + 4) % 4;
}

const PI_BITS = 1300n;
let halfPi: bigint | undefined;

/** The same in whole numbers of 1300 bits, for arguments that no double arithmetic can reduce. */
function reduceLarge(x: number): number {
  halfPi ??= computeHalfPi();
  const sign = x < 0 ? -1n : 1n;
  // |x| is above 2^20, so x · 2^32 is whole, or x itself is.
  const wide = x < 4503599627370496 && x > -4503599627370496
    ? BigInt(x * 4294967296) << (PI_BITS - 32n)
    : BigInt(x) << PI_BITS;
  const size = wide * sign;
  let turns = size / halfPi;
  let left = size - turns * halfPi;
  if (2n * left > halfPi) {
    turns++;
    left -= halfPi;
  }
  left *= sign;
  rest = toDouble(left);
  const [whole, bits] = split(rest);
  restLow = toDouble(left - (bits >= 0n ? whole << bits : whole >> -bits));
  return Number((((turns * sign) % 4n) + 4n) % 4n);
}

/** A whole number of 2^-PI_BITS as a double, cut to 53 bits. */
function toDouble(value: bigint): number {
  const size = value < 0n ? -value : value;
  const extra = BigInt(Math.max(0, size.toString(2).length - 53));
  let result = Number(size >> extra);
  for (let power = extra - PI_BITS; power < 0n; power += 30n) {
    result /= Number(1n << (power < -30n ? 30n : -power));
  }
  return value < 0n ? -result : result;
}

/** x = whole · 2^(bits - PI_BITS). */
function split(x: number): [whole: bigint, bits: bigint] {
  let bits = PI_BITS;
  while (x !== Math.floor(x)) {
    x *= 1048576;
    bits -= 20n;
  }
  return [BigInt(x), bits];
}

/** π/2 by Machin's formula: π/4 = 4 arctan(1/5) - arctan(1/239). */
function computeHalfPi(): bigint {
  const guard = 32n;
  const one = 1n << (PI_BITS + guard);
  return (2n * (4n * inverseTangent(5n, one) - inverseTangent(239n, one))) >>
    guard;
}

function inverseTangent(of: bigint, one: bigint): bigint {
  let power = one / of;
  let sum = power;
  for (let odd = 3n, sign = -1n; power > 0n; odd += 2n, sign = -sign) {
    power /= of * of;
    sum += sign * (power / odd);
  }
  return sum;
}
