import {
  assert,
  assertEquals,
  assertLess,
  assertRejects,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import { ThrustError } from "../../../core/errors.ts";
import {
  abortRing,
  allocateRing,
  RingReader,
  ringWaits,
  RingWriter,
  type Run,
} from "../../../core/ring/ring_buffer.ts";
import {
  attachRing,
  fallAsleep,
  isWorthFilling,
  isWorthTaking,
  RingState,
  ringState,
  SOURCE_ASLEEP,
  TARGET_ASLEEP,
} from "../../../core/ring/layout.ts";
import { encode, joined } from "./_model.ts";

function pair(records: number, bytes: number) {
  const buffer = allocateRing({ records, bytes });
  return {
    buffer,
    writer: new RingWriter(buffer),
    reader: new RingReader(buffer),
  };
}

/** One step of a schedule: insert records of these sizes, take at most so many, or release the oldest run. */
type Step =
  | { insert: number[] }
  | { take: number }
  | { release: true };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    insert: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 9 }),
  }),
  fc.record({ take: fc.integer({ min: 1, max: 9 }) }),
  fc.constant({ release: true } as const),
);

Deno.test("ring never loses, doubles or reorders a record, and its capacity is exact, under any schedule", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 12, max: 40 }),
      fc.array(step, { minLength: 20, maxLength: 200 }),
      (records, bytes, steps) => {
        const { writer, reader } = pair(records, bytes);
        // The model: sizes of the records inside, taken ones first, and the runs not yet released.
        const inside: number[] = [];
        const runs: Run[] = [];
        let inserted = 0;
        let taken = 0;
        let waiting = 0;
        const total = (sizes: number[]) => sizes.reduce((a, b) => a + b, 0);
        for (const step of steps) {
          if ("insert" in step) {
            let fits = 0;
            const room = bytes - total(inside);
            while (
              fits < step.insert.length && inside.length + fits < records &&
              total(step.insert.slice(0, fits + 1)) <= room
            ) fits++;
            const { bytes: data, ends } = encode(inserted, step.insert);
            assertEquals(writer.tryInsert(data, ends, 0, ends.length), fits);
            inside.push(...step.insert.slice(0, fits));
            inserted += fits;
            waiting += fits;
          } else if ("take" in step) {
            const run = reader.tryTake(step.take);
            const count = Math.min(step.take, waiting);
            assertEquals(run?.count ?? 0, count);
            if (run === undefined) continue;
            const at = inside.length - waiting;
            const sizes = inside.slice(at, at + count);
            assertEquals(joined(run), encode(taken, sizes).bytes);
            assertEquals(run.length, total(sizes));
            taken += count;
            waiting -= count;
            runs.push(run);
          } else if (runs.length > 0) {
            const run = runs.shift()!;
            reader.release(run);
            inside.splice(0, run.count);
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
});

Deno.test("ring works through tens of thousands of turns at any capacity, down to one record of one byte", () => {
  for (const [records, bytes] of [[1, 1], [1, 7], [2, 3], [5, 8], [64, 13]]) {
    const { writer, reader } = pair(records, bytes);
    for (let i = 0; i < 50_000; i++) {
      const { bytes: data, ends } = encode(i, [1 + i % bytes]);
      assertEquals(writer.tryInsert(data, ends, 0, 1), 1);
      const run = reader.tryTake(9)!;
      assertEquals(joined(run), data);
      reader.release(run);
    }
  }
});

Deno.test("ring blocks the source at exactly its capacity in records", () => {
  const { writer, reader } = pair(3, 1000);
  const { bytes, ends } = encode(0, [1, 1, 1, 1]);
  assertEquals(writer.tryInsert(bytes, ends, 0, 4), 3);
  const run = reader.tryTake(1)!;
  assertEquals(writer.tryInsert(bytes, ends, 3, 4), 3, "taken, not released");
  reader.release(run);
  assertEquals(writer.tryInsert(bytes, ends, 3, 4), 4);
});

Deno.test("ring blocks the source at exactly its capacity in bytes", () => {
  const { writer, reader } = pair(1000, 10);
  const { bytes, ends } = encode(0, [4, 6, 1]);
  assertEquals(writer.tryInsert(bytes, ends, 0, 3), 2);
  reader.release(reader.tryTake(1)!);
  assertEquals(writer.tryInsert(bytes, ends, 2, 3), 3);
});

Deno.test("ring refuses a record larger than itself and says which one", () => {
  const { writer } = pair(10, 10);
  const { bytes, ends } = encode(0, [4, 11, 1]);
  const error = assertThrows(
    () => writer.insert(bytes, ends, 3),
    ThrustError,
    "Cannot insert a record of 11 bytes into the ring: it holds 10 bytes",
  );
  assertEquals(error.code, "RECORD_TOO_LARGE");
  assertEquals(error.fields.row, 1);
});

Deno.test("ring gives what is left after the source has finished, then nothing, and closes", () => {
  const { buffer, writer, reader } = pair(10, 100);
  const { bytes, ends } = encode(0, [1, 2, 3]);
  writer.insert(bytes, ends, 3);
  writer.finish();
  assertEquals(ringState(attachRing(buffer)), RingState.finished);
  assertEquals(reader.take(2)?.count, 2);
  const last = reader.take(2)!;
  assertEquals(last.count, 1);
  reader.release(last);
  assertEquals(reader.take(2), undefined);
  reader.close();
  assertEquals(ringState(attachRing(buffer)), RingState.closed);
  assertThrows(
    () => writer.insert(bytes, ends, 3),
    TypeError,
    "it has been finished",
  );
});

Deno.test("aborted ring refuses both sides, even with records left", async () => {
  const { buffer, writer, reader } = pair(10, 100);
  const { bytes, ends } = encode(0, [1, 2, 3]);
  writer.insert(bytes, ends, 3);
  abortRing(buffer);
  for (
    const attempt of [
      () => writer.insert(bytes, ends, 3),
      () => reader.take(1),
    ]
  ) {
    assertEquals(assertThrows(attempt, ThrustError).code, "INTERRUPTED");
  }
  await assertRejects(() => reader.takeAsync(1), ThrustError);
  writer.finish();
  reader.close();
  assertEquals(ringState(attachRing(buffer)), RingState.aborted);
});

Deno.test("taking asynchronously waits until a record comes, and until the source finishes", async () => {
  const { buffer, writer, reader } = pair(10, 100);
  const first = reader.takeAsync(5);
  const { bytes, ends } = encode(0, [3, 3]);
  setTimeout(() => writer.insert(bytes, ends, 2), 20);
  assertEquals((await first)?.count, 2);
  const second = reader.takeAsync(5);
  setTimeout(() => writer.finish(), 20);
  assertEquals(await second, undefined);
  const { target } = ringWaits(buffer);
  assertEquals(target.times, 2);
  assert(target.seconds > 0.02);
  const flags = attachRing(buffer).flags;
  assertEquals(Atomics.load(flags, TARGET_ASLEEP), 0);
  assertEquals(Atomics.load(flags, SOURCE_ASLEEP), 0);
});

Deno.test("taking asynchronously is woken by an abort", async () => {
  const { buffer, reader } = pair(10, 100);
  const taking = reader.takeAsync(5);
  setTimeout(() => abortRing(buffer), 20);
  const from = performance.now();
  await assertRejects(() => taking, ThrustError, "has been aborted");
  assertLess(performance.now() - from, 2000);
});

Deno.test("a sleeping target is woken for a sixteenth of the ring, for less after a while, and at the source's end", () => {
  const { buffer, writer } = pair(160, 1600);
  const ring = attachRing(buffer);
  assert(!isWorthTaking(ring, 9, 99, 10));
  assert(isWorthTaking(ring, 10, 10, 0), "records");
  assert(isWorthTaking(ring, 1, 100, 0), "bytes");
  assert(isWorthTaking(ring, 1, 1, 10.1), "time");
  const { bytes, ends } = encode(0, [1, 99]);
  const sleeps = () => Atomics.load(ring.flags, TARGET_ASLEEP) === 1;
  assert(fallAsleep(ring, TARGET_ASLEEP, () => true));
  writer.insert(bytes, ends, 1);
  assert(!sleeps(), "the first record");
  assert(fallAsleep(ring, TARGET_ASLEEP, () => true));
  writer.insert(bytes, ends, 2);
  assert(!sleeps(), "a sixteenth");
  assert(fallAsleep(ring, TARGET_ASLEEP, () => true));
  writer.finish();
  assert(!sleeps(), "the end");
});

Deno.test("a sleeping source is woken for a quarter of the ring", () => {
  const { buffer, writer, reader } = pair(8, 80);
  const ring = attachRing(buffer);
  assert(isWorthFilling(ring, 6, 60));
  assert(!isWorthFilling(ring, 7, 1));
  assert(!isWorthFilling(ring, 1, 61));
  const { bytes, ends } = encode(0, [10, 10, 10, 10, 10, 10, 10, 10]);
  writer.insert(bytes, ends, 8);
  assert(fallAsleep(ring, SOURCE_ASLEEP, () => true));
  reader.release(reader.take(1)!);
  assertEquals(Atomics.load(ring.flags, SOURCE_ASLEEP), 1);
  reader.release(reader.take(1)!);
  assertEquals(Atomics.load(ring.flags, SOURCE_ASLEEP), 0);
});

Deno.test("a side that goes to sleep wakes the other one, however little there is for it to do", async () => {
  const { buffer, writer, reader } = pair(8, 80);
  const ring = attachRing(buffer);
  const { bytes, ends } = encode(0, [10, 10, 10, 10, 10, 10, 10, 10]);
  writer.insert(bytes, ends, 8);
  assert(fallAsleep(ring, SOURCE_ASLEEP, () => true));
  const run = reader.take(8)!;
  reader.release({ ...run, endRecord: 1, endByte: 10 });
  assertEquals(Atomics.load(ring.flags, SOURCE_ASLEEP), 1);
  const taking = reader.takeAsync(1);
  assertEquals(Atomics.load(ring.flags, SOURCE_ASLEEP), 0);
  // Once for each wait: what is asleep by now waits for something else.
  assert(fallAsleep(ring, SOURCE_ASLEEP, () => true));
  abortRing(buffer);
  await assertRejects(() => taking, ThrustError);
});

Deno.test("ring of no capacity, or of more than positions can count, is refused", () => {
  for (const records of [0, -1, 1.5, 2 ** 31]) {
    assertThrows(() => allocateRing({ records, bytes: 10 }), RangeError);
  }
  assertThrows(() => allocateRing({ records: 1, bytes: 2 ** 31 }), RangeError);
});
