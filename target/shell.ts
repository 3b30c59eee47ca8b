// What every target worker does: opens, waits for the word to fill, and in the end commits or rolls back.
import { Counters } from "../core/run/counters.ts";
import { onDeparture } from "../core/run/departure.ts";
import type { Kept } from "../core/run/kept.ts";
import type { OutputPlan } from "../core/plan.ts";
import { RingReader } from "../core/ring/ring_buffer.ts";
import {
  lastReport,
  type TargetOrder,
  type TargetReport,
} from "../core/run/worker_messages.ts";
import { onOrder, report } from "../core/run/this_worker.ts";
import type { Start } from "../core/run/worker_handle.ts";
import { settleIn } from "../core/runtime.ts";
import type { Target, TargetFactory } from "./target.ts";

/** What an order to start has begun. */
interface Work {
  target: Target;
  number: number;
  counters: Counters;
}

/** Kinds of targets, and what makes them. */
export type TargetFactories = Partial<
  Record<OutputPlan["kind"], TargetFactory>
>;

/** Makes this thread a target worker, which waits for its orders. */
export function serveTarget(factories: TargetFactories): void {
  const follow = followOrders(factories, report);
  onOrder<TargetOrder>((order) => {
    if (order.kind === "start") {
      const counters = new Counters(order.counters);
      onDeparture(() => counters.leave(counters.targetWorker(order.target)));
      if (!order.plan.small) settleIn();
    }
    follow(order);
  });
}

/** Does a target worker's work on this thread. It must not be told to fill before all records are in their rings. */
export function startHere(
  factories: TargetFactories,
): Start<TargetOrder, TargetReport> {
  return (_name, { onReport }) => ({
    post: followOrders(factories, onReport),
    terminate: () => {},
  });
}

/** Gives what does as a target is told, and reports of it. */
function followOrders(
  factories: TargetFactories,
  report: (what: TargetReport) => void,
): (order: TargetOrder) => Promise<void> {
  let work: Work | undefined;
  let releasing: Promise<{ kept?: Kept }> | undefined;

  async function follow(order: TargetOrder): Promise<void> {
    if (order.kind === "start") {
      const { plan, target: number } = order;
      const counters = new Counters(order.counters);
      const target = factories[plan.output.kind]!(plan);
      work = { target, number, counters };
    }
    if (work === undefined) return;
    const { target, number, counters } = work;
    switch (order.kind) {
      case "start": {
        const wire = await target.open(
          (made) => report({ kind: "temporary", ...made }),
          { target: order.target, wire: order.wire },
        );
        return report({ kind: "ready", ...(wire && { wire }) });
      }
      case "fill":
        await target.fill({
          lanes: order.rings.map((ring) => new RingReader(ring)),
          numbers: order.lanes,
          counters,
          target: number,
        });
        return report({ kind: "filled" });
      case "commit":
        await target.commit();
        return report({ kind: "committed" });
      case "rollback":
        return report({ kind: "stopped", ...await release() });
    }
  }

  return async (order) => {
    try {
      await follow(order);
    } catch (thrown) {
      // What a rollback that was ordered breaks off is no failure, and the order has its own answer.
      if (releasing !== undefined) return;
      const kept = await release();
      report({ ...lastReport(thrown, "TARGET_FAILED"), ...kept });
    }
  };

  /** Rolls back, once: an order and a failure may meet. */
  function release(): Promise<{ kept?: Kept }> {
    const target = work?.target;
    work = undefined;
    return releasing ??= rollBack(target);
  }

  async function rollBack(
    target: Target | undefined,
  ): Promise<{ kept?: Kept }> {
    try {
      const kept = await target?.rollback();
      return kept ? { kept } : {};
    } catch {
      // What led here is the failure to tell; that closing fails as well after it says nothing new.
      return {};
    }
  }
}
