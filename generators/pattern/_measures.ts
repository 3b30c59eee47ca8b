// How long the texts of a pattern are, and how much there is to it.
import { isPlainText } from "../../core/values/plain.ts";
import { letterSet } from "../_texts/letters.ts";
import type { PatternNode } from "./_node.ts";

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

export function maxBytes(node: PatternNode): number {
  switch (node.kind) {
    case "letter":
      return letterSet(node.characters).maxBytes;
    case "sequence":
      return node.parts.reduce((total, part) => total + maxBytes(part), 0);
    case "choice":
      return node.alternatives.reduce(
        (longest, one) => Math.max(longest, maxBytes(one)),
        0,
      );
    case "repeat":
      return node.max * maxBytes(node.part);
  }
}

/** Whether no text can be empty or have a character that some format quotes or escapes. */
export function isPlainPattern(node: PatternNode): boolean {
  return minLength(node) > 0 && hasPlainCharacters(node);
}

function hasPlainCharacters(node: PatternNode): boolean {
  switch (node.kind) {
    case "letter":
      return node.characters.every(isPlainText);
    case "sequence":
      return node.parts.every(hasPlainCharacters);
    case "choice":
      return node.alternatives.every(hasPlainCharacters);
    case "repeat":
      return hasPlainCharacters(node.part);
  }
}

function minLength(node: PatternNode): number {
  switch (node.kind) {
    case "letter":
      return 1;
    case "sequence":
      return node.parts.reduce((total, part) => total + minLength(part), 0);
    case "choice":
      return node.alternatives.reduce(
        (least, one) => Math.min(least, minLength(one)),
        Infinity,
      );
    case "repeat":
      return node.min * minLength(node.part);
  }
}

/** How many characters all texts have; undefined where it is not the same for all. */
export function widthOf(node: PatternNode): number | undefined {
  switch (node.kind) {
    case "letter": {
      const widths = new Set(node.characters.map((one) => [...one].length));
      return widths.size === 1 ? [...widths][0] : undefined;
    }
    case "sequence":
      return addUp(node.parts.map(widthOf));
    case "choice": {
      const widths = new Set(node.alternatives.map(widthOf));
      return widths.size === 1 ? [...widths][0] : undefined;
    }
    case "repeat": {
      const width = widthOf(node.part);
      if (width === undefined || width === 0) return width;
      return node.max === node.min ? node.min * width : undefined;
    }
  }
}

function addUp(widths: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const width of widths) {
    if (width === undefined) return undefined;
    total += width;
  }
  return total;
}
