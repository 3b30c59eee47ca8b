// Texts as patterns: those of a list branch where they differ, so that long lists stay quick to take apart.
import type { PatternNode } from "./_node.ts";

export function textNode(text: string): PatternNode {
  return {
    kind: "sequence",
    parts: [...text].map((character) => ({
      kind: "letter",
      characters: [character],
    })),
  };
}

export function textsNode(texts: readonly string[]): PatternNode {
  return choiceNode(texts.map(textNode));
}

export function choiceNode(alternatives: PatternNode[]): PatternNode {
  return alternatives.length === 1
    ? alternatives[0]
    : { kind: "choice", alternatives };
}
