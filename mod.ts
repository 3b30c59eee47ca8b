// The assembly: the registries of what there is and the workers' programs, put together with the machinery of core.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import type { ColumnPlan, Plan } from "./core/plan.ts";
import {
  type CheckedGenfile,
  checkGenfile as check,
  type Overrides,
} from "./core/plan_maker.ts";
import { run, type RunOptions, type RunResult } from "./core/run.ts";
import type { TableReport, VerifyOptions } from "./verify/verify.ts";
import { withValue } from "./source/refused_value.ts";
import { formats, generators } from "./source/registry.ts";
import { Source } from "./source/source.ts";
import { WORKERS } from "./workers.ts";

export type { Difference } from "./verify/differences.ts";
export type { RowTrace } from "./source/trace.ts";
export type { TableReport } from "./verify/verify.ts";
export { renderDiagnostics } from "./core/genfile/render.ts";
export { cellText } from "./source/formats/text.ts";
export { type CheckedGenfile, generators, type Overrides, type Source };

export interface CheckOptions {
  /** The Genfile's path: dictionaries are relative to its folder. */
  file?: string;
  /** What wins over the Genfile. */
  overrides?: Overrides;
  /** Reads a dictionary's file; from the disk where nothing is said. */
  readFile?: (path: string) => Uint8Array;
}

/**
 * Checks a Genfile and makes its plan, or tells what is wrong with it.
 *
 * @param text The Genfile.
 */
export async function checkGenfile(
  text: string,
  {
    file = "Genfile.toml",
    overrides = {},
    readFile = (path) => readFileSync(path),
  }: CheckOptions = {},
): Promise<CheckedGenfile> {
  const input = {
    text,
    file,
    environment: process.env,
    readFile: keeping(readFile),
    generators,
    formats,
    now: Date.now(),
    randomSeed,
    cores: availableParallelism(),
    overrides,
  };
  // Checking is not asynchronous. What it misses is loaded, and then it begins anew.
  for (;;) {
    const checked = check(input);
    if (!await generators.load()) return checked;
  }
}

/** Reads each file once: a pipe cannot be read again. */
function keeping(
  readFile: (path: string) => Uint8Array,
): (path: string) => Uint8Array {
  const files = new Map<string, Uint8Array>();
  return (path) => {
    let bytes = files.get(path);
    if (bytes === undefined) files.set(path, bytes = readFile(path));
    return bytes;
  };
}

/** Short enough to be typed again. */
function randomSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]);
}

/**
 * Makes the plan's rows and brings them to their target.
 *
 * @throws {ThrustError} The one failure that ended the run. Nothing half done is left then.
 */
export async function runPlan(
  plan: Plan,
  options: Omit<RunOptions, "workers"> = {},
): Promise<RunResult> {
  try {
    return await run(plan, { ...options, workers: WORKERS });
  } catch (thrown) {
    throw await withValue(thrown, () => createSource(plan));
  }
}

/** Makes any rows of the plan's tables on this thread. */
export function createSource(plan: Plan): Promise<Source> {
  return Source.create(plan, generators, formats);
}

/** The least and greatest value of a column, as text; undefined where they are not known. */
export async function columnRange(
  plan: Plan,
  column: ColumnPlan,
): Promise<string | undefined> {
  const [{ rangeOf }, { spanned }] = await Promise.all([
    import("./verify/promises.ts"),
    import("./verify/column_checks.ts"),
  ]);
  const range = rangeOf(plan, column);
  return range && spanned(range.low, range.high, column.type);
}

/** Compares what is in a plan's target with what the plan promises. */
export async function verifyTarget(
  source: Source,
  plan: Plan,
  options: VerifyOptions = {},
): Promise<TableReport[]> {
  const [{ openPlace }, { verifyPlan }] = await Promise.all([
    import("./verify/place.ts"),
    import("./verify/verify.ts"),
  ]);
  const place = await openPlace(source, plan);
  try {
    return await verifyPlan(plan, source, place, options);
  } finally {
    await place.close();
  }
}
