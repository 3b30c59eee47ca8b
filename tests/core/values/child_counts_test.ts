import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import {
  childCounts,
  type CountSpec,
} from "../../../core/values/child_counts.ts";
import { assertCounts } from "../../statistics.ts";

const DECK = 65536;

const NORMAL: CountSpec = {
  min: 0,
  max: 12,
  dist: { type: "normal", parameters: {} },
};

const SPECS: CountSpec[] = [
  { min: 3, max: 3 },
  { min: 0, max: 0 },
  { min: 0, max: 1 },
  { min: 0, max: 40 },
  { min: 1, max: 8 },
  NORMAL,
  { min: 0, max: 4294967296 },
];

for (const spec of SPECS) {
  const name = JSON.stringify(spec);

  Deno.test(`${name}: the ends of many parents are those of each`, () => {
    const counts = childCounts("0", "t", spec);
    const ends = new Float64Array(2 * DECK + 1);
    for (const from of [0, 5, DECK - 1, 3 * DECK + 7, 2 ** 20 * DECK + 1]) {
      const base = counts.first(from);
      counts.ends(from, ends.length, base, ends);
      ends.forEach((end, k) => {
        const first = counts.first(from + k + 1);
        if (first - base !== end) {
          assertEquals(end, first - base, `${from + k}`);
        }
      });
    }
  });

  Deno.test(`${name}: parents and children agree, parent by parent`, () => {
    const counts = childCounts("0", "t", spec);
    assertEquals(counts.first(0), 0);
    for (const from of [0, DECK - 100, 20 * DECK - 100]) {
      for (let parent = from; parent < from + 300; parent++) {
        const first = counts.first(parent);
        const end = counts.first(parent + 1);
        assert(end - first >= spec.min && end - first <= spec.max);
        if (end === first) continue;
        assertEquals(counts.parentOf(first), parent);
        assertEquals(counts.parentOf(end - 1), parent);
      }
    }
  });
}

Deno.test("every block of parents has the same total, and blocks are not alike", () => {
  const counts = childCounts("0", "t", NORMAL);
  const total = counts.first(DECK);
  for (const block of [2, 3, 100, 54321]) {
    assertEquals(counts.first(block * DECK), block * total);
  }
  const start = (block: number) =>
    Array.from(
      { length: 50 },
      (_, i) =>
        counts.first(block * DECK + i + 1) - counts.first(block * DECK + i),
    );
  assertNotEquals(start(0), start(1));
  assertNotEquals(
    start(0),
    Array.from({ length: 50 }, (_, i) => {
      const other = childCounts("1", "t", NORMAL);
      return other.first(i + 1) - other.first(i);
    }),
  );
});

Deno.test("a child a billion blocks away finds its parent", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 20 }),
      fc.nat({ max: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (min, more, share) => {
        const counts = childCounts("7", "t", { min, max: min + more + 1 });
        const child = Math.floor(share * 9007199254740991);
        const parent = counts.parentOf(child);
        assert(counts.first(parent) <= child);
        assert(child < counts.first(parent + 1));
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

Deno.test("the counts of few parents follow the distribution", () => {
  // 3,000 parents of a deck of 65,536, of 200 tables: each number from 0 to 9 as often.
  const observed = new Array(10).fill(0);
  for (let table = 0; table < 200; table++) {
    const counts = childCounts("0", `t${table}`, { min: 0, max: 9 });
    for (let parent = 0; parent < 15; parent++) {
      observed[counts.first(parent + 1) - counts.first(parent)]++;
    }
  }
  assertCounts(observed, new Array(10).fill(0.1));
});

Deno.test("neighbours' counts are independent", () => {
  const counts = childCounts("0", "t", { min: 0, max: 3 });
  const pairs = new Array(16).fill(0);
  for (let parent = 0; parent < 60000; parent += 2) {
    const one = counts.first(parent + 1) - counts.first(parent);
    const next = counts.first(parent + 2) - counts.first(parent + 1);
    pairs[4 * one + next]++;
  }
  assertCounts(pairs, new Array(16).fill(1 / 16));
});

Deno.test("a whole block has each number exactly as often as it should", () => {
  const counts = childCounts("0", "t", { min: 0, max: 7 });
  const observed = new Array(8).fill(0);
  for (let parent = DECK; parent < 2 * DECK; parent++) {
    observed[counts.first(parent + 1) - counts.first(parent)]++;
  }
  assertEquals(observed, new Array(8).fill(DECK / 8));
});
