import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { orderByNeeds } from "../../core/graph.ts";

const graph = fc.array(
  fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
  { minLength: 12, maxLength: 12 },
);

function order(needs: number[][]) {
  return orderByNeeds(needs.keys(), (node) => needs[node]);
}

Deno.test("every node stands once in the order, and after what it needs where there is no circle", () => {
  fc.assert(fc.property(graph, (needs) => {
    const { order: found, cycles } = order(needs);
    assertEquals([...found].sort((a, b) => a - b), [...needs.keys()]);
    if (cycles.length > 0) return;
    for (const [i, node] of found.entries()) {
      for (const needed of needs[node]) assert(found.indexOf(needed) < i);
    }
  }));
});

Deno.test("a circle is found exactly where there is one, and is one", () => {
  fc.assert(fc.property(graph, (needs) => {
    const { cycles } = order(needs);
    assertEquals(cycles.length > 0, hasCircle(needs));
    for (const cycle of cycles) {
      for (const [i, node] of cycle.entries()) {
        assert(needs[node].includes(cycle[(i + 1) % cycle.length]));
      }
    }
  }));
});

/** By taking away, again and again, what needs nothing that is left. */
function hasCircle(needs: number[][]): boolean {
  const left = new Set(needs.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const node of [...left]) {
      if (!needs[node].some((needed) => left.has(needed))) left.delete(node);
    }
  }
  return left.size > 0;
}

Deno.test("what needs nothing stays as given", () => {
  assertEquals(order([[], [], []]).order, [0, 1, 2]);
  assertEquals(order([[2], [], []]).order, [2, 0, 1]);
});

Deno.test("a chain of a hundred thousand is no trouble", () => {
  const last = 100_000;
  const { order: found, cycles } = orderByNeeds(
    [0],
    (node) => node < last ? [node + 1] : [],
  );
  assertEquals([found.length, found[0], cycles.length], [last + 1, last, 0]);
});
