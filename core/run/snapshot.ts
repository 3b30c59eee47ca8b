// How far a run is, read from the counters: what progress is shown from, and the summary at the end.
import { type Counters, now } from "./counters.ts";
import type { TablePlan } from "../plan.ts";

/** How far a table is. */
export interface TableProgress {
  /** Its name. */
  table: string;
  /** Rows in all. */
  total: number;
  /** Rows that have been made. */
  made: number;
  /** Rows that the target has taken and written. */
  rows: number;
  /** What those are in the target's format. */
  bytes: number;
  /** Between the table's first and last write; up to now while it is being written. */
  seconds: number;
  state: "waiting" | "running" | "done";
}

/** How far a run is. */
export interface Snapshot {
  /** Since the start of the run. */
  seconds: number;
  /** Those that the run writes, in load order: parents first. */
  tables: TableProgress[];
  /** Rows that each source worker has made. */
  workers: number[];
}

export function takeSnapshot(
  tables: readonly TablePlan[],
  counters: Counters,
  sources: number,
  targets: number,
  began: number,
): Snapshot {
  const at = now();
  return {
    seconds: (at - began) / 1000,
    tables: tables.map((table, index) => {
      let made = 0;
      for (let i = 0; i < sources; i++) made += counters.rowsMade(i, index);
      const written = Array.from(
        { length: targets },
        (_, i) => counters.written(i, index),
      );
      return {
        ...progressOf(written, at),
        table: table.name,
        total: table.rows,
        made,
      };
    }),
    workers: Array.from(
      { length: sources },
      (_, i) => counters.rowsMadeBy(i),
    ),
  };
}

type Parts = ReturnType<Counters["written"]>[];

function progressOf(parts: Parts, at: number) {
  const begun = parts.filter((part) => part.began > 0);
  const done = begun.length > 0 && parts.every((part) => part.ended > 0);
  const from = Math.min(...begun.map((part) => part.began));
  const to = done ? Math.max(...parts.map((part) => part.ended)) : at;
  return {
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    seconds: begun.length === 0 ? 0 : (to - from) / 1000,
    state: done
      ? "done" as const
      : begun.length === 0
      ? "waiting" as const
      : "running" as const,
  };
}
