// What the main thread and its workers say to each other.
import type { CountersPlan } from "./counters.ts";
import { type ErrorCode, type Failure, toFailure } from "./errors.ts";
import type { Plan } from "./plan.ts";

/** The one message to a source worker. */
export interface SourceStart {
  plan: Plan;
  /** This worker's lane, and how many there are. */
  lane: number;
  lanes: number;
  ring: SharedArrayBuffer;
  counters: CountersPlan;
}

/** The last message of a source worker. */
export type SourceReport =
  | { kind: "done" }
  /** Its ring was aborted. */
  | { kind: "stopped" }
  | { kind: "failed"; failure: Failure };

/** The first message to a target worker. */
export interface TargetStart {
  kind: "start";
  plan: Plan;
  /** This worker's number, and the rings that it empties: lane `i` is `rings[i]`. */
  target: number;
  rings: SharedArrayBuffer[];
  counters: CountersPlan;
}

/** What a target worker is told: to open, and in the end to make everything appear, or nothing. */
export type TargetOrder =
  | TargetStart
  | { kind: "fill" }
  | { kind: "commit" }
  | { kind: "rollback" };

export type TargetReport =
  /** Files that exist only while the run is at work, and new directories for them; said before they are made. */
  | { kind: "temporary"; files: string[]; directories: string[] }
  /** Opened and checked. */
  | { kind: "ready" }
  /** All rows have been taken and written. */
  | { kind: "filled" }
  | { kind: "committed" }
  | { kind: "stopped" }
  | { kind: "failed"; failure: Failure };

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
