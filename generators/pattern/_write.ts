// Runs a compiled pattern over a chunk: step by step, each for all texts that take it.
import type { RandomStream, Rows } from "../../core/generator.ts";
import { copyBytes } from "../_texts/bytes.ts";
import type { LetterWriter } from "../_texts/letters.ts";
import { FlagScratch, WordScratch } from "../_scratch.ts";
import type { Step } from "./_compile.ts";

/** Memory for one decision; decisions inside its branches are a level deeper. */
class Level {
  readonly words = new WordScratch();
  readonly flags = new FlagScratch();
}

export class PatternWriter {
  readonly #random: RandomStream;
  readonly #letters: LetterWriter;
  readonly #levels: Level[] = [];

  constructor(random: RandomStream, letters: LetterWriter) {
    this.#random = random;
    this.#letters = letters;
  }

  /** Appends to text `i`, which ends at `ends[i]`, where `active[i]` is 1 (everywhere, without it). */
  write(
    steps: readonly Step[],
    rows: Rows,
    bytes: Uint8Array,
    ends: Uint32Array,
    active?: Uint8Array,
    depth = 0,
  ): void {
    for (const step of steps) {
      switch (step.kind) {
        case "literal":
          writeLiteral(step.bytes, rows.count, bytes, ends, active);
          break;
        case "letters":
          this.#letters.append(step.group, rows, bytes, ends, active);
          break;
        default:
          this.#decide(step, rows, bytes, ends, active, depth);
      }
    }
  }

  #decide(
    step: Exclude<Step, { kind: "literal" | "letters" }>,
    rows: Rows,
    bytes: Uint8Array,
    ends: Uint32Array,
    active: Uint8Array | undefined,
    depth: number,
  ): void {
    const level = this.#levels[depth] ??= new Level();
    const chosen = level.words.of(rows.count);
    const flags = level.flags.of(rows.count);
    const turns = step.kind === "turns";
    const branches = turns ? step.turns : step.alternatives;
    const choices = turns ? branches.length + 1 : branches.length;
    this.#random.below(rows, step.draw, choices, chosen);
    for (let branch = 0; branch < branches.length; branch++) {
      for (let i = 0; i < rows.count; i++) {
        const taken = turns ? branch < chosen[i] : branch === chosen[i];
        flags[i] = taken && (active === undefined || active[i] === 1) ? 1 : 0;
      }
      this.write(branches[branch], rows, bytes, ends, flags, depth + 1);
    }
  }
}

function writeLiteral(
  literal: Uint8Array,
  count: number,
  bytes: Uint8Array,
  ends: Uint32Array,
  active: Uint8Array | undefined,
): void {
  for (let i = 0; i < count; i++) {
    if (active !== undefined && active[i] === 0) continue;
    ends[i] = copyBytes(literal, 0, literal.length, bytes, ends[i]);
  }
}
