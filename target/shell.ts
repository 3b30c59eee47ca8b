// What every target worker does: opens, waits for the word to fill, and in the end commits or rolls back.
import { Counters } from "../core/counters.ts";
import { onDeparture } from "../core/departure.ts";
import type { OutputPlan } from "../core/plan.ts";
import { RingReader } from "../core/ring_buffer.ts";
import {
  lastReport,
  type TargetOrder,
  type TargetReport,
  type TargetStart,
} from "../core/worker_messages.ts";
import type { Supply, Target, TargetFactory } from "./target.ts";

/** Makes this thread a target worker, which waits for its orders. */
export function serveTarget(
  factories: Record<OutputPlan["kind"], TargetFactory>,
): void {
  let work: { target: Target; supply: Supply } | undefined;

  async function follow(order: TargetOrder): Promise<void> {
    if (order.kind === "start") {
      work = {
        target: factories[order.plan.output.kind](order.plan),
        supply: supplyOf(order),
      };
      const { counters, target } = work.supply;
      onDeparture(() => counters.leave(counters.targetWorker(target)));
    }
    if (work === undefined) return;
    const { target, supply } = work;
    switch (order.kind) {
      case "start":
        await target.open((made) => report({ kind: "temporary", ...made }));
        return report({ kind: "ready" });
      case "fill":
        await target.fill(supply);
        return report({ kind: "filled" });
      case "commit":
        await target.commit();
        return report({ kind: "committed" });
      case "rollback":
        work = undefined;
        await target.rollback();
        return report({ kind: "stopped" });
    }
  }

  globalThis.addEventListener("message", async (event) => {
    try {
      await follow(event.data as TargetOrder);
    } catch (thrown) {
      await release();
      report(lastReport(thrown, "TARGET_FAILED"));
    }
  });

  async function release(): Promise<void> {
    const target = work?.target;
    work = undefined;
    try {
      await target?.rollback();
    } catch {
      // What led here is the failure to tell; that closing fails as well after it says nothing new.
    }
  }
}

function supplyOf({ rings, counters, target }: TargetStart): Supply {
  return {
    lanes: rings.map((ring) => new RingReader(ring)),
    counters: new Counters(counters),
    target,
  };
}

function report(what: TargetReport): void {
  (globalThis as unknown as Worker).postMessage(what);
}
