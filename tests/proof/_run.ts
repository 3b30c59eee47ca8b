// Runs a plan without threads: every lane in turn, through the rings, formats and targets of a real run.
import { allocateCounters, Counters } from "../../core/run/counters.ts";
import {
  CHUNK_ROWS,
  chunkCount,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../../core/plan.ts";
import {
  abortRing,
  allocateRing,
  RingReader,
  RingWriter,
} from "../../core/ring/ring_buffer.ts";
import { formats, generators } from "../../source/registry.ts";
import { Source } from "../../source/source.ts";
import { targets } from "../../target/registry.ts";

/** A lane's rows are all made before the first is taken, so they must fit. */
const CAPACITY = { records: 1 << 18, bytes: 1 << 25 };

export async function runHere(plan: Plan): Promise<void> {
  const tables = writtenTables(plan);
  const target = targets[plan.output.kind](plan);
  const lanes = Array.from({ length: plan.workers }, (_, i) => i);
  const rings = lanes.map(() => allocateRing(CAPACITY));
  const counters = new Counters(
    allocateCounters(tables.length, plan.workers, 1),
  );
  try {
    const wire = await target.open(() => {}, { target: 0, wire: undefined }) ??
      undefined;
    for (const lane of lanes) {
      const writer = new RingWriter(rings[lane]);
      const source = await Source.create(
        plan,
        generators,
        formats,
        wire,
        (bytes, count) => writer.lend(bytes, count),
      );
      for (const table of tables) {
        fillLane(source, writer, table, lane, lanes.length);
      }
      writer.finish();
    }
    await target.fill({
      lanes: rings.map((ring) => new RingReader(ring)),
      numbers: lanes,
      counters,
      target: 0,
    });
    await target.commit();
  } catch (thrown) {
    rings.forEach(abortRing);
    await target.rollback();
    throw thrown;
  }
}

function fillLane(
  source: Source,
  writer: RingWriter,
  table: TablePlan,
  lane: number,
  lanes: number,
): void {
  for (let chunk = lane; chunk < chunkCount(table.rows); chunk += lanes) {
    const from = chunk * CHUNK_ROWS;
    const count = Math.min(CHUNK_ROWS, table.rows - from);
    source.encode(table, from, count, (bytes, ends, made) => {
      if (bytes === undefined) return writer.insertLent(ends, made);
      const done = writer.tryInsert(bytes, ends, 0, made);
      if (done < made) throw new RangeError("Cannot go on: the ring is full");
    });
  }
}

/** The bytes of a table's rows, made a few at a time. */
export async function encodeBy(
  plan: Plan,
  name: string,
  step: number,
): Promise<Uint8Array> {
  const source = await Source.create(plan, generators, formats);
  const table = plan.tables.find((one) => one.name === name)!;
  const parts: Uint8Array[] = [];
  for (let from = 0; from < table.rows; from += step) {
    const count = Math.min(step, table.rows - from);
    source.encode(table, from, count, (bytes, ends, made) => {
      parts.push(bytes!.slice(0, ends[made - 1]));
    });
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}
