// Brings the records of all lanes into the order of their rows, so that any number of workers gives the same bytes.
import { ThrustError } from "../core/errors.ts";
import type { Wire } from "../core/format.ts";
import type { Kept } from "../core/kept.ts";
import { CHUNK_ROWS, type Plan, writtenTables } from "../core/plan.ts";
import type { RingReader } from "../core/ring_buffer.ts";
import type { Sink, Supply, Target, Temporary } from "./target.ts";

/** A target that writes tables one after another and their chunks in order, taken from the lanes in turn. */
export class OrderedTarget implements Target {
  readonly #plan: Plan;
  readonly #sink: Sink;

  constructor(plan: Plan, sink: Sink) {
    this.#plan = plan;
    this.#sink = sink;
  }

  open(announce: (made: Temporary) => void): void | Wire {
    return this.#sink.open(announce);
  }

  fill({ lanes, counters, target }: Supply): void {
    const sink = this.#sink;
    for (const [index, table] of writtenTables(this.#plan).entries()) {
      counters.begin(target, index);
      counters.wrote(target, index, 0, sink.begin(table));
      for (let row = 0, chunk = 0; row < table.rows; chunk++) {
        const left = table.rows - row;
        // A single lane holds all chunks in order: no need to stop between them.
        const rows = lanes.length === 1 ? left : Math.min(CHUNK_ROWS, left);
        this.#copy(lanes[chunk % lanes.length], rows, (count, bytes) => {
          counters.wrote(target, index, count, bytes);
        });
        row += rows;
      }
      counters.wrote(target, index, 0, sink.end(table));
      counters.end(target, index);
    }
    for (const lane of lanes) closeLane(lane);
  }

  commit(): void {
    this.#sink.commit();
  }

  rollback(): void | Kept {
    return this.#sink.rollback();
  }

  /** Writes the next `rows` records of a lane, at most a batch at a time. */
  #copy(
    lane: RingReader,
    rows: number,
    wrote: (rows: number, bytes: number) => void,
  ): void {
    const { stretch = Infinity } = this.#sink;
    const most = Math.min(stretch, this.#plan.output.batch);
    for (let left = rows; left > 0;) {
      const run = lane.take(Math.min(left, most));
      if (run === undefined) throw disagreement("fewer");
      this.#sink.write(run);
      left -= run.count;
      wrote(run.count, run.length);
      lane.release(run);
    }
  }
}

function closeLane(lane: RingReader): void {
  if (lane.take(1) !== undefined) throw disagreement("more");
  lane.close();
}

function disagreement(than: string): ThrustError {
  return new ThrustError(
    "WORKER_FAILED",
    `Cannot finish the run: a source worker made ${than} rows than planned`,
  );
}
