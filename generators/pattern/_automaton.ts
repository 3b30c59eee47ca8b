// The texts of a pattern, each counted once however many ways there are to make it: a deterministic automaton whose
// states know how many texts begin there.
import { type LetterSet, letterSet } from "../_texts/letters.ts";
import type { PatternNode } from "./_node.ts";
import { LetterSets } from "./_letter_sets.ts";

const TWO_53 = 9007199254740992;
/** Patterns that need more steps than this to take apart are not counted. */
const MAX_WORK = 4_000_000;

/** From here a text goes on with one of these characters, and then in another state. */
export interface Turn {
  characters: LetterSet;
  to: number;
}

export interface State {
  /** Whether a text may end here. */
  final: boolean;
  turns: Turn[];
  /** Texts that begin here; beyond 2^53 it is not exact. */
  count: number;
  /** Texts that can be told apart by a rank, whatever is drawn at random before: at most 2^53. */
  ranks: number;
}

/** The first state is the beginning. Undefined where the pattern is too intricate to count. */
export function automatonOf(node: PatternNode): State[] | undefined {
  try {
    const nondeterministic = new Steps(node);
    const states = new Subsets(nondeterministic).states;
    countTexts(states);
    return states;
  } catch (error) {
    if (error === TOO_INTRICATE) return undefined;
    throw error;
  }
}

const TOO_INTRICATE = new RangeError(
  "Cannot count the texts of a pattern: it is too intricate",
);

/** A pattern as steps between numbered points: by one of some characters, or by nothing. */
class Steps {
  readonly letters: ({ characters: string[]; to: number } | undefined)[] = [];
  readonly free: number[][] = [];
  readonly end: number;

  constructor(node: PatternNode) {
    this.end = this.#add(node, this.#point());
  }

  #point(): number {
    if (this.free.length > MAX_WORK / 8) throw TOO_INTRICATE;
    this.free.push([]);
    this.letters.push(undefined);
    return this.free.length - 1;
  }

  /** Adds a pattern that begins at a point; gives where it ends. */
  #add(node: PatternNode, from: number): number {
    switch (node.kind) {
      case "letter": {
        // A point has one step by characters: where there may be another, it gets one before it.
        const start = this.#point();
        const to = this.#point();
        this.free[from].push(start);
        this.letters[start] = { characters: node.characters, to };
        return to;
      }
      case "sequence":
        return node.parts.reduce((at, part) => this.#add(part, at), from);
      case "choice": {
        const end = this.#point();
        for (const one of node.alternatives) {
          this.free[this.#add(one, from)].push(end);
        }
        return end;
      }
      case "repeat": {
        let at = from;
        for (let i = 0; i < node.min; i++) at = this.#add(node.part, at);
        if (node.max === node.min) return at;
        const end = this.#point();
        this.free[at].push(end);
        for (let i = node.min; i < node.max; i++) {
          at = this.#add(node.part, at);
          this.free[at].push(end);
        }
        return end;
      }
    }
  }
}

/** Rabin & Scott (1959), "Finite automata and their decision problems": states are sets of points. */
class Subsets {
  readonly states: State[] = [];
  readonly #steps: Steps;
  readonly #numbers = new Map<string, number>();
  readonly #points: number[][] = [];
  readonly #sets = new LetterSets();
  #work = 0;

  constructor(steps: Steps) {
    this.#steps = steps;
    this.#number([0]);
    for (let i = 0; i < this.states.length; i++) this.#turn(i);
  }

  #spend(work: number): void {
    this.#work += work;
    if (this.#work > MAX_WORK) throw TOO_INTRICATE;
  }

  /** The state of these points and those that can be reached from them by nothing. */
  #number(from: readonly number[]): number {
    const { free, letters, end } = this.#steps;
    const seen = new Set(from);
    for (const point of seen) {
      for (const next of free[point]) seen.add(next);
    }
    this.#spend(seen.size);
    const points = [...seen]
      .filter((point) => letters[point] !== undefined || point === end)
      .sort((a, b) => a - b);
    const key = points.join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.states.length;
      this.#numbers.set(key, number);
      this.#points.push(points);
      this.states.push({
        final: points.includes(end),
        turns: [],
        count: 0,
        ranks: 0,
      });
    }
    return number;
  }

  #turn(state: number): void {
    const steps = this.#points[state].flatMap((point) =>
      this.#steps.letters[point] ?? []
    );
    const { turns } = this.states[state];
    if (steps.length === 1) {
      const [{ characters, to }] = steps;
      turns.push({
        characters: this.#sets.of(characters),
        to: this.#number([to]),
      });
      return;
    }
    const targets = new Map<string, Set<number>>();
    for (const { characters, to } of steps) {
      this.#spend(characters.length);
      for (const character of characters) {
        const reached = targets.get(character);
        if (reached === undefined) targets.set(character, new Set([to]));
        else reached.add(to);
      }
    }
    const together = new Map<string, { to: Set<number>; all: string[] }>();
    for (const [character, to] of targets) {
      const key = [...to].join();
      const group = together.get(key) ?? { to, all: [] };
      together.set(key, group);
      group.all.push(character);
    }
    for (const { to, all } of together.values()) {
      turns.push({ characters: letterSet(all), to: this.#number([...to]) });
    }
  }
}

/** Counts from the ends: texts are finite, so no state comes back to itself. */
function countTexts(states: readonly State[]): void {
  const done = new Uint8Array(states.length);
  const stack = [0];
  while (stack.length > 0) {
    const number = stack[stack.length - 1];
    const state = states[number];
    const open = done[number] === 0
      ? state.turns.filter(({ to }) => done[to] === 0)
      : [];
    if (open.length > 0) {
      for (const { to } of open) stack.push(to);
      continue;
    }
    stack.pop();
    if (done[number] === 1) continue;
    done[number] = 1;
    state.count = state.final ? 1 : 0;
    for (const { characters, to } of state.turns) {
      state.count += characters.size * states[to].count;
    }
    state.ranks = state.count <= TWO_53 ? state.count : state.turns.reduce(
      (most, { to }) => Math.max(most, states[to].ranks),
      0,
    );
  }
}
