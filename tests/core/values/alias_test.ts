import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { AliasTable } from "../../../core/values/alias.ts";
import { Rows } from "../../../core/values/rows.ts";
import { RandomContext } from "../../../source/context/random.ts";
import { assertCounts } from "../../statistics.ts";

const stream = new RandomContext("7").stream("t", "c", "alias");

function counts(weights: number[], draws: number): number[] {
  const table = new AliasTable(weights);
  const picks = new Uint32Array(draws);
  table.pick(stream, new Rows(draws).range(0, draws), 0, picks);
  const found = weights.map(() => 0);
  for (const pick of picks) found[pick]++;
  return found;
}

Deno.test("entries are picked as often as their weights say", () => {
  for (
    const weights of [
      [1],
      [80, 15, 5],
      [1, 0, 3, 0],
      [0.1, 0.2, 0.7],
      Array.from({ length: 1000 }, (_, i) => i + 1),
    ]
  ) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    assertCounts(
      counts(weights, 1_000_000),
      weights.map((weight) => weight / total),
    );
  }
});

Deno.test("an entry without weight is never picked", () => {
  const found = counts([0, 1, 0, 1e-9, 0, 1, 0], 100_000);
  assertEquals([found[0], found[2], found[4], found[6]], [0, 0, 0, 0]);
});

Deno.test("one row and a chunk pick the same", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 1, maxLength: 200 }),
      fc.nat(2 ** 31),
      (weights, row) => {
        fc.pre(weights.some((weight) => weight > 0));
        const table = new AliasTable(weights);
        const picks = new Uint32Array(50);
        table.pick(stream, new Rows(50).range(row, 50), 3, picks);
        for (let i = 0; i < 50; i++) {
          assertEquals(table.pickAt(stream, row + i, 3), picks[i]);
        }
      },
    ),
  );
});

Deno.test("words at the edge of a cell are decided by 32 more bits", () => {
  // A stream whose first word lies just below the middle, with any second word.
  const edge = (first: number, second: number) => ({
    ...stream,
    words: (_: Rows, __: number, out: Int32Array | Uint32Array) => {
      out[0] = first;
    },
    wordAt: (_: number, draw: number) => draw === 0 ? first : second,
  });
  const table = new AliasTable([3, 2, 1]);
  const rows = new Rows(1).range(0, 1);
  const picked = new Set<number>();
  for (const second of [0, 2 ** 31, 2 ** 32 - 1]) {
    // 2^32 / 3 is not whole: the cell changes within this word.
    const fixed = edge(1431655765, second) as unknown as typeof stream;
    const out = new Uint32Array(1);
    table.pick(fixed, rows, 0, out);
    assertEquals(out[0], table.pickAt(fixed, 0, 0));
    picked.add(out[0]);
  }
  assert(picked.size === 2);
});

Deno.test("weights that say nothing are refused", () => {
  for (const weights of [[], [0, 0], [1, -1], [NaN], [Infinity]]) {
    assertThrows(
      () => new AliasTable(weights),
      RangeError,
      "Cannot choose by weight",
    );
  }
});
