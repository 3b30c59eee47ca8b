// Regular expressions as trees of what a text can be made of; whatever cannot be made is reported with its place.
import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { classOf } from "../../core/values/unicode.ts";
import { addCases } from "./_cases.ts";
import {
  type Edges,
  isMark,
  NOT_AT_EDGE,
  type Part,
  wrongBoundaries,
} from "./_edges.ts";
import { maxLength, partsOf } from "./_measures.ts";
import type { PatternNode } from "./_node.ts";

export interface PatternProblem {
  message: string;
  hint?: string;
  at: { start: number; length: number };
}

/** `*`, `+` and `{n,}` repeat up to so many times more than their least number. */
export const MORE_REPEATS = 8;
/** A text's most characters. */
const MAX_LENGTH = 65536;
/** Characters, choices and repetitions of all branches together: what a pattern may take to make ready. */
const MAX_PARTS = 2 * MAX_LENGTH;

const SPACE = 32;
const TILDE = 126;

/** The tree of a pattern; what is wrong with it stands in `problems`, and the tree then means nothing. */
export function parsePattern(
  source: string,
): { node: PatternNode; problems: PatternProblem[] } {
  const reader = new PatternReader();
  const node = reader.read(source);
  return { node, problems: reader.problems };
}

class PatternReader {
  readonly problems: PatternProblem[] = [];
  /** Whether letters stand for both cases. */
  #anyCase = false;

  read(source: string): PatternNode {
    let tree: AST.Pattern;
    try {
      // In Unicode mode characters beyond 0xffff are one, but `\-` and other needless escapes are errors.
      const unicode = /[\ud800-\udfff]|\\u\{|\\[pP]\{/.test(source);
      tree = new RegExpParser().parsePattern(source, 0, source.length, {
        unicode,
      });
    } catch (error) {
      this.#addSyntaxError(source, error);
      return { kind: "sequence", parts: [] };
    }
    const node = this.#choice(tree.alternatives, { start: true, end: true });
    if (this.problems.length > 0) return node;
    const at = { start: 0, length: source.length };
    if (maxLength(node) > MAX_LENGTH) {
      this.problems.push({
        message: "the pattern makes texts that are too long",
        hint: `expected at most ${MAX_LENGTH} characters`,
        at,
      });
    } else if (partsOf(node) > MAX_PARTS) {
      this.problems.push({
        message: "the pattern has too many parts",
        hint:
          `expected at most ${MAX_PARTS} characters, choices and repetitions in all its branches`,
        at,
      });
    }
    return node;
  }

  #addSyntaxError(source: string, error: unknown): void {
    if (!(error instanceof SyntaxError)) throw error;
    const reason = error.message.slice(error.message.lastIndexOf(": ") + 2);
    const index = (error as SyntaxError & { index?: number }).index ?? 0;
    const start = Math.min(index, Math.max(source.length - 1, 0));
    this.problems.push({
      message: "the pattern is not a regular expression",
      hint: reason[0].charCodeAt(0) < 91
        ? String.fromCharCode(reason.charCodeAt(0) | 32) + reason.slice(1)
        : reason,
      at: { start, length: 1 },
    });
  }

  #refuse(node: AST.Node, message: string, hint?: string): PatternNode {
    const at = { start: node.start, length: node.end - node.start };
    this.problems.push({ message, hint, at });
    return { kind: "sequence", parts: [] };
  }

  #choice(alternatives: readonly AST.Alternative[], edges: Edges): PatternNode {
    const nodes = alternatives.map((one) => this.#sequence(one, edges));
    return nodes.length === 1
      ? nodes[0]
      : { kind: "choice", alternatives: nodes };
  }

  /** Anchors at the edges say nothing; what is in between may be at an edge itself. */
  #sequence({ elements }: AST.Alternative, edges: Edges): PatternNode {
    const marks = elements.map(isMark);
    const first = marks.indexOf(false);
    const last = marks.lastIndexOf(false);
    const parts: Part[] = [];
    for (const [i, element] of elements.entries()) {
      const atStart = edges.start && (i <= first || first < 0);
      const atEnd = edges.end && i >= last;
      if (element.type === "Assertion") {
        if (element.kind === "start" && atStart) continue;
        if (element.kind === "end" && atEnd) continue;
        if (element.kind === "word") {
          parts.push({ boundary: element });
          continue;
        }
      }
      const node = this.#element(element, { start: atStart, end: atEnd });
      parts.push({ node });
    }
    for (const boundary of wrongBoundaries(parts, edges)) {
      this.#refuse(
        boundary,
        `it cannot be told whether ${boundary.raw} holds here`,
        "expected characters that are all of \\w on one side, and none or the end on the other",
      );
    }
    const nodes = parts.flatMap(({ node }) => node ?? []);
    return nodes.length === 1 ? nodes[0] : { kind: "sequence", parts: nodes };
  }

  #element(element: AST.Element, edges: Edges): PatternNode {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        return this.#letter(element);
      case "Group":
        return this.#group(element, edges);
      case "CapturingGroup":
        return this.#choice(element.alternatives, edges);
      case "Quantifier":
        return {
          kind: "repeat",
          part: this.#element(element.element, NOT_AT_EDGE),
          min: element.min,
          max: element.max === Infinity
            ? element.min + MORE_REPEATS
            : element.max,
        };
      case "Backreference":
        return this.#refuse(
          element,
          "back-references cannot be used to make texts",
        );
      case "Assertion":
        return this.#assertion(element);
      default:
        return this.#refuse(element, `"${element.raw}" cannot be made`);
    }
  }

  /** `(?i:…)` has letters of both cases; that `.` matches line breaks, or anchors lines, changes nothing. */
  #group({ modifiers, alternatives }: AST.Group, edges: Edges): PatternNode {
    const outside = this.#anyCase;
    if (modifiers?.add.ignoreCase) this.#anyCase = true;
    if (modifiers?.remove?.ignoreCase) this.#anyCase = false;
    const node = this.#choice(alternatives, edges);
    this.#anyCase = outside;
    return node;
  }

  #assertion(assertion: AST.Assertion): PatternNode {
    switch (assertion.kind) {
      case "start":
        return this.#refuse(
          assertion,
          "^ can only stand at the beginning",
          "write \\^ for the character",
        );
      case "end":
        return this.#refuse(
          assertion,
          "$ can only stand at the end",
          "write \\$ for the character",
        );
      default:
        return this.#refuse(
          assertion,
          "look-around cannot be used to make texts",
          "write what may stand there as characters and alternatives",
        );
    }
  }

  #letter(
    node: AST.Character | AST.CharacterSet | AST.CharacterClass,
  ): PatternNode {
    const points = new Set<number>();
    const before = this.problems.length;
    this.#addPoints(node, points);
    if (this.#anyCase) addCases(points);
    const characters = [...points]
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .sort((a, b) => a - b)
      .map((point) => String.fromCodePoint(point));
    if (characters.length === 0 && this.problems.length === before) {
      return this.#refuse(
        node,
        `no character matches ${node.raw}`,
        "negated classes are of printable ASCII, and there are no surrogates and unassigned characters",
      );
    }
    return { kind: "letter", characters };
  }

  #addPoints(
    node:
      | AST.Character
      | AST.CharacterSet
      | AST.CharacterClass
      | AST.CharacterClassElement,
    points: Set<number>,
  ): void {
    switch (node.type) {
      case "Character":
        points.add(node.value);
        break;
      case "CharacterClassRange":
        for (let point = node.min.value; point <= node.max.value; point++) {
          points.add(point);
        }
        break;
      case "CharacterSet":
        if (node.kind === "property") {
          this.#addProperty(node, points);
          break;
        }
        for (let point = SPACE; point <= TILDE; point++) {
          if (node.kind === "any" || isOf(node.kind, point) !== node.negate) {
            points.add(point);
          }
        }
        break;
      case "CharacterClass": {
        const named = new Set<number>();
        for (const element of node.elements) this.#addPoints(element, named);
        if (this.#anyCase) addCases(named);
        if (!node.negate) {
          for (const point of named) points.add(point);
          break;
        }
        for (let point = SPACE; point <= TILDE; point++) {
          if (!named.has(point)) points.add(point);
        }
        break;
      }
      default:
        this.#refuse(node, `${node.raw} cannot be used to make texts`);
    }
  }

  #addProperty(
    node: AST.UnicodePropertyCharacterSet,
    points: Set<number>,
  ): void {
    const found = classOf(node.key, node.value);
    if (found === undefined) {
      this.#refuse(
        node,
        `characters of ${node.raw} are not known`,
        "there are general categories, scripts and properties such as Alphabetic and Emoji",
      );
      return;
    }
    if (!node.negate) {
      for (const point of found) points.add(point);
      return;
    }
    const named = new Set(found);
    for (let point = SPACE; point <= TILDE; point++) {
      if (!named.has(point)) points.add(point);
    }
  }
}

/** Whether a printable ASCII character is of a class. */
function isOf(kind: "digit" | "space" | "word", point: number): boolean {
  const digit = point >= 48 && point <= 57;
  if (kind === "digit") return digit;
  if (kind === "space") return point === SPACE;
  return digit || point === 95 || point >= 65 && point <= 90 ||
    point >= 97 && point <= 122;
}
