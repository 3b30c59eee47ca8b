// The assembly: the registries of what there is and the workers' programs, put together with the machinery of core.
// Programs use mod.ts, which shows a part of it.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import process from "node:process";
import { ThrustError } from "./core/errors.ts";
import type { Generators } from "./core/generators.ts";
import type { ColumnPlan, Plan, TablePlan } from "./core/plan.ts";
import {
  type CheckedGenfile,
  checkGenfile as check,
  type Overrides,
} from "./core/planning/plan_maker.ts";
import {
  type Here,
  run,
  type RunOptions,
  type RunResult,
} from "./core/run/run.ts";
import { settleIn } from "./core/runtime.ts";
import type { TableReport } from "./verify/verdicts.ts";
import type { VerifyOptions } from "./verify/verify.ts";
import { sourceHere } from "./source/shell.ts";
import type { OwnGenerator } from "./source/own/contract.ts";
import { withOwn } from "./source/own/modules.ts";
import { withValue } from "./source/refused_value.ts";
import { formats, generators } from "./source/registry.ts";
import { Source } from "./source/source.ts";
import { targetHere } from "./target/here.ts";
import { WORKERS } from "./workers.ts";

export type { Difference } from "./verify/differences.ts";
export type { RowTrace } from "./source/trace.ts";
export type { TableReport, Verdict } from "./verify/verdicts.ts";
export type { VerifyProgress } from "./verify/watched.ts";
export { renderDiagnostics } from "./core/genfile/render.ts";
export { cellText } from "./source/formats/text.ts";
export {
  type CheckedGenfile,
  formats,
  generators,
  type Overrides,
  type Source,
};

export interface CheckOptions {
  /** The Genfile's path: dictionaries are relative to its folder. */
  file?: string;
  /** What wins over the Genfile. */
  overrides?: Overrides;
  /** Reads a dictionary's file; from the disk where nothing is said. */
  readFile?: (path: string) => Uint8Array;
  /** Generators of one's own, or modules that export a list of them as `generators`: those are at hand in workers too. */
  generators?: readonly (OwnGenerator | URL)[];
}

/** What a plan's columns are made by, where that is more than what there is. */
const registries = new WeakMap<Plan, Registry>();

interface Registry {
  generators: Generators;
  /** Names of the generators that workers do not know. */
  here: ReadonlySet<string>;
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
    generators: own = [],
  }: CheckOptions = {},
): Promise<CheckedGenfile> {
  const known = await withOwn(
    generators,
    own.map((one) => one instanceof URL ? one.href : one),
  );
  const input = {
    text,
    file,
    environment: process.env,
    readFile: keeping(readFile),
    generators: known,
    formats,
    now: Date.now(),
    randomSeed,
    cores: availableParallelism(),
    overrides,
  };
  // Checking is not asynchronous. What it misses is loaded, and then it begins anew.
  for (;;) {
    const checked = check(input);
    if (await known.load()) continue;
    if (checked.plan !== undefined && own.length > 0) {
      register(checked.plan, known, own);
    }
    return checked;
  }
}

function register(
  plan: Plan,
  known: Generators,
  own: readonly (OwnGenerator | URL)[],
): void {
  plan.modules = own.flatMap((one) => one instanceof URL ? [one.href] : []);
  registries.set(plan, {
    generators: known,
    here: new Set(own.flatMap((one) => one instanceof URL ? [] : [one.name])),
  });
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
  options: Omit<RunOptions, "workers" | "here"> = {},
): Promise<RunResult> {
  checkWorkersKnow(plan);
  try {
    return await run(plan, {
      ...options,
      workers: WORKERS,
      // A program's own generators may take their time, or end the thread that they run on.
      here: plan.modules === undefined ? HERE : undefined,
    });
  } catch (thrown) {
    throw await withValue(thrown, () => createSource(plan));
  }
}

const HERE: Here = {
  source: sourceHere((plan, wire, lend) =>
    Source.create(plan, generators, formats, wire, lend)
  ),
  target: targetHere,
};

/** Makes any rows of the plan's tables on this thread. */
export function createSource(plan: Plan): Promise<Source> {
  const known = registries.get(plan)?.generators ?? generators;
  return Source.create(plan, known, formats);
}

/** Functions do not travel to workers. */
function checkWorkersKnow(plan: Plan): void {
  const here = registries.get(plan)?.here;
  const columns = plan.tables.flatMap(({ columns }) => columns);
  const column = columns.find(({ generator }) => here?.has(generator));
  if (column === undefined) return;
  throw new ThrustError(
    "SOURCE_FAILED",
    `Cannot run workers: the generator "${column.generator}" is a function of this thread; ` +
      `give the URL of a module that exports it, or write to a target of your own`,
    { field: column.name },
  );
}

/** The least and greatest value of a column, as text; undefined where they are not known. */
export async function columnRange(
  plan: Plan,
  column: ColumnPlan,
): Promise<string | undefined> {
  const [{ rangeOf }, { spanned }] = await Promise.all([
    import("./verify/promises.ts"),
    import("./verify/checks/columns.ts"),
  ]);
  const range = rangeOf(plan, column);
  return range && spanned(range.low, range.high, column.type);
}

/** Whether a column may be NULL for another reason than its own `null`. */
export async function givesNull(
  plan: Plan,
  table: TablePlan,
  column: ColumnPlan,
): Promise<boolean> {
  const promises = await import("./verify/promises.ts");
  return promises.givesNull(plan, table, column);
}

/** Compares what is in a plan's target with what the plan promises. */
export async function verifyTarget(
  source: Source,
  plan: Plan,
  options: VerifyOptions = {},
): Promise<TableReport[]> {
  if (!plan.small) settleIn();
  const [{ openPlace }, { verifyPlan }] = await Promise.all([
    import("./verify/open_place.ts"),
    import("./verify/verify.ts"),
  ]);
  const place = await openPlace(source, plan);
  try {
    return await verifyPlan(plan, source, place, options);
  } finally {
    await place.close();
  }
}
