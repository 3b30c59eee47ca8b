// The workers' programs. Bundlers find them by these URLs: they must stand here, in a module beside `main.ts`, literally.
import { SpareWorkers } from "./core/run/spare_workers.ts";

export const WORKERS = {
  source: new URL("./source/worker.ts", import.meta.url),
  target: new URL("./target/worker.ts", import.meta.url),
};

/** Starts the worker that every run needs: it loads its program while the Genfile is still being read. */
export function spareWorkers(): SpareWorkers {
  return new SpareWorkers([
    { name: "target worker 0", url: WORKERS.target },
  ]);
}
