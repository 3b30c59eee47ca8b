// The assembly: the registries of what there is and the workers' programs, put together with the machinery of core.
import type { Plan } from "./core/plan.ts";
import { run, type RunOptions, type RunResult } from "./core/run.ts";
import { formats, generators } from "./source/registry.ts";
import { Source } from "./source/source.ts";

export { cellText } from "./source/formats/text.ts";
export { generators, type Source };

/** Bundlers find the workers by these: they must stand here, in a module beside `main.ts`, literally. */
const WORKERS = {
  source: new URL("./source/worker.ts", import.meta.url),
  target: new URL("./target/worker.ts", import.meta.url),
};

/** Makes the plan's rows and brings them to their target. */
export function runPlan(
  plan: Plan,
  options: Omit<RunOptions, "workers"> = {},
): Promise<RunResult> {
  return run(plan, { ...options, workers: WORKERS });
}

/** Makes any rows of the plan's tables on this thread. */
export function createSource(plan: Plan): Promise<Source> {
  return Source.create(plan, generators, formats);
}
