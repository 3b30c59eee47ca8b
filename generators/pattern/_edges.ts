// What is at the ends of texts and words: where anchors say nothing, and where a word boundary is sure to be.
import type { AST } from "@eslint-community/regexpp";
import type { PatternNode } from "./_node.ts";

/** Whether a stretch of the pattern begins and ends where the whole text does. */
export interface Edges {
  start: boolean;
  end: boolean;
}

export const NOT_AT_EDGE: Edges = { start: false, end: false };

/** A part of a sequence, or a word boundary between two. */
export type Part =
  | { node: PatternNode; boundary?: undefined }
  | { boundary: AST.WordBoundaryAssertion; node?: undefined };

/** Whether an element has no characters of its own. */
export function isMark(element: AST.Element): boolean {
  return element.type === "Assertion" &&
    (element.kind === "start" || element.kind === "end" ||
      element.kind === "word");
}

/** The boundaries of a sequence that do not hold in every text. */
export function wrongBoundaries(
  parts: readonly Part[],
  edges: Edges,
): AST.WordBoundaryAssertion[] {
  return parts.flatMap(({ boundary }, i) => {
    if (boundary === undefined) return [];
    const before = parts.slice(0, i).findLast(({ node }) => node !== undefined);
    const after = parts.slice(i).find(({ node }) => node !== undefined);
    const left = before?.node === undefined
      ? outside(edges.start)
      : wordness(before.node, -1);
    const right = after?.node === undefined
      ? outside(edges.end)
      : wordness(after.node, 0);
    const holds = left !== undefined && right !== undefined &&
      (left !== right) === !boundary.negate;
    return holds ? [] : [boundary];
  });
}

/** What is beyond a text is no word. */
function outside(edge: boolean): boolean | undefined {
  return edge ? false : undefined;
}

/** Whether texts begin (0) or end (-1) with a character of `\w`; undefined where some do, or are empty. */
function wordness(node: PatternNode, side: 0 | -1): boolean | undefined {
  switch (node.kind) {
    case "letter": {
      const words = node.characters.filter((one) => /^[0-9A-Z_a-z]$/.test(one));
      if (words.length === 0) return false;
      return words.length === node.characters.length ? true : undefined;
    }
    case "sequence": {
      const part = node.parts.at(side);
      return part === undefined ? undefined : wordness(part, side);
    }
    case "choice": {
      const [first, ...others] = node.alternatives.map((one) =>
        wordness(one, side)
      );
      return others.every((one) => one === first) ? first : undefined;
    }
    case "repeat":
      return node.min === 0 ? undefined : wordness(node.part, side);
  }
}
