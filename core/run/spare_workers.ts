// Workers that were started before anybody knew what for.

/** A worker with what has gone wrong in it before anybody listened. */
export interface StartedWorker {
  worker: Worker;
  /** The first error's message, where there was one. */
  error(): string | undefined;
}

/** Starts a worker and notes its failing. */
export function startWorker(name: string, url: URL): StartedWorker {
  const worker = new Worker(url, { type: "module", name });
  let error: string | undefined;
  worker.addEventListener("error", (event) => {
    // Deno would end the program otherwise.
    event.preventDefault();
    error ??= event.message;
  });
  return { worker, error: () => error };
}

export class SpareWorkers {
  readonly #spare = new Map<string, StartedWorker>();

  constructor(programs: readonly { name: string; url: URL }[]) {
    for (const { name, url } of programs) {
      this.#spare.set(name, startWorker(name, url));
    }
  }

  /** Gives the worker of that name away; undefined where there is none. */
  take(name: string): StartedWorker | undefined {
    const worker = this.#spare.get(name);
    this.#spare.delete(name);
    return worker;
  }

  /** Ends those that nobody has taken. */
  terminate(): void {
    for (const { worker } of this.#spare.values()) worker.terminate();
    this.#spare.clear();
  }
}
