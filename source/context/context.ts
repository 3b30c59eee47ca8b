// What a source worker keeps, built once from the plan: five parts, each a class with private state.
import type { Strings } from "../../core/generator.ts";
import type { Plan } from "../../core/plan.ts";
import { DictionaryContext } from "./dictionary.ts";
import { RandomContext } from "./random.ts";
import { ReferenceContext } from "./reference/reference.ts";
import { SequenceContext } from "./sequence.ts";
import { StatsContext } from "./stats.ts";

/** Word lists of the locales in use, by locale and name. */
export type Lists = ReadonlyMap<
  string,
  { get(name: string): Strings | undefined }
>;

export class SourceContext {
  readonly random: RandomContext;
  readonly sequences: SequenceContext;
  readonly dictionaries: DictionaryContext;
  readonly references: ReferenceContext;
  readonly stats: StatsContext;
  /** As text. */
  readonly seed: string;
  /** The start of the run, in milliseconds since 1970. */
  readonly now: number;

  constructor(plan: Plan, lists: Lists) {
    this.seed = plan.seed;
    this.now = plan.now;
    this.random = new RandomContext(plan.seed);
    this.dictionaries = new DictionaryContext(plan.dictionaries, lists);
    this.references = new ReferenceContext(plan.seed, this.random);
    this.sequences = new SequenceContext(this.references);
    this.stats = new StatsContext();
  }
}
