// Brings the records of all lanes into the order of their rows, so that any number of workers gives the same bytes.
import { ThrustError } from "../core/errors.ts";
import type { Wire } from "../core/format.ts";
import type { Kept } from "../core/run/kept.ts";
import { readPartHead } from "../core/wire/parts.ts";
import {
  CHUNK_ROWS,
  placesOf,
  type Plan,
  writtenTables,
} from "../core/plan.ts";
import type { RingReader, Run } from "../core/ring/ring_buffer.ts";
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
      const outputs = placesOf(this.#plan, table.name).length;
      counters.begin(target, index);
      counters.wrote(target, index, 0, sink.begin(table));
      for (let row = 0, chunk = 0; row < table.rows; chunk++) {
        const left = table.rows - row;
        // A single lane holds all chunks in order: no need to stop between them.
        const rows = lanes.length === 1 ? left : Math.min(CHUNK_ROWS, left);
        const lane = lanes[chunk % lanes.length];
        if (outputs === 1) {
          this.#copy(lane, rows, 0, (count, bytes) => {
            counters.wrote(target, index, count, bytes);
          });
        } else {
          this.#copyParts(lane, rows * outputs, (count, bytes, output) => {
            // Rows count when the last of their places has them.
            const written = output === outputs - 1 ? count : 0;
            counters.wrote(target, index, written, bytes);
          });
        }
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

  /** Writes parts of so many records in all, each to the output that it is for. */
  #copyParts(
    lane: RingReader,
    records: number,
    wrote: (rows: number, bytes: number, output: number) => void,
  ): void {
    for (let left = records; left > 0;) {
      const run = lane.take(1);
      if (run === undefined) throw disagreement("fewer");
      const { output, count } = readPartHead(bytesOf(run));
      lane.release(run);
      this.#copy(lane, count, output, (rows, bytes) => {
        wrote(rows, bytes, output);
      });
      left -= count;
    }
  }

  /** Writes the next `rows` records of a lane, at most a batch at a time. */
  #copy(
    lane: RingReader,
    rows: number,
    output: number,
    wrote: (rows: number, bytes: number) => void,
  ): void {
    const { stretch = Infinity } = this.#sink;
    const most = Math.min(stretch, this.#plan.output.batch);
    for (let left = rows; left > 0;) {
      const run = lane.take(Math.min(left, most));
      if (run === undefined) throw disagreement("fewer");
      this.#sink.write(run, output);
      left -= run.count;
      wrote(run.count, run.length);
      lane.release(run);
    }
  }
}

function bytesOf({ first, second, length }: Run): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(first);
  if (second !== undefined) bytes.set(second, first.length);
  return bytes;
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
