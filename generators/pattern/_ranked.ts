// Texts of a pattern from their ranks: different ranks give different texts.
import type { Ranked, Site } from "../../core/generator.ts";
import { copyEntry } from "../_texts/bytes.ts";
import { LetterWriter } from "../_texts/letters.ts";
import { countDraws, RankDraws } from "../_ranks/rank_draws.ts";
import { automatonOf, type State } from "./_automaton.ts";
import { type CompiledPattern, compilePattern, type Step } from "./_compile.ts";
import { isPlainPattern } from "./_measures.ts";
import type { PatternNode } from "./_node.ts";
import { PatternWriter } from "./_write.ts";

const TWO_53 = 9007199254740992;

/** How many texts ranks can tell apart; undefined where the pattern is too intricate to count. */
export function patternDomain(node: PatternNode): number | undefined {
  const { steps } = compilePattern(node);
  return isFixed(steps)
    ? countDraws(choicesOf(steps)).domain
    : automatonOf(node)?.[0].ranks;
}

export function rankedPattern(node: PatternNode, site: Site): Ranked {
  const compiled = compilePattern(node);
  return isFixed(compiled.steps)
    ? fixedPlaces(node, compiled, site)
    : walked(node, compiled, site);
}

/** Whether each place of a text has its own characters: then they are the digits of its rank. */
function isFixed(steps: readonly Step[]): boolean {
  return steps.every(({ kind }) => kind === "literal" || kind === "letters");
}

function choicesOf(steps: readonly Step[]): number[] {
  return steps.flatMap((step) =>
    step.kind === "letters" ? step.group.choices : []
  );
}

function fixedPlaces(
  node: PatternNode,
  { steps, maxBytes: room }: CompiledPattern,
  site: Site,
): Ranked {
  const draws = new RankDraws(
    site.random(),
    countDraws(choicesOf(steps)).draws,
  );
  const writer = new PatternWriter(draws, new LetterWriter(draws));
  return {
    storage: "slices",
    plain: isPlainPattern(node),
    fill({ rows }, ranks, out) {
      const bytes = out.reserve(room * rows.count);
      const { starts, ends } = out;
      for (let i = 0; i < rows.count; i++) ends[i] = starts[i] = i * room;
      draws.start(ranks);
      writer.write(steps, rows, bytes, ends);
    },
  };
}

function walked(
  node: PatternNode,
  { maxBytes: room }: CompiledPattern,
  site: Site,
): Ranked {
  const states = automatonOf(node)!;
  const random = site.random();
  return {
    storage: "slices",
    plain: isPlainPattern(node),
    fill({ rows }, ranks, out) {
      const bytes = out.reserve(room * rows.count);
      const { starts, ends } = out;
      let at = 0;
      for (let i = 0; i < rows.count; i++) {
        starts[i] = at;
        let state = states[0];
        for (let place = 0; state.count > TWO_53; place++) {
          // Too many texts for a rank: the character is drawn among those after which enough are left.
          const least = states[0].ranks;
          const letters = eligible(state, states, least);
          let letter = random.belowAt(rows.numbers[i], place, letters);
          for (const { characters, to } of state.turns) {
            if (states[to].ranks < least) continue;
            if (letter < characters.size) {
              at = copyEntry(characters.letters, letter, bytes, at);
              state = states[to];
              break;
            }
            letter -= characters.size;
          }
        }
        at = walk(states, state, ranks[i], bytes, at);
        ends[i] = at;
      }
    },
  };
}

function eligible(state: State, states: State[], least: number): number {
  let letters = 0;
  for (const { characters, to } of state.turns) {
    if (states[to].ranks >= least) letters += characters.size;
  }
  return letters;
}

/** Writes the rank-th text that begins in a state, in the order of its turns; gives the position after it. */
function walk(
  states: readonly State[],
  state: State,
  rank: number,
  bytes: Uint8Array,
  at: number,
): number {
  while (true) {
    if (state.final) {
      if (rank === 0) return at;
      rank--;
    }
    const { turns } = state;
    for (let i = 0;; i++) {
      const { characters, to } = turns[i];
      const next = states[to];
      const texts = characters.size * next.count;
      if (rank >= texts) {
        rank -= texts;
        continue;
      }
      let letter = 0;
      if (characters.size > 1) {
        letter = Math.floor(rank / next.count);
        rank -= letter * next.count;
        if (rank < 0) { // the quotient was rounded up to a whole number
          letter--;
          rank += next.count;
        }
      }
      at = copyEntry(characters.letters, letter, bytes, at);
      state = next;
      break;
    }
  }
}
