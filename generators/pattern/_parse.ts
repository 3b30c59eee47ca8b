// Regular expressions as trees of what a text can be made of; whatever cannot be made is reported with its place.
import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** What a stretch of text is: one of some characters, parts in a row, one of several, or one repeated. */
export type PatternNode =
  | { kind: "letter"; characters: string[] }
  | { kind: "sequence"; parts: PatternNode[] }
  | { kind: "choice"; alternatives: PatternNode[] }
  | { kind: "repeat"; part: PatternNode; min: number; max: number };

export interface PatternProblem {
  message: string;
  hint?: string;
  at: { start: number; length: number };
}

/** `*`, `+` and `{n,}` repeat up to so many times more than their least number. */
export const MORE_REPEATS = 8;
/** A text's most characters, choices and repetitions together, so that each can have a draw of its own. */
const MAX_PARTS = 65536;

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

  read(source: string): PatternNode {
    let tree: AST.Pattern;
    try {
      // In Unicode mode characters beyond 0xffff are one, but `\-` and other needless escapes are errors.
      const unicode = /[\ud800-\udfff]|\\u\{/.test(source);
      tree = new RegExpParser().parsePattern(source, 0, source.length, {
        unicode,
      });
    } catch (error) {
      this.#addSyntaxError(source, error);
      return { kind: "sequence", parts: [] };
    }
    const node = this.#choice(tree.alternatives, true);
    if (this.problems.length === 0 && partsOf(node) > MAX_PARTS) {
      this.problems.push({
        message: "the pattern makes texts that are too long",
        hint: `expected at most ${MAX_PARTS} characters`,
        at: { start: 0, length: source.length },
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

  #choice(alternatives: readonly AST.Alternative[], top: boolean): PatternNode {
    const nodes = alternatives.map((one) => this.#sequence(one, top));
    return nodes.length === 1
      ? nodes[0]
      : { kind: "choice", alternatives: nodes };
  }

  #sequence(alternative: AST.Alternative, top: boolean): PatternNode {
    const { elements } = alternative;
    const parts = elements
      .filter((element, i) =>
        !(top && isAnchorAtEdge(element, i === 0, i === elements.length - 1))
      )
      .map((element) => this.#element(element));
    return parts.length === 1 ? parts[0] : { kind: "sequence", parts };
  }

  #element(element: AST.Element): PatternNode {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        return this.#letter(element);
      case "Group":
        if (element.modifiers !== null) {
          return this.#refuse(
            element.modifiers,
            "modifiers cannot be used to make texts",
          );
        }
        return this.#choice(element.alternatives, false);
      case "CapturingGroup":
        return this.#choice(element.alternatives, false);
      case "Quantifier":
        return {
          kind: "repeat",
          part: this.#element(element.element),
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
      case "word":
        return this.#refuse(
          assertion,
          "word boundaries cannot be used to make texts",
        );
      default:
        return this.#refuse(
          assertion,
          "look-around cannot be used to make texts",
        );
    }
  }

  #letter(
    node: AST.Character | AST.CharacterSet | AST.CharacterClass,
  ): PatternNode {
    const points = new Set<number>();
    const before = this.problems.length;
    this.#addPoints(node, points);
    const characters = [...points]
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .sort((a, b) => a - b)
      .map((point) => String.fromCodePoint(point));
    if (characters.length === 0 && this.problems.length === before) {
      return this.#refuse(
        node,
        `no character matches ${node.raw}`,
        "negated classes are of printable ASCII",
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
          this.#refuse(node, "Unicode properties cannot be used to make texts");
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
}

function isAnchorAtEdge(
  element: AST.Element,
  first: boolean,
  last: boolean,
): boolean {
  return element.type === "Assertion" &&
    (element.kind === "start" && first || element.kind === "end" && last);
}

/** Whether a printable ASCII character is of a class. */
function isOf(kind: "digit" | "space" | "word", point: number): boolean {
  const digit = point >= 48 && point <= 57;
  if (kind === "digit") return digit;
  if (kind === "space") return point === SPACE;
  return digit || point === 95 || point >= 65 && point <= 90 ||
    point >= 97 && point <= 122;
}

/** The most characters, choices and repetitions that one text can need. */
function partsOf(node: PatternNode): number {
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

function sum(nodes: readonly PatternNode[]): number {
  return nodes.reduce((total, node) => total + partsOf(node), 0);
}
