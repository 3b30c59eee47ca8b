import { assert, assertEquals, assertThrows } from "@std/assert";
import { Permutation, permuteEach } from "../../../core/values/permutation.ts";
import { RandomContext } from "../../../source/context/random.ts";
import { assertCounts } from "../../statistics.ts";

const TWO_53 = 2 ** 53;
const keys = new RandomContext("keys").stream("t", "c", "unique");

function permutation(size: number, number = 0): Permutation {
  return new Permutation(
    keys.wordAt(number, 0),
    keys.wordAt(number, 1),
    size,
  );
}

/** Where `count` numbers from `from` on go, `stride` apart. */
function images(
  one: Permutation,
  count: number,
  from = 0,
  stride = 1,
): Float64Array {
  const out = Float64Array.from({ length: count }, (_, i) => from + i * stride);
  one.permute(out, count);
  return out;
}

function uniform(cells: number): number[] {
  return new Array(cells).fill(1 / cells);
}

Deno.test("a permutation of every size from 1 to 2000 hits every number once", () => {
  for (let size = 1; size <= 2000; size++) {
    const hits = new Uint8Array(size);
    for (const image of images(permutation(size, size), size)) hits[image]++;
    assert(hits.every((count) => count === 1), `size ${size}`);
  }
});

Deno.test("a permutation of larger sizes hits every number once", () => {
  for (const bits of [15, 16, 17, 20]) {
    for (const size of [2 ** bits - 1, 2 ** bits, 2 ** bits + 1]) {
      const hits = new Uint8Array(size);
      for (const image of images(permutation(size), size)) hits[image]++;
      assert(hits.every((count) => count === 1), `size ${size}`);
    }
  }
});

Deno.test("huge permutations stay below their size and never repeat", () => {
  for (
    const size of [
      2 ** 31,
      2 ** 32 - 5,
      2 ** 32,
      2 ** 32 + 1,
      2 ** 33,
      3e12,
      2 ** 52 + 1,
      TWO_53,
    ]
  ) {
    const one = permutation(size);
    const step = Math.floor(size / 50000);
    const seen = new Set<number>();
    for (const stride of [1, step]) {
      for (const image of images(one, 50000, stride === 1 ? 1 : 0, stride)) {
        assert(image >= 0 && image < size && Number.isInteger(image));
        seen.add(image);
      }
    }
    // The strides may meet in a few numbers.
    const asked = new Set<number>();
    for (let i = 0; i < 50000; i++) asked.add(1 + i).add(i * step);
    assertEquals(seen.size, asked.size, `size ${size}`);
    assert(one.at(size - 1) < size);
  }
});

Deno.test("one at a time, in batches and each with its own keys are the same", () => {
  for (const size of [1, 2, 3, 7, 100, 5000, 70000, 2 ** 32, 2 ** 40]) {
    const one = permutation(size, 9);
    const count = Math.min(size, 300);
    const batch = images(one, count);
    const each = Float64Array.from({ length: count }, (_, i) => i);
    permuteEach(
      each,
      count,
      new Uint32Array(count).fill(keys.wordAt(9, 0)),
      new Int32Array(count).fill(keys.wordAt(9, 1)),
      new Float64Array(count).fill(size),
    );
    assertEquals(each, batch);
    for (let i = 0; i < count; i++) assertEquals(one.at(i), batch[i]);
  }
});

Deno.test("every order of a few things is equally likely", () => {
  for (const size of [2, 3, 4, 5, 6]) {
    const orders = new Map<string, number>();
    let count = 1;
    for (let i = 2; i <= size; i++) count *= i;
    for (let number = 0; number < 500 * count; number++) {
      const order = images(permutation(size, number), size).join();
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    assertEquals(orders.size, count);
    assertCounts([...orders.values()], uniform(count));
  }
});

Deno.test("where two numbers go together is uniform over keys", () => {
  for (const size of [7, 16, 17, 31, 40, 64, 100]) {
    for (const [i, j] of [[0, 1], [0, size >> 1], [size - 2, size - 1]]) {
      const counts = new Array(size * (size - 1)).fill(0);
      for (let number = 0; number < 20 * counts.length; number++) {
        const one = permutation(size, number);
        const a = one.at(i);
        const b = one.at(j);
        counts[a * (size - 1) + (b < a ? b : b - 1)]++;
      }
      assertCounts(counts, uniform(counts.length));
    }
  }
});

const LARGE = [
  40000,
  2 ** 16,
  100000,
  1e6,
  2 ** 24 + 1,
  1e9,
  2 ** 32,
  1e10,
  3e12,
  2 ** 52,
  TWO_53,
];

Deno.test("numbers in a row, and apart, go anywhere: pairs are uniform", () => {
  const cells = 40;
  for (const size of LARGE) {
    for (const stride of [1, 2, 7, 1024, 2 ** 32]) {
      const count = Math.min(50000, Math.floor(size / stride / 8));
      if (count < 5000) continue;
      const out = images(permutation(size, stride), count, 3, stride);
      const pairs = new Array(cells * cells).fill(0);
      for (let i = 1; i < count; i++) {
        const a = Math.floor(out[i - 1] / size * cells);
        pairs[a * cells + Math.floor(out[i] / size * cells)]++;
      }
      assertCounts(pairs, uniform(cells * cells));
    }
  }
});

Deno.test("what comes out rises and falls in runs as random numbers do", () => {
  // Runs up that end after 1, 2, … numbers, the next number left out: Knuth, 3.3.2, exercise 14.
  const lengths = [1, 2, 3, 4, 5, 6];
  const factorial = (n: number): number => n < 2 ? 1 : n * factorial(n - 1);
  const theory = lengths.map((n) => 1 / factorial(n) - 1 / factorial(n + 1));
  theory[5] = 1 / factorial(6);
  for (const size of LARGE) {
    const count = Math.min(size >> 3 || 100000, 100000);
    const out = images(permutation(size, 5), count);
    const counts = new Array(6).fill(0);
    for (let i = 0; i + 1 < count;) {
      let length = 1;
      while (i + length < count && out[i + length] > out[i + length - 1]) {
        length++;
      }
      counts[Math.min(length, 6) - 1]++;
      i += length + 1;
    }
    assertCounts(counts, theory);
  }
});

Deno.test("neighbours are not correlated", () => {
  for (const size of LARGE) {
    const count = 20000;
    for (const lag of [1, 2, 16]) {
      const out = images(permutation(size, lag), Math.min(size, count + lag));
      let sum = 0;
      for (let i = lag; i < out.length; i++) {
        sum += (out[i] / size - 0.5) * (out[i - lag] / size - 0.5);
      }
      // Each product has a standard deviation of 1/12.
      const z = sum * 12 / Math.sqrt(out.length - lag);
      assert(Math.abs(z) < 4.75, `size ${size}, lag ${lag}: ${z}`);
    }
  }
});

Deno.test("every bit that goes in changes every bit that comes out half the time", () => {
  for (const bits of [16, 20, 24, 32, 33, 40, 53]) {
    const trials = 4000;
    for (let from = 0; from < bits; from += 3) {
      const changed = new Array(bits).fill(0);
      for (let number = 0; number < trials; number++) {
        const one = permutation(2 ** bits, number);
        const x = number * 7919 % 2 ** bits;
        const flipped = Math.floor(x / 2 ** from) % 2 === 1
          ? x - 2 ** from
          : x + 2 ** from;
        const a = one.at(x);
        const b = one.at(flipped);
        for (let to = 0; to < bits; to++) {
          if (
            Math.floor(a / 2 ** to) % 2 !== Math.floor(b / 2 ** to) % 2
          ) changed[to]++;
        }
      }
      changed.forEach((count, to) => {
        const share = count / trials;
        assert(
          Math.abs(share - 0.5) < 0.05,
          `${bits} bits, ${from} to ${to}: ${share}`,
        );
      });
    }
  }
});

Deno.test("other keys give other permutations", () => {
  for (const size of [50, 5000, 1e6, 2 ** 40]) {
    const one = images(permutation(size, 1), 50);
    assert(images(permutation(size, 2), 50).join() !== one.join());
    const a = keys.wordAt(1, 0);
    const b = keys.wordAt(1, 1);
    for (let bit = 0; bit < 32; bit++) {
      const flip = 1 << bit;
      assert(
        images(new Permutation(a ^ flip, b, size), 50).join() !== one.join(),
      );
      assert(
        images(new Permutation(a, b ^ flip, size), 50).join() !== one.join(),
      );
    }
  }
});

Deno.test("a size that cannot be permuted is refused", () => {
  for (const size of [0, -1, 1.5, NaN, Infinity, TWO_53 + 2]) {
    assertThrows(
      () => new Permutation(1, 2, size),
      RangeError,
      "Cannot permute",
    );
  }
});
