// What the main thread and its workers say to each other.
import type { CountersPlan } from "./counters.ts";
import { type ErrorCode, type Failure, toFailure } from "../errors.ts";
import type { Wire } from "../format.ts";
import type { Kept } from "./kept.ts";
import type { Plan } from "../plan.ts";

/** The first message to a source worker. */
export interface SourceStart {
  kind: "start";
  plan: Plan;
  /** This worker's lane, and how many there are. */
  lane: number;
  lanes: number;
  ring: SharedArrayBuffer;
  counters: CountersPlan;
  /** What to write, where the target has decided it. */
  wire?: Wire;
}

/** What a source worker is told: to load what the plan needs, and then, when all workers have, to fill its ring. */
export type SourceOrder = SourceStart | { kind: "fill" };

export type SourceReport =
  /** It has loaded all that it needs. */
  | { kind: "ready" }
  | { kind: "done" }
  /** Its ring was aborted. */
  | { kind: "stopped" }
  | { kind: "failed"; failure: Failure };

/** How a source has ended. */
export type SourceEnd = Exclude<SourceReport, { kind: "ready" }>;

/** Makes a small plan's rows on the main thread, unless they do not fit into the ring. */
export type MakeHere = (
  start: SourceStart,
) => Promise<SourceEnd | { kind: "full" }>;

/** The first message to a target worker. */
export interface TargetStart {
  kind: "start";
  plan: Plan;
  /** This worker's number. */
  target: number;
  counters: CountersPlan;
  /** What target 0, which is ready before the others start, has decided. */
  wire?: Wire;
}

/** What a target worker is told: to open, and in the end to make everything appear, or nothing. */
export type TargetOrder =
  | TargetStart
  /** The lanes that it empties: `rings[i]` belongs to lane `lanes[i]`. */
  | { kind: "fill"; lanes: number[]; rings: SharedArrayBuffer[] }
  | { kind: "commit" }
  | { kind: "rollback" };

export type TargetReport =
  /** Files that exist only while the run is at work, and new directories for them; said before they are made. */
  | { kind: "temporary"; files: string[]; directories: string[] }
  /** Opened and checked. Target 0 may say what the sources are to write. */
  | { kind: "ready"; wire?: Wire }
  /** All rows have been taken and written. */
  | { kind: "filled" }
  | { kind: "committed" }
  | { kind: "stopped"; kept?: Kept }
  | { kind: "failed"; failure: Failure; kept?: Kept };

/** The last report of a worker that has caught what ended it; what is not a ThrustError gets `code`. */
export function lastReport(
  thrown: unknown,
  code: ErrorCode,
): { kind: "stopped" } | { kind: "failed"; failure: Failure } {
  const failure = toFailure(thrown, code);
  return failure.code === "INTERRUPTED"
    ? { kind: "stopped" }
    : { kind: "failed", failure };
}
