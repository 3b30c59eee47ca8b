// Operations on numbers: one tight loop each.
import { LARGEST } from "../../core/expression/expression.ts";
import { rescale, toScaled } from "../../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";
import { cos, exp, log, pow, sin } from "../../core/values/math.ts";
import type { Operation, Operations } from "./operation.ts";
import { divideExact } from "./quotient.ts";
import { BEYOND, NULL, type Slot } from "./slot.ts";

/** Marks what is beyond ±2^53. At the very end, `exact` tells whether rounding has led there. */
function checkWhole(
  [a, b]: Slot[],
  out: Slot,
  count: number,
  exact: (x: number, y: number, made: number) => boolean,
): void {
  const { numbers, flags } = out;
  for (let i = 0; i < count; i++) {
    const made = numbers[i];
    if (made < LARGEST && made > -LARGEST) continue;
    const isEnd = made === LARGEST || made === -LARGEST;
    if (!isEnd || !exact(a.numbers[i], b.numbers[i], made)) flags[i] |= BEYOND;
  }
}

/** Marks what is no number. */
function checkFloat(out: Slot, count: number): void {
  const { numbers, flags } = out;
  for (let i = 0; i < count; i++) {
    const made = numbers[i];
    if (made - made !== 0) flags[i] |= BEYOND;
  }
}

function whole(
  loop: (x: Float64Array, y: Float64Array, z: Float64Array, n: number) => void,
  exact: (x: number, y: number, made: number) => boolean,
): Operation {
  return {
    compile: (args, out, { checked }) => {
      const [a, b] = args;
      if (!checked) {
        return (count) => loop(a.numbers, b.numbers, out.numbers, count);
      }
      return (count) => {
        loop(a.numbers, b.numbers, out.numbers, count);
        checkWhole(args, out, count, exact);
      };
    },
  };
}

function floats(
  loop: (x: Float64Array, y: Float64Array, z: Float64Array, n: number) => void,
): Operation {
  return {
    compile: ([a, b], out) => (count) => {
      loop(a.numbers, b.numbers, out.numbers, count);
      checkFloat(out, count);
    },
  };
}

function add(x: Float64Array, y: Float64Array, z: Float64Array, n: number) {
  for (let i = 0; i < n; i++) z[i] = x[i] + y[i];
}

function subtract(
  x: Float64Array,
  y: Float64Array,
  z: Float64Array,
  n: number,
) {
  for (let i = 0; i < n; i++) z[i] = x[i] - y[i];
}

/** Without a negative zero. */
function multiply(
  x: Float64Array,
  y: Float64Array,
  z: Float64Array,
  n: number,
) {
  for (let i = 0; i < n; i++) z[i] = x[i] * y[i] + 0;
}

/** Both are powers of two, or the product is not what it says. */
function exactProduct(x: number, y: number, made: number): boolean {
  return made % y === 0 && made / y === x;
}

/** One operand, a number to a number. */
function single(
  change: (x: number, value: number) => number,
  check?: "whole" | "float",
): Operation {
  return {
    compile: ([a], out, { value, checked }) => {
      const by = value as number;
      return (count) => {
        const { numbers } = out;
        const from = a.numbers;
        for (let i = 0; i < count; i++) numbers[i] = change(from[i], by);
        if (!checked) return;
        if (check === "float") checkFloat(out, count);
        else checkWhole([a, a], out, count, () => true);
      };
    },
  };
}

/** In double precision; NaN where there is no value, which is NULL. */
function partial(change: (x: number, y: number) => number): Operation {
  return {
    flags: true,
    compile: ([a, b = a], out) => (count) => {
      const { numbers, flags } = out;
      for (let i = 0; i < count; i++) {
        const made = change(a.numbers[i], b.numbers[i]);
        if (made !== made) {
          flags[i] |= NULL;
          numbers[i] = 0;
        } else {
          numbers[i] = made;
          if (made - made !== 0) flags[i] |= BEYOND;
        }
      }
    },
  };
}

/** Half away from zero to a decimal; fractions that are not clearly on one side are told by their digits. */
function fromFloat(x: number, scale: number): number {
  const scaled = x * POWERS_OF_TEN[scale];
  const size = scaled < 0 ? -scaled : scaled;
  if (!(size < 1e15)) return toScaled(x, scale) ?? Infinity;
  const floor = Math.floor(size);
  const rest = size - floor;
  if (rest > 0.499 && rest < 0.501) return toScaled(x, scale) ?? Infinity;
  const nearest = rest >= 0.5 ? floor + 1 : floor;
  return scaled < 0 && nearest !== 0 ? -nearest : nearest;
}

export const ARITHMETIC: Operations = {
  add: whole(add, (x, y, made) => made - x === y && made - y === x),
  subtract: whole(subtract, (x, y, made) => x - made === y && made + y === x),
  multiply: whole(multiply, exactProduct),
  addFloat: floats(add),
  subtractFloat: floats(subtract),
  multiplyFloat: floats(multiply),
  divide: {
    flags: true,
    compile: ([a, b], out) => (count) => {
      const { numbers, flags } = out;
      for (let i = 0; i < count; i++) {
        const divisor = b.numbers[i];
        if (divisor === 0) {
          flags[i] |= NULL;
          numbers[i] = 0;
        } else numbers[i] = a.numbers[i] / divisor + 0;
      }
      checkFloat(out, count);
    },
  },
  remainder: {
    flags: true,
    compile: ([a, b], out) => (count) => {
      const { numbers, flags } = out;
      for (let i = 0; i < count; i++) {
        const divisor = b.numbers[i];
        if (divisor === 0) {
          flags[i] |= NULL;
          numbers[i] = 0;
        } else numbers[i] = a.numbers[i] % divisor + 0;
      }
    },
  },
  divideExact: {
    flags: true,
    compile: ([a, b], out, { value }) => (count) => {
      const { numbers, flags } = out;
      const digits = value as number;
      for (let i = 0; i < count; i++) {
        if (b.numbers[i] === 0) {
          flags[i] |= NULL;
          numbers[i] = 0;
          continue;
        }
        const made = divideExact(a.numbers[i], b.numbers[i], digits);
        numbers[i] = made;
        if (!(made <= LARGEST && made >= -LARGEST)) flags[i] |= BEYOND;
      }
    },
  },
  negate: single((x) => 0 - x),
  abs: single((x) => x < 0 ? -x : x),
  sign: single((x) => x > 0 ? 1 : x < 0 ? -1 : 0),
  times: single((x, factor) => x * factor + 0),
  cut: single((x, unit) => cut(x, unit)),
  toFloat: single((x, unit) => x / unit + 0),
  fromFloat: single(fromFloat),
  floorBy: single((x, unit) => floorBy(x, unit)),
  ceilBy: single((x, unit) => 0 - floorBy(-x, unit)),
  floorFloat: single((x) => Math.floor(x) + 0),
  ceilFloat: single((x) => Math.ceil(x) + 0),
  towardsZero: single((x, unit) =>
    x < 0 ? 0 - floorBy(-x, unit) : floorBy(x, unit)
  ),
  wrap: single((x, size) => {
    const rest = x % size;
    return rest < 0 ? rest + size : rest + 0;
  }),
  bucket: single((x, n) => x % n),
  within: {
    compile: ([a], out, { value }) => {
      const [low, high] = String(value).split(" ").map(Number);
      return (count) => {
        const { numbers, flags } = out;
        for (let i = 0; i < count; i++) {
          const x = a.numbers[i];
          numbers[i] = x;
          if (!(x >= low && x <= high)) flags[i] |= BEYOND;
        }
      };
    },
  },
  min: {
    compile: ([a, b], out) => (count) => {
      const x = a.numbers, y = b.numbers, z = out.numbers;
      for (let i = 0; i < count; i++) z[i] = y[i] < x[i] ? y[i] : x[i];
    },
  },
  max: {
    compile: ([a, b], out) => (count) => {
      const x = a.numbers, y = b.numbers, z = out.numbers;
      for (let i = 0; i < count; i++) z[i] = y[i] > x[i] ? y[i] : x[i];
    },
  },
  sqrt: partial((x) => Math.sqrt(x) + 0),
  log: partial((x) => x > 0 ? log(x) : NaN),
  pow: partial((x, y) => pow(x, y)),
  exp: single((x) => exp(x), "float"),
  sin: single((x) => sin(x), "float"),
  cos: single((x) => cos(x), "float"),
};

/** Half away from zero. `unit` is a power of ten. */
function cut(x: number, unit: number): number {
  // 10^0 to 10^15: the scale is how many digits go.
  let digits = 0;
  while (POWERS_OF_TEN[digits] < unit) digits++;
  return rescale(x, digits, 0);
}

/** The quotient of whole numbers, rounded down, exactly. */
function floorBy(x: number, unit: number): number {
  const rest = x % unit;
  return (x - (rest < 0 ? rest + unit : rest)) / unit + 0;
}
