// Orders what depends on each other; finds circles.

export interface Ordered<T> {
  /** Every node after those it needs, else as given. */
  order: T[];
  /** Each circle once, as nodes of which each needs the next and the last needs the first. */
  cycles: T[][];
}

/**
 * Puts each node after the ones it needs (depth first, without recursion: a chain may be as long as it likes).
 *
 * Where nodes need each other in a circle, one of the needs is left out of account.
 */
export function orderByNeeds<T>(
  nodes: Iterable<T>,
  needs: (node: T) => Iterable<T>,
): Ordered<T> {
  const order: T[] = [];
  const cycles: T[][] = [];
  const state = new Map<T, "open" | "done">();
  for (const root of nodes) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path = [{ node: root, rest: needs(root)[Symbol.iterator]() }];
    while (path.length > 0) {
      const { node, rest } = path[path.length - 1];
      const next = rest.next();
      if (next.done) {
        state.set(node, "done");
        order.push(node);
        path.pop();
        continue;
      }
      const needed = next.value;
      const seen = state.get(needed);
      if (seen === "open") {
        const from = path.findIndex((step) => step.node === needed);
        cycles.push(path.slice(from).map((step) => step.node));
      } else if (seen === undefined) {
        state.set(needed, "open");
        path.push({ node: needed, rest: needs(needed)[Symbol.iterator]() });
      }
    }
  }
  return { order, cycles };
}
