// Texts put together from entries of lists, in one of several ways, all of them numbered.
import { isPlain } from "../../core/values/plain.ts";
import type { Strings } from "../../core/values/strings.ts";
import { copyEntry } from "../_texts/bytes.ts";
import type { RankedTexts } from "./ranked_texts.ts";
import { automatonOf } from "../pattern/_automaton.ts";
import type { PatternNode } from "../pattern/_node.ts";
import { choiceNode, textsNode } from "../pattern/_texts.ts";

export class Combinations implements RankedTexts {
  readonly count: number;
  readonly room: number;
  readonly plain: boolean;
  readonly #ways: readonly (readonly Strings[])[];
  /** How many texts each way makes. */
  readonly #counts: number[];

  /** @param ways Each makes a text of an entry of each of its lists, one after another. */
  constructor(ways: readonly (readonly Strings[])[]) {
    this.#ways = ways;
    this.#counts = ways.map((lists) =>
      lists.reduce((all, { size }) => all * size, 1)
    );
    this.count = this.#counts.reduce((all, count) => all + count, 0);
    this.room = Math.max(
      ...ways.map((lists) =>
        lists.reduce((all, { maxBytes }) => all + maxBytes, 0)
      ),
    );
    this.plain = ways.every((lists) => lists.every(isPlain));
  }

  write(rank: number, out: Uint8Array, at: number): number {
    let way = 0;
    for (; rank >= this.#counts[way]; way++) rank -= this.#counts[way];
    const lists = this.#ways[way];
    for (let i = 0; i < lists.length; i++) {
      const { size } = lists[i];
      const rest = Math.floor(rank / size);
      at = copyEntry(lists[i], rank - rest * size, out, at);
      rank = rest;
    }
    return at;
  }

  get node(): PatternNode {
    const nodes = new Map<Strings, PatternNode>();
    const nodeOf = (list: Strings) => {
      const node = nodes.get(list) ?? textsNode(list.toArray());
      nodes.set(list, node);
      return node;
    };
    return choiceNode(
      this.#ways.map((lists) => ({
        kind: "sequence",
        parts: lists.map(nodeOf),
      })),
    );
  }
}

/** Whether no text is made twice, by one or several of them: then there are as many as there are ranks. */
export function areDifferent(all: readonly Combinations[]): boolean {
  const texts = automatonOf(choiceNode(all.map(({ node }) => node)))?.[0].count;
  return texts === all.reduce((sum, { count }) => sum + count, 0) &&
    Number.isSafeInteger(texts);
}
