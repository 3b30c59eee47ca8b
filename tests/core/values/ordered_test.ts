import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { risingStep, stepsBefore } from "../../../core/values/ordered.ts";

/** Small numbers, huge ones, and those near powers of two. */
const anyCount = fc.oneof(
  fc.integer({ min: 1, max: 50 }),
  fc.maxSafeInteger().map((n) => Math.abs(n) + 1),
  fc.tuple(fc.integer({ min: 1, max: 53 }), fc.integer({ min: -2, max: 2 }))
    .map(([power, off]) => Math.min(2 ** 53, Math.max(1, 2 ** power + off))),
);

Deno.test("the parts of a range are cut exactly, as integers of any size would be", () => {
  fc.assert(
    fc.property(
      anyCount,
      anyCount,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, steps, share) => {
        const k = Math.min(n, Math.floor(share * n));
        for (const at of [k, n - 1, n]) {
          assertEquals(
            BigInt(stepsBefore(at, n, steps)),
            BigInt(at) * BigInt(steps) / BigInt(n),
          );
        }
      },
    ),
    { numRuns: 20_000, seed: 1 },
  );
});

Deno.test("with at least as many steps as rows every row has a step of its own", () => {
  fc.assert(
    fc.property(anyCount, anyCount, (a, b) => {
      const [n, steps] = a < b ? [a, b] : [b, a];
      assertEquals(stepsBefore(0, n, steps), 0);
      assertEquals(stepsBefore(n, n, steps), steps);
      for (const k of [0, 1, 2, n >> 1, n - 3, n - 2, n - 1]) {
        if (k < 0 || k >= n) continue;
        assert(stepsBefore(k + 1, n, steps) > stepsBefore(k, n, steps));
      }
    }),
    { numRuns: 5000, seed: 2 },
  );
});

Deno.test("rising steps rise strictly wherever they can, whatever the quantiles say", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
        minLength: 60,
        maxLength: 60,
      }),
      (n, steps, shares) => {
        const asked = shares.slice(0, n).sort((a, b) => a - b)
          .map((share) => Math.floor(share * steps));
        const rising = asked.map((step, k) => risingStep(step, k, n, steps));
        rising.forEach((step, k) => {
          assert(step >= 0 && step < steps);
          if (k === 0) return;
          if (steps >= n) assert(step > rising[k - 1]);
          else assert(step >= rising[k - 1]);
        });
      },
    ),
    { numRuns: 3000, seed: 3 },
  );
});
