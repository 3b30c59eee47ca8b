// The workers' programs. Bundlers find them by these URLs: they must stand here, in a module beside `main.ts`, literally.
import { type StartedWorker, startWorker } from "./core/run/started_worker.ts";

export const WORKERS = {
  source: new URL("./source/worker.ts", import.meta.url),
  target: new URL("./target/worker.ts", import.meta.url),
};

/** Starts the worker that every run needs: it loads its program while the Genfile is still being read. */
export function startTarget(): StartedWorker {
  return startWorker("target worker 0", WORKERS.target);
}
