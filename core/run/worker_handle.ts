// A worker as the main thread sees it: started, heard, noticed when it falls silent, ended.
import type { Failure } from "../errors.ts";
import { type StartedWorker, startWorker } from "./started_worker.ts";

/** What every report has. */
interface AnyReport {
  kind: string;
  failure?: Failure;
}

/** After one of these a worker has nothing more to say. */
const LAST_REPORTS = ["done", "stopped", "failed", "committed"];

/** One source or target worker. */
export class WorkerHandle<Order, Report extends AnyReport> {
  /** As in messages: `source worker 0`. */
  readonly name: string;
  /** Settles when the worker has said its last. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  readonly #onFailure: (failure: Failure) => void;
  readonly #waiting = new Map<string, () => void>();
  readonly #heard = new Set<string>();
  #end!: () => void;
  #hasEnded = false;
  #seenGone = false;
  #isAtWork = false;

  constructor(
    name: string,
    url: URL,
    onReport: (report: Report) => void,
    onFailure: (failure: Failure) => void,
    started: StartedWorker = startWorker(name, url),
  ) {
    this.name = name;
    this.#onFailure = onFailure;
    this.ended = new Promise((resolve) => this.#end = resolve);
    this.#worker = started.worker;
    this.#worker.addEventListener("message", (event) => {
      const report = event.data as Report;
      onReport(report);
      this.#hear(report);
    });
    this.#worker.addEventListener("error", (event) => {
      this.#fail(`Cannot run ${name}: ${reason(event.message)}`);
    });
    const error = started.error();
    if (error !== undefined) {
      this.#fail(`Cannot run ${name}: ${reason(error)}`);
    }
    this.#worker.addEventListener("messageerror", () => {
      this.#fail(`Cannot run ${name}: it sent what cannot be received`);
    });
    // Only Bun tells of a worker that is no more.
    this.#worker.addEventListener("close", () => this.gone());
  }

  /** Whether it has been given something to do. */
  get isAtWork(): boolean {
    return this.#isAtWork;
  }

  post(order: Order): void {
    this.#isAtWork = true;
    this.#worker.postMessage(order);
  }

  /** Resolves once the worker has reported `kind`. */
  when(kind: Report["kind"]): Promise<void> {
    if (this.#heard.has(kind)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(kind, resolve));
  }

  /** The worker is no more; it may have sent a last report that is still on its way. */
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

  /** Ends the thread. It must not be blocked on a ring (see `abortRing`). */
  terminate(): void {
    this.#hasEnded = true;
    this.#worker.terminate();
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
