// A worker as the main thread sees it: started, heard, noticed when it falls silent, ended.
import type { Failure } from "../errors.ts";

/** What every report has. */
interface AnyReport {
  kind: string;
  failure?: Failure;
}

/** After one of these a worker has nothing more to say. */
const LAST_REPORTS = ["done", "stopped", "failed", "committed"];

/** What a worker lets us know. */
export interface Listener<Report> {
  onReport(report: Report): void;
  /** It cannot be loaded, has thrown what nobody caught, or sent what cannot be received. */
  onError(message: string): void;
  /** It is no more; it may have sent a last report that is still on its way. */
  onGone(): void;
}

/** The way to a worker. */
export interface Line<Order> {
  post(order: Order): void;
  /** Ends it. */
  terminate(): void;
}

/** Starts what does a worker's work, under the worker's name. */
export type Start<Order, Report> = (
  name: string,
  listener: Listener<Report>,
) => Line<Order>;

/** Starts a thread of its own. */
export function startThread<Order, Report>(url: URL): Start<Order, Report> {
  return (name, listener) => {
    const worker = new Worker(url, { type: "module", name });
    worker.addEventListener(
      "message",
      (event) => listener.onReport(event.data),
    );
    worker.addEventListener("error", (event) => {
      // Deno would end the program otherwise.
      event.preventDefault();
      listener.onError(reason(event.message));
    });
    worker.addEventListener("messageerror", () => {
      listener.onError("it sent what cannot be received");
    });
    // Only Bun tells of a worker that is no more.
    worker.addEventListener("close", () => listener.onGone());
    return {
      post: (order) => worker.postMessage(order),
      terminate: () => worker.terminate(),
    };
  };
}

/** One source or target worker. */
export class WorkerHandle<Order, Report extends AnyReport> {
  /** As in messages: `source worker 0`. */
  readonly name: string;
  /** Settles when the worker has said its last. */
  readonly ended: Promise<void>;
  readonly #line: Line<Order>;
  readonly #onFailure: (failure: Failure) => void;
  readonly #waiting = new Map<string, () => void>();
  readonly #heard = new Set<string>();
  #end!: () => void;
  #hasEnded = false;
  #seenGone = false;

  constructor(
    name: string,
    start: Start<Order, Report>,
    onReport: (report: Report) => void,
    onFailure: (failure: Failure) => void,
  ) {
    this.name = name;
    this.#onFailure = onFailure;
    this.ended = new Promise((resolve) => this.#end = resolve);
    this.#line = start(name, {
      onReport: (report) => {
        onReport(report);
        this.#hear(report);
      },
      onError: (message) => this.#fail(`Cannot run ${name}: ${message}`),
      onGone: () => this.gone(),
    });
  }

  post(order: Order): void {
    this.#line.post(order);
  }

  /** Resolves once the worker has reported `kind`. */
  when(kind: Report["kind"]): Promise<void> {
    if (this.#heard.has(kind)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(kind, resolve));
  }

  /** See `Listener#onGone`. */
  gone(): void {
    if (this.#hasEnded || this.#seenGone) return;
    this.#seenGone = true;
    setTimeout(() => {
      if (this.#hasEnded) return;
      this.#fail(
        `Cannot finish the run: ${this.name} ended without saying why`,
      );
    }, GRACE);
  }

  /** Ends it. It must not be blocked on a ring (see `abortRing`). */
  terminate(): void {
    this.#hasEnded = true;
    this.#line.terminate();
    this.#end();
  }

  #hear(report: Report): void {
    this.#heard.add(report.kind);
    this.#waiting.get(report.kind)?.();
    if (report.failure !== undefined) this.#onFailure(report.failure);
    // Where the run has failed before, which is the rule, this is no news.
    if (report.kind === "stopped") {
      this.#onFailure(
        workerFailure(`Cannot finish the run: ${this.name} stopped`),
      );
    }
    if (LAST_REPORTS.includes(report.kind)) {
      this.#hasEnded = true;
      this.#end();
    }
  }

  #fail(message: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#onFailure(workerFailure(message));
    this.#end();
  }
}

function workerFailure(message: string): Failure {
  return { code: "WORKER_FAILED", message, fields: {} };
}

/** Milliseconds in which a last report arrives, if there is one. */
const GRACE = 200;

/** The error's own words: Deno puts `Uncaught` in front, Bun the lines of code around it. */
function reason(message: string): string {
  const lines = message.split("\n").map((line) => line.trim());
  const named = lines.find((line) => /^(\w*[Ee]rror|error): /.test(line));
  return (named ?? lines[0])
    .replace(/^(Uncaught )?(\(in promise\) )?/, "")
    .replace(/^error: /, "Error: ");
}
