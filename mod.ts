/**
 * thrust as a library: reads a Genfile, makes its rows, and brings them where they belong.
 *
 * This file is the whole public surface; everything else may change. See `docs/library.md`.
 *
 * @example Rows as objects
 * ```ts
 * import { checkGenfile, openTables } from "./mod.ts";
 *
 * const { plan, diagnostics } = await checkGenfile(`
 * version = 1
 * [table.people]
 * rows = 3
 * [table.people.columns]
 * id   = { gen = "sequence" }
 * name = "person.full_name"
 * `);
 * if (plan === undefined) throw new Error(diagnostics[0].message);
 * const tables = await openTables(plan);
 * for (const { id, name } of tables.rows("people")) console.log(id, name);
 * ```
 *
 * @module
 */
import {
  checkGenfile as check,
  type CheckOptions,
  createSource,
  runPlan as run,
} from "./engine.ts";
import type { Diagnostic } from "./core/diagnostic.ts";
import type { Plan } from "./core/plan.ts";
import type { RunResult } from "./core/run/run.ts";
import type { Snapshot, TableProgress } from "./core/run/snapshot.ts";
import {
  type OwnTarget,
  type WriteOptions,
  type WriteResult,
  writeRows,
} from "./library/own_target.ts";
import { Tables } from "./library/tables.ts";

export { ThrustError } from "./core/errors.ts";
export type { ErrorCode, ErrorFields } from "./core/errors.ts";
export type { Diagnostic, Place } from "./core/diagnostic.ts";
export { renderDiagnostics } from "./core/genfile/render.ts";
export { defaulted, optional, required } from "./library/own_parameters.ts";
export type { OwnDetails, OwnKinds } from "./library/own_parameters.ts";
export type { Parameter } from "./core/parameters.ts";
export type { Kept } from "./core/run/kept.ts";
export type { Overrides } from "./core/planning/plan_maker.ts";
export type { Waits } from "./core/ring/layout.ts";
export type { Kind } from "./core/value_type.ts";
export type {
  OwnTarget,
  TargetTable,
  WriteOptions,
  WriteProgress,
  WriteResult,
} from "./library/own_target.ts";
export type { Column, RowsOptions, Tables } from "./library/tables.ts";
export type { Row, Value } from "./library/values.ts";
export type {
  Address,
  OwnArguments,
  OwnGenerator,
  OwnParameters,
  OwnValue,
} from "./source/own/contract.ts";
export type { CheckOptions, Plan, RunResult, Snapshot, TableProgress };

/** A Genfile that has been read. */
export interface Checked {
  /** What a run would do; absent where there are errors. Its fields are thrust's own. */
  plan?: Plan;
  /** Errors and warnings with their places, in the order of the file. */
  diagnostics: Diagnostic[];
}

/**
 * Reads and checks a Genfile. What is wrong in it is not thrown but listed, all of it at once.
 *
 * @param text The Genfile.
 * @throws {TypeError} If a generator of your own is not described as it must be, or its module has none.
 * @example Errors with their places
 * ```ts
 * import { checkGenfile } from "./mod.ts";
 *
 * const { diagnostics } = await checkGenfile(`version = 1
 * [table.t]
 * rows = 3
 * [table.t.columns]
 * id = "sequense"
 * `);
 * const [{ message, place, hint }] = diagnostics;
 * console.log(`line ${place?.line}: ${message}, ${hint}`);
 * ```
 */
export async function checkGenfile(
  text: string,
  options: CheckOptions = {},
): Promise<Checked> {
  const { plan, diagnostics } = await check(text, options);
  return plan === undefined ? { diagnostics } : { plan, diagnostics };
}

/** What goes along with a run. */
export interface RunPlanOptions {
  /** Interrupts the run: it ends with the outcome `interrupted`, and nothing half done is left. */
  signal?: AbortSignal;
  /** Called ten times a second, and once more at the end. What it throws ends the run, and reaches its caller. */
  onProgress?: (snapshot: Snapshot) => void;
}

/**
 * Makes a plan's rows in workers and brings them to the plan's target: files, a database.
 *
 * Several runs may be under way at once. Workers keep a run of its own; the program goes on meanwhile.
 *
 * @throws {ThrustError} The one failure that ended the run. Nothing half done is left then: no file, and of a database's
 * batches whole ones only, which the message counts.
 * @example
 * ```ts
 * import { checkGenfile, runPlan } from "./mod.ts";
 *
 * const { plan } = await checkGenfile(
 *   `version = 1
 * [table.t]
 * rows = 1000
 * [table.t.columns]
 * id = "sequence"
 * `,
 *   { overrides: { to: "null" } },
 * );
 * const { outcome, tables } = await runPlan(plan!);
 * console.log(outcome, tables[0].rows);
 * ```
 */
export async function runPlan(
  plan: Plan,
  { signal, onProgress }: RunPlanOptions = {},
): Promise<RunResult> {
  const listener = onProgress && new Listener(onProgress, signal);
  try {
    return await run(plan, {
      signal: listener?.signal ?? signal,
      onProgress: listener?.hear,
    });
  } finally {
    listener?.throwAgain();
  }
}

/** A program's own callback, which may throw: its error must neither be lost nor end the program from within a timer. */
class Listener {
  readonly signal: AbortSignal;
  readonly #call: (snapshot: Snapshot) => void;
  readonly #stop = new AbortController();
  #thrown: { error: unknown } | undefined;

  constructor(
    call: (snapshot: Snapshot) => void,
    signal: AbortSignal | undefined,
  ) {
    this.#call = call;
    this.signal = signal === undefined
      ? this.#stop.signal
      : AbortSignal.any([signal, this.#stop.signal]);
  }

  readonly hear = (snapshot: Snapshot): void => {
    if (this.#thrown !== undefined) return;
    try {
      this.#call(snapshot);
    } catch (error) {
      this.#thrown = { error };
      this.#stop.abort();
    }
  };

  throwAgain(): void {
    if (this.#thrown !== undefined) throw this.#thrown.error;
  }
}

/**
 * The tables of a plan, for reading rows as objects on this thread. Loads the word lists that the plan needs; from
 * then on nothing is asynchronous.
 *
 * @example One row, and some
 * ```ts
 * import { checkGenfile, openTables } from "./mod.ts";
 *
 * const { plan } = await checkGenfile(`version = 1
 * [table.t]
 * rows = 1_000_000
 * [table.t.columns]
 * id = "sequence"
 * `);
 * const tables = await openTables(plan!);
 * console.log(tables.row("t", 999_999).id); // 1000000
 * for (const { id } of tables.rows<{ id: number }>("t", { from: 5, to: 8 })) console.log(id); // 6, 7, 8
 * ```
 */
export async function openTables(plan: Plan): Promise<Tables> {
  return new Tables(plan, await createSource(plan));
}

/**
 * Makes a plan's rows on this thread and hands them to an object of yours, batch by batch, as fast as it takes them.
 *
 * @throws What the target throws; it has been closed then.
 * @example
 * ```ts
 * import { checkGenfile, writeTo } from "./mod.ts";
 *
 * const { plan } = await checkGenfile(`version = 1
 * [table.t]
 * rows = 5000
 * [table.t.columns]
 * id = "sequence"
 * `);
 * let sum = 0;
 * await writeTo(plan!, {
 *   rows(_table, rows) {
 *     for (const { id } of rows) sum += Number(id);
 *   },
 * });
 * console.log(sum);
 * ```
 */
export async function writeTo(
  plan: Plan,
  target: OwnTarget,
  options: WriteOptions = {},
): Promise<WriteResult> {
  return writeRows(plan, await createSource(plan), target, options);
}
