// How a run fails: by its first failure, which ends all waiting; and what it then comes to.
import { type Failure, fromFailure } from "../errors.ts";
import { isDatabase, type Plan } from "../plan.ts";
import { abortRing } from "../ring/ring_buffer.ts";
import { type Kept, keptText } from "./kept.ts";

/** What a run came to that has not failed. */
export type Outcome = "done" | "interrupted" | "output closed";

/** The first failure of a run, which is its cause; it ends all waiting. */
export class Failing {
  root: Failure | undefined;
  readonly #rings: SharedArrayBuffer[];
  readonly #failed: Promise<never>;
  #reject!: (error: Error) => void;

  constructor(rings: SharedArrayBuffer[]) {
    this.#rings = rings;
    this.#failed = new Promise((_, reject) => this.#reject = reject);
    this.#failed.catch(() => {});
  }

  fail(failure: Failure): void {
    if (this.root !== undefined) return;
    this.root = failure;
    for (const ring of this.#rings) abortRing(ring);
    this.#reject(fromFailure(failure));
  }

  /** Waits for all of these, or throws as soon as the run has failed. */
  async orElse(promises: Promise<void>[]): Promise<void> {
    await Promise.race([this.#failed, Promise.all(promises)]);
  }
}

export const INTERRUPTED: Failure = {
  code: "INTERRUPTED",
  message: "Cannot finish the run: it was interrupted",
  fields: {},
};

/** What a run that has ended came to; throws what is a failure to its caller. */
export function outcomeOf(
  root: Failure | undefined,
  plan: Plan,
  kept: Kept,
): Outcome {
  switch (root?.code) {
    case undefined:
      return "done";
    case "INTERRUPTED":
      return "interrupted";
    case "OUTPUT_CLOSED":
      return "output closed";
  }
  // Where nothing stays, as is the rule with files, nothing needs to be said.
  if (!isDatabase(plan.output.kind) || kept.size === 0) {
    throw fromFailure(root!);
  }
  throw fromFailure({
    ...root!,
    message: `${root!.message}; ${keptText(kept)}`,
  });
}
