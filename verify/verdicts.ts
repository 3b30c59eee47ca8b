// What became of promises.
import type { Differences } from "./differences.ts";

/** What became of a promise. */
export interface Verdict {
  table: string;
  /** Where its rows were found. */
  name: string;
  /** What is promised: `rows`, `values`, `primary key (id)`, `NULL in email`. */
  promise: string;
  asked: string;
  found: string;
  verdict: "ok" | "broken" | "not checked";
}

export interface TableReport {
  table: string;
  name: string;
  verdicts: Verdict[];
  differences?: Differences;
}

/** Says what became of one promise; `holds` is undefined where it was not checked. */
export type Say = (
  promise: string,
  asked: string,
  found: string,
  holds: boolean | undefined,
) => void;

export function sayer(report: TableReport): Say {
  return (promise, asked, found, holds) => {
    const { table, name } = report;
    const verdict = holds === undefined
      ? "not checked"
      : holds
      ? "ok"
      : "broken";
    report.verdicts.push({ table, name, promise, asked, found, verdict });
  };
}
