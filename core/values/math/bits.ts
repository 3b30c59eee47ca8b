// Ways into the bits of a double. Nothing here writes words and reads them as a double: on most processors that
// stalls, and costs more than the rest of a logarithm.

const LEAST_POWER = -1074;

/** 2^power at power + 1074, for all powers that a double can be. */
export const POWERS_OF_TWO: Float64Array = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2098);
  for (let i = 0, power = 5e-324; i < 2098; i++, power *= 2) powers[i] = power;
  return powers;
}

/** The upper 26 bits of x, rounded, so that products of two such are exact (Veltkamp's splitting), for |x| < 2^996. */
export function upperHalf(x: number): number {
  const scaled = x * 134217729;
  return scaled - (scaled - x);
}

/** x · 2^power, rounded once, for 1/4 < x < 4. */
export function scaled(x: number, power: number): number {
  if (power > 1023) return x * 2 * POWERS_OF_TWO[power - 1 - LEAST_POWER];
  if (power < -1020) {
    return x * POWERS_OF_TWO[power + 60 - LEAST_POWER] *
      POWERS_OF_TWO[-60 - LEAST_POWER];
  }
  return x * POWERS_OF_TWO[power - LEAST_POWER];
}
