import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { divideExact } from "../../../source/expression/quotient.ts";

/** Half away from zero, by whole numbers of any size. */
function expected(a: number, b: number, digits: number): number {
  const ten = 10n ** BigInt(Math.abs(digits));
  const x = BigInt(a) * (digits > 0 ? ten : 1n);
  const y = BigInt(b) * (digits < 0 ? ten : 1n);
  const size = (n: bigint) => n < 0n ? -n : n;
  const made = (2n * size(x) / size(y) + 1n) / 2n;
  const value = (x < 0n) !== (y < 0n) ? -made : made;
  return Number(value);
}

Deno.test("quotients are exact to the last digit, whatever the size of what is divided", () => {
  const whole = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -1000, max: 1000 }),
    fc.constantFrom(9007199254740991, -9007199254740991, 1, 10, 5, 2, 3),
  );
  fc.assert(
    fc.property(
      whole,
      whole.filter((b) => b !== 0),
      fc.integer({ min: -10, max: 21 }),
      (a, b, digits) => {
        const made = divideExact(a, b, digits);
        const right = expected(a, b, digits);
        if (Math.abs(right) > Number.MAX_SAFE_INTEGER) {
          assertEquals(Math.abs(made) > Number.MAX_SAFE_INTEGER, true);
        } else assertEquals(made + 0, right + 0);
      },
    ),
    { numRuns: 20_000, seed: 3 },
  );
});
