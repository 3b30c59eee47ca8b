// How long the texts of a pattern are, and how much there is to it.
import type { PatternNode } from "./_parse.ts";

/** The most characters, choices and repetitions that one text can need. */
export function partsOf(node: PatternNode): number {
  switch (node.kind) {
    case "letter":
      return 1;
    case "sequence":
      return sum(node.parts);
    case "choice":
      return 1 + sum(node.alternatives);
    case "repeat":
      return 1 + node.max * (partsOf(node.part) || 1);
  }
}

/** Characters of the longest text. */
export function maxLength(node: PatternNode): number {
  switch (node.kind) {
    case "letter":
      return 1;
    case "sequence":
      return node.parts.reduce((total, one) => total + maxLength(one), 0);
    case "choice":
      return node.alternatives.reduce(
        (longest, one) => Math.max(longest, maxLength(one)),
        0,
      );
    case "repeat":
      return node.max * maxLength(node.part);
  }
}

function sum(nodes: readonly PatternNode[]): number {
  return nodes.reduce((total, node) => total + partsOf(node), 0);
}
