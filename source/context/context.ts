// What a source worker keeps, built once from the plan: five parts, each a class with private state.
import type { Plan } from "../../core/plan.ts";
import { DictionaryContext, type Lists } from "./dictionary.ts";
import { RandomContext } from "./random.ts";
import { ReferenceContext } from "./reference/reference.ts";
import { SequenceContext } from "./sequence.ts";
import { StatsContext } from "./stats.ts";

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
