// A run: allocates the rings, starts the workers, watches them, and ends them all with one outcome.
import process from "node:process";
import { fromFailure, toFailure } from "../errors.ts";
import type { Wire } from "../format.ts";
import {
  isDatabase,
  placesOf,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../plan.ts";
import { capacityFor } from "../ring/capacity.ts";
import {
  allocateRing,
  type RingCapacity,
  ringWaits,
  type Waits,
} from "../ring/ring_buffer.ts";
import { allocateCounters, Counters, now } from "./counters.ts";
import { Failing, INTERRUPTED, type Outcome, outcomeOf } from "./failing.ts";
import { addKept, type Kept } from "./kept.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";
import { TemporaryFiles } from "./temporary_files.ts";
import { type Start, startThread, WorkerHandle } from "./worker_handle.ts";
import type {
  MakeHere,
  SourceOrder,
  SourceReport,
  SourceStart,
  TargetOrder,
  TargetReport,
} from "./worker_messages.ts";

/** Milliseconds between two looks at the counters. */
const LOOK = 100;
/** Milliseconds that workers get to end by themselves once their rings are aborted. */
const PATIENCE = 5000;

export interface RunOptions {
  workers: { source: URL; target: URL };
  /** What does a small plan's work on this thread; without it, workers do. */
  here?: Here;
  /** Called ten times a second, and once more at the end. */
  onProgress?: (snapshot: Snapshot) => void;
  /** Interrupts the run. */
  signal?: AbortSignal;
  /** Knows, while the run is at work, which files to remove should the program end at once. */
  temporary?: TemporaryFiles;
}

/** What may be done on the main thread. */
export interface Here {
  source: MakeHere;
  /** Undefined where writing could keep the thread from all else. */
  target?: (plan: Plan) => Start<TargetOrder, TargetReport> | undefined;
}

/** How a run ended, and what it did until then. */
export interface RunResult extends Snapshot {
  /** `output closed`: the reader of a pipe went away. Only `done` leaves files behind. */
  outcome: Outcome;
  /** Databases that do not keep everything: rows of each table that stay. */
  kept?: Kept;
  /** How often and how long, in all lanes, the sources waited for room and the targets for records. */
  waits: { source: Waits; target: Waits };
  /** With which the same rows can be made again. */
  seed: string;
  /** The time that the run took for now, in milliseconds since 1970. */
  now: number;
  /** The most memory that the process has held, in bytes. */
  peakMemory: number;
}

type SourceHandle = WorkerHandle<SourceOrder, SourceReport>;
type TargetHandle = WorkerHandle<TargetOrder, TargetReport>;

/**
 * Makes the plan's rows and brings them to their target.
 *
 * @throws {ThrustError} The one failure that ended the run. Nothing half done is left then: no file, and of a database's
 * batches whole ones only, which the message counts.
 */
export async function run(
  plan: Plan,
  options: RunOptions,
): Promise<RunResult> {
  const began = now();
  const tables = writtenTables(plan);
  const lanes = plan.workers;
  const here = plan.small ? options.here : undefined;
  const ring = here ? roomForAll(tables, plan) : plan.buffer;
  const rings = Array.from({ length: lanes }, () => allocateRing(ring));
  const groups = laneGroups(plan);
  const counted = allocateCounters(tables.length, lanes, groups.length);
  const counters = new Counters(counted);
  const temporary = options.temporary ?? new TemporaryFiles();
  const look = () =>
    takeSnapshot(tables, counters, lanes, groups.length, began);
  const failing = new Failing(rings);
  const sources: SourceHandle[] = [];
  const targets: TargetHandle[] = [];
  const kept = new Map<string, number>();
  let wire: Wire | undefined;
  let isFilling = false;

  /** Starts a target; the first decides for the others what is written. */
  function addTarget(
    target: number,
    start: Start<TargetOrder, TargetReport> = startThread(
      options.workers.target,
    ),
  ): void {
    const handle: TargetHandle = new WorkerHandle(
      `target worker ${target}`,
      start,
      (report) => {
        if (report.kind === "temporary") temporary.add(report);
        if (report.kind === "ready" && target === 0) wire = report.wire;
        if ("kept" in report && report.kept) addKept(kept, report.kept);
      },
      (failure) => failing.fail(failure),
    );
    targets.push(handle);
    handle.post({
      kind: "start",
      plan,
      target,
      counters: counted,
      wire,
    });
  }

  function startSources(): void {
    for (let lane = 0; lane < lanes; lane++) {
      sources.push(startSource(lane, options, failing));
    }
  }

  const messageOf = (lane: number): SourceStart => ({
    kind: "start",
    plan,
    lane,
    lanes,
    ring: rings[lane],
    counters: counted,
    wire,
  });

  /** Makes a small plan's rows, or leaves them to a worker where they do not fit into a ring. */
  async function makeHere({ source }: Here): Promise<void> {
    const report = await source(messageOf(0));
    if ("failure" in report) throw fromFailure(report.failure);
    await failing.orElse([]);
    if (report.kind === "done") return;
    rings[0] = allocateRing(plan.buffer);
    startSources();
  }

  const interrupt = () => failing.fail(INTERRUPTED);
  options.signal?.addEventListener("abort", interrupt);
  if (options.signal?.aborted) interrupt();
  const watch = setInterval(() => {
    for (const [i, source] of sources.entries()) {
      if (counters.hasLeft(i)) source.gone();
    }
    for (const [i, target] of targets.entries()) {
      if (counters.hasLeft(counters.targetWorker(i))) target.gone();
    }
    options.onProgress?.(look());
  }, LOOK);

  try {
    await failing.orElse([]);
    // Workers load their programs side by side; sources get to work when the targets know what they want.
    if (here === undefined) startSources();
    // Who writes on this thread cannot wait for rows on it, and has no wishes.
    const writeHere = here?.target?.(plan);
    if (here !== undefined && writeHere !== undefined) await makeHere(here);
    addTarget(0, sources.length === 0 ? writeHere : undefined);
    await failing.orElse([targets[0].when("ready")]);
    for (let i = 1; i < groups.length; i++) addTarget(i);
    await failing.orElse(targets.map((target) => target.when("ready")));
    if (here !== undefined && writeHere === undefined) await makeHere(here);
    for (const [i, source] of sources.entries()) source.post(messageOf(i));
    // Nobody waits at a ring while others load: on Deno, a thread that is blocked may keep them from it for good.
    await failing.orElse(sources.map((source) => source.when("ready")));
    isFilling = true;
    for (const source of sources) source.post({ kind: "fill" });
    for (const [i, target] of targets.entries()) {
      const own = groups[i];
      target.post({
        kind: "fill",
        lanes: own,
        rings: own.map((lane) => rings[lane]),
      });
    }
    await failing.orElse([
      ...sources.map((source) => source.when("done")),
      ...targets.map((target) => target.when("filled")),
    ]);
    // From here on the files get their names: too late to interrupt.
    options.signal?.removeEventListener("abort", interrupt);
    for (const target of targets) {
      target.post({ kind: "commit" });
      await failing.orElse([target.when("committed")]);
    }
  } catch (thrown) {
    failing.fail(toFailure(thrown, "WORKER_FAILED"));
    for (const source of sources) {
      if (!isFilling) source.terminate();
    }
    for (const target of targets) target.post({ kind: "rollback" });
    await atMost(
      PATIENCE,
      [...sources, ...targets].map((worker) => worker.ended),
    );
  } finally {
    options.signal?.removeEventListener("abort", interrupt);
    clearInterval(watch);
    for (const worker of [...sources, ...targets]) worker.terminate();
    temporary.remove();
  }

  const snapshot = look();
  options.onProgress?.(snapshot);
  const outcome = outcomeOf(failing.root, plan, kept);
  return {
    ...snapshot,
    outcome,
    ...(outcome !== "done" && isDatabase(plan.output.kind) && { kept }),
    waits: allWaits(rings),
    seed: plan.seed,
    now: plan.now,
    peakMemory: 1024 * process.resourceUsage().maxRSS,
  };
}

/** What all rows of a small plan are likely to need: a ring as large as usual would make the engine collect garbage. */
function roomForAll(tables: readonly TablePlan[], plan: Plan): RingCapacity {
  const values = tables.map(({ name, rows, columns }) =>
    placesOf(plan, name).length * rows * columns.length
  );
  return capacityFor(values.reduce((sum, each) => sum + each, 0), plan.buffer);
}

/** Which lanes end in which target worker: lane i in target i modulo their number. */
function laneGroups({ workers, output: { connections } }: Plan): number[][] {
  const groups: number[][] = Array.from(
    { length: Math.min(connections, workers) },
    () => [],
  );
  for (let lane = 0; lane < workers; lane++) {
    groups[lane % groups.length].push(lane);
  }
  return groups;
}

function startSource(
  lane: number,
  options: RunOptions,
  failing: Failing,
): SourceHandle {
  return new WorkerHandle(
    `source worker ${lane}`,
    startThread(options.workers.source),
    () => {},
    (failure) => failing.fail(failure),
  );
}

async function atMost(
  milliseconds: number,
  promises: Promise<void>[],
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([timeout, Promise.all(promises)]);
  clearTimeout(timer);
}

function allWaits(rings: SharedArrayBuffer[]): RunResult["waits"] {
  const total = () => ({ times: 0, seconds: 0 });
  const sum = { source: total(), target: total() };
  for (const waits of rings.map(ringWaits)) {
    for (const side of ["source", "target"] as const) {
      sum[side].times += waits[side].times;
      sum[side].seconds += waits[side].seconds;
    }
  }
  return sum;
}
