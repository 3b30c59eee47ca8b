// Trees of patterns as steps that append to all texts of a chunk at once, each decision with a draw number of its own.
import {
  groupLetters,
  type LetterGroup,
  type LetterSet,
} from "../_texts/letters.ts";
import { maxBytes } from "./_measures.ts";
import type { PatternNode } from "./_node.ts";
import { LetterSets } from "./_letter_sets.ts";

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
        sets.push(this.#sets.of(characters));
      }
    }
    flushSets();
    flushLiteral();
  }

  readonly #sets = new LetterSets();
}
