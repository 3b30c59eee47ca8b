// Trees of patterns as steps that append to all texts of a chunk at once, each decision with a draw number of its own.
import { isPlainText } from "../../core/values/plain.ts";
import {
  groupLetters,
  type LetterGroup,
  type LetterSet,
  letterSet,
} from "../_letters.ts";
import type { PatternNode } from "./_parse.ts";

/** What is done next to every text that is still active. */
export type Step =
  | { kind: "literal"; bytes: Uint8Array }
  | { kind: "letters"; group: LetterGroup }
  | { kind: "choice"; draw: number; alternatives: Step[][] }
  /** Draws how many of the turns are taken, none to all of them. */
  | { kind: "turns"; draw: number; turns: Step[][] };

export interface CompiledPattern {
  steps: Step[];
  /** Length in bytes of the longest text. */
  maxBytes: number;
  /** How many decisions are drawn. */
  draws: number;
}

export function compilePattern(node: PatternNode): CompiledPattern {
  const compiler = new Compiler();
  const steps = compiler.steps(node);
  return { steps, maxBytes: maxBytes(node), draws: compiler.draws };
}

class Compiler {
  #draws = 0;
  readonly #encoder = new TextEncoder();

  get draws(): number {
    return this.#draws;
  }

  steps(node: PatternNode): Step[] {
    const steps: Step[] = [];
    const letters: string[][] = [];
    const flush = () => {
      this.#addLetters(letters, steps);
      letters.length = 0;
    };
    const visit = (node: PatternNode): void => {
      switch (node.kind) {
        case "letter":
          letters.push(node.characters);
          break;
        case "sequence":
          node.parts.forEach(visit);
          break;
        case "choice":
          flush();
          steps.push({
            kind: "choice",
            draw: this.#draws++,
            alternatives: node.alternatives.map((one) => this.steps(one)),
          });
          break;
        case "repeat": {
          for (let i = 0; i < node.min; i++) visit(node.part);
          if (node.max === node.min) break;
          flush();
          const draw = this.#draws++;
          const turns = Array.from(
            { length: node.max - node.min },
            () => this.steps(node.part),
          );
          steps.push({ kind: "turns", draw, turns });
        }
      }
    };
    visit(node);
    flush();
    return steps;
  }

  /** Places with one character only become literals; the others share draws with their neighbours. */
  #addLetters(letters: readonly string[][], steps: Step[]): void {
    let literal = "";
    let sets: LetterSet[] = [];
    const flushLiteral = () => {
      if (literal === "") return;
      steps.push({ kind: "literal", bytes: this.#encoder.encode(literal) });
      literal = "";
    };
    const flushSets = () => {
      for (const group of groupLetters(sets, this.#draws)) {
        this.#draws++;
        steps.push({ kind: "letters", group });
      }
      sets = [];
    };
    for (const characters of letters) {
      if (characters.length === 1) {
        flushSets();
        literal += characters[0];
      } else {
        flushLiteral();
        sets.push(this.#set(characters));
      }
    }
    flushSets();
    flushLiteral();
  }

  readonly #sets = new Map<string[], LetterSet>();

  /** A repeated class is one set. */
  #set(characters: string[]): LetterSet {
    let set = this.#sets.get(characters);
    if (set === undefined) {
      set = letterSet(characters);
      this.#sets.set(characters, set);
    }
    return set;
  }
}

function maxBytes(node: PatternNode): number {
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
