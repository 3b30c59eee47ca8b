// What every source worker does: walks the tables, makes its lane's chunks, hands them over, says how it ended.
import { Counters } from "../core/run/counters.ts";
import { onDeparture } from "../core/run/departure.ts";
import { ThrustError } from "../core/errors.ts";
import type { Wire } from "../core/format.ts";
import {
  CHUNK_ROWS,
  chunkCount,
  placesOf,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../core/plan.ts";
import { PART_HEAD_BYTES, writePartHead } from "../core/wire/parts.ts";
import { RingFull, RingWriter } from "../core/ring/ring_buffer.ts";
import { onOrder, report } from "../core/run/this_worker.ts";
import { settleIn } from "../core/runtime.ts";
import type { Lend } from "./row_loop.ts";
import {
  lastReport,
  type MakeHere,
  type SourceEnd,
  type SourceOrder,
  type SourceReport,
  type SourceStart,
} from "../core/run/worker_messages.ts";

/**
 * Makes encoded records. `emit` may be called several times; what it is given is overwritten after it returns. Where it
 * gets no bytes, the records are in the memory that was lent last.
 */
export interface RowSource {
  encode(
    table: TablePlan,
    from: number,
    count: number,
    emit: (
      bytes: Uint8Array | undefined,
      ends: Uint32Array,
      count: number,
      firstRow: number,
      output?: number,
    ) => void,
  ): void;
}

/** Milliseconds in which the main thread may be deaf to signals. */
const STRETCH = 50;

/** `wire`: what to write, where the target has decided it. `lend`: memory that records may be written to. */
export type CreateSource = (
  plan: Plan,
  wire: Wire | undefined,
  lend: Lend,
) => RowSource | Promise<RowSource>;

/** Makes this thread a source worker, which waits for its orders. */
export function serveSource(
  create: CreateSource,
): void {
  let fill!: () => void;
  const told = new Promise<void>((resolve) => fill = resolve);
  onOrder<SourceOrder>(async (order) => {
    if (order.kind === "fill") return fill();
    const counters = new Counters(order.counters);
    onDeparture(() => counters.leave(order.lane));
    settleIn();
    report<SourceReport>(await work(order, counters, create, told));
  });
}

async function work(
  start: SourceStart,
  counters: Counters,
  create: CreateSource,
  told: Promise<void>,
): Promise<SourceEnd> {
  try {
    const writer = new RingWriter(start.ring);
    const source = await createFor(start, writer, create);
    report<SourceReport>({ kind: "ready" });
    await told;
    for (const _ of fillLane(source, writer, start, counters));
    return { kind: "done" };
  } catch (thrown) {
    return lastReport(thrown, "SOURCE_FAILED");
  }
}

/** Does a source worker's work on this thread, which is not to block: the ring must have room for all rows. */
export function sourceHere(create: CreateSource): MakeHere {
  return async (start) => {
    const counters = new Counters(start.counters);
    try {
      const writer = new RingWriter(start.ring, false);
      const source = await createFor(start, writer, create);
      let rested = performance.now();
      for (const _ of fillLane(source, writer, start, counters)) {
        if (performance.now() - rested < STRETCH) continue;
        await new Promise((resolve) => setTimeout(resolve));
        rested = performance.now();
      }
      return { kind: "done" };
    } catch (thrown) {
      if (!(thrown instanceof RingFull)) {
        return lastReport(thrown, "SOURCE_FAILED");
      }
      counters.forget(start.lane);
      return { kind: "full" };
    }
  };
}

async function createFor(
  { plan, wire }: SourceStart,
  writer: RingWriter,
  create: CreateSource,
): Promise<RowSource> {
  return await create(plan, wire, (bytes, count) => writer.lend(bytes, count));
}

/** Makes chunks lane, lane + lanes, lane + 2 * lanes … of all tables, with a stop after each. */
function* fillLane(
  source: RowSource,
  writer: RingWriter,
  { plan, lane, lanes }: SourceStart,
  counters: Counters,
): Generator<void> {
  for (const [index, table] of writtenTables(plan).entries()) {
    const outputs = placesOf(plan, table.name).length;
    const chunks = chunkCount(table.rows);
    const head = outputs > 1 ? new PartHead() : undefined;
    for (let chunk = lane; chunk < chunks; chunk += lanes) {
      const from = chunk * CHUNK_ROWS;
      const count = Math.min(CHUNK_ROWS, table.rows - from);
      try {
        source.encode(
          table,
          from,
          count,
          (bytes, ends, made, firstRow, output = 0) => {
            head?.insert(writer, output, made);
            if (bytes === undefined) writer.insertLent(ends, made);
            else insert(writer, bytes, ends, made, table.name, firstRow);
            // Rows count when the last of their places has them.
            const rows = output === outputs - 1 ? made : 0;
            counters.made(lane, index, rows, ends[made - 1]);
          },
        );
      } catch (thrown) {
        throw placed(thrown, table.name, from, count);
      }
      yield;
    }
  }
  writer.finish();
}

/** The record before a part. */
class PartHead {
  readonly #bytes = new Uint8Array(PART_HEAD_BYTES);
  readonly #view = new DataView(this.#bytes.buffer);
  readonly #ends = Uint32Array.of(PART_HEAD_BYTES);

  insert(writer: RingWriter, output: number, count: number): void {
    writePartHead(this.#view, output, count);
    writer.insert(this.#bytes, this.#ends, 1);
  }
}

function insert(
  writer: RingWriter,
  bytes: Uint8Array,
  ends: Uint32Array,
  count: number,
  table: string,
  firstRow: number,
): void {
  try {
    writer.insert(bytes, ends, count);
  } catch (thrown) {
    if (!(thrown instanceof ThrustError)) throw thrown;
    if (thrown.code !== "RECORD_TOO_LARGE") throw thrown;
    const index = thrown.fields.row!;
    const row = firstRow + index;
    const size = ends[index] - (index === 0 ? 0 : ends[index - 1]);
    throw new ThrustError(
      "RECORD_TOO_LARGE",
      `Cannot pass on row ${row} of table "${table}": it has ${size} bytes, more than the ring buffer holds; ` +
        `set "bytes" in [buffer] to at least that`,
      { table, row },
    );
  }
}

/** Says where a row source failed, unless it has said so itself. */
function placed(
  thrown: unknown,
  table: string,
  from: number,
  count: number,
): unknown {
  if (thrown instanceof ThrustError || thrown instanceof RingFull) {
    return thrown;
  }
  const rows = count === 1
    ? `row ${from}`
    : `rows ${from} to ${from + count - 1}`;
  const said = thrown instanceof Error
    ? `${thrown.name}: ${thrown.message}`
    : String(thrown);
  return new ThrustError(
    "SOURCE_FAILED",
    `Cannot make ${rows} of table "${table}": ${said}`,
    { table, row: from },
    { cause: thrown },
  );
}
