import { assert, assertEquals } from "@std/assert";
import { cos, exp, log, pow, sin } from "../../../core/values/math.ts";
import * as functions from "../../../core/values/math.ts";
import reference from "./math_reference.json" with { type: "json" };

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** How many doubles lie from one to the other; of equal signs. */
function steps(a: number, b: number): number {
  double[0] = a;
  const bitsOfA = bits[0];
  double[0] = b;
  return Math.abs(Number(bitsOfA - bits[0]));
}

// Those that are composed of others, or quotients of polynomials of their own.
const ALLOWED: Record<string, number> = {
  log1p: 3,
  expm1: 3,
  erfc: 4,
  normalQuantile: 6,
};

for (const [name, rows] of Object.entries(reference)) {
  const allowed = ALLOWED[name] ?? 1;
  Deno.test(`${name} is within ${allowed} of the correctly rounded double`, () => {
    const apply = (functions as Record<string, unknown>)[name] as (
      ...x: number[]
    ) => number;
    assert(rows.length > 90);
    for (const row of rows) {
      const exact = row.at(-1)!;
      const result = apply(...row.slice(0, -1));
      assert(
        Math.sign(result) === Math.sign(exact) &&
          steps(result, exact) <= allowed,
        `${name}(${row.slice(0, -1)}) is ${result}, not ${exact}`,
      );
    }
  });
}

Deno.test("log, exp, sin and cos know their special cases", () => {
  assertEquals([0, -0, 1, Infinity, -1, NaN].map(log), [
    -Infinity,
    -Infinity,
    0,
    Infinity,
    NaN,
    NaN,
  ]);
  assertEquals([0, 1, -Infinity, Infinity, NaN, 710, -746].map(exp), [
    1,
    Math.E,
    0,
    Infinity,
    NaN,
    Infinity,
    0,
  ]);
  assertEquals([0, Infinity, -Infinity, NaN].map(sin), [0, NaN, NaN, NaN]);
  assertEquals([0, Infinity, NaN].map(cos), [1, NaN, NaN]);
  assertEquals(log(5e-324), -744.4400719213812);
});

Deno.test("pow treats special arguments as JavaScript does", () => {
  const specials = [
    0,
    -0,
    1,
    -1,
    2,
    -2,
    0.5,
    -0.5,
    3,
    -3,
    1e300,
    -1e300,
    9007199254740991,
    2 ** 70,
    5e-324,
    Infinity,
    -Infinity,
    NaN,
  ];
  for (const x of specials) {
    for (const y of specials) {
      const expected = x ** y;
      const result = pow(x, y);
      // Where nothing is special, an engine's own may be a step away.
      if (Number.isFinite(expected) && expected !== 0) {
        assert(steps(result, expected) <= 2, `${x} to the ${y}: ${result}`);
      } else assertEquals(result, expected, `${x} to the ${y}`);
    }
  }
});

Deno.test("whole powers that fit a double are exact", () => {
  for (let base = 2; base <= 20; base++) {
    for (let n = 0, power = 1; power < 2 ** 53; n++, power *= base) {
      assertEquals(pow(base, n), power, `${base} to the ${n}`);
    }
  }
});
