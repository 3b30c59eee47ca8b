// A worker that is started, and may fail before anybody listens.

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
