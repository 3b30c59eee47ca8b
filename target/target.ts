// What a kind of target is. A new one is a file of its own and a line in registry.ts.
import type { Counters } from "../core/run/counters.ts";
import type { Wire } from "../core/format.ts";
import type { Kept } from "../core/run/kept.ts";
import type { Plan, TablePlan } from "../core/plan.ts";
import type { RingReader, Run } from "../core/ring/ring_buffer.ts";

/** What a target worker has to work with. */
export interface Supply {
  /** Its lanes. Chunk `i` of a table comes from lane `i` modulo `plan.workers`. */
  lanes: RingReader[];
  /** The lanes' numbers; without other targets, 0 and on. */
  numbers: number[];
  counters: Counters;
  /** The worker's number. */
  target: number;
}

/** Files and directories that exist only while the run is at work. */
export interface Temporary {
  files: string[];
  directories: string[];
}

/** One run's way out: opened, filled, and in the end committed or rolled back. */
export interface Target {
  /** Opens and checks. What was there before stays as it is until `commit`; `announce` comes before anything is made. */
  open(
    announce: (made: Temporary) => void,
    start: Opening,
  ): void | Wire | Promise<void | Wire>;
  /** Takes all records of all lanes. */
  fill(supply: Supply): void | Promise<void>;
  /** Makes everything appear. */
  commit(): void | Promise<void>;
  /** Gives up what is open; says which rows stay. Temporary files are removed by the main thread. */
  rollback(): void | Kept | Promise<void | Kept>;
}

/** How a target is opened: target 0 before the others, and it may return what the sources are to write. */
export interface Opening {
  target: number;
  /** What target 0 returned: for the others. */
  wire: Wire | undefined;
}

export type TargetFactory = (plan: Plan) => Target;

/** Where records go in the order of their rows, one table after another: see `OrderedTarget`. */
export interface Sink {
  /** At most so many records are written at once, so that the sources may go on; default: a batch. */
  readonly stretch?: number;
  open(announce: (made: Temporary) => void): void | Wire;
  /** Writes what stands before a table's rows; says how many bytes that took. */
  begin(table: TablePlan): number;
  /** `output`: for which of the table's places (see `placesOf`). */
  write(records: Run, output: number): void;
  /** Writes what stands after a table's rows; says how many bytes that took. */
  end(table: TablePlan): number;
  commit(): void;
  rollback(): void | Kept;
}
