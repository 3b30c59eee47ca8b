import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  abortRing,
  allocateRing,
  RingReader,
  RingWriter,
} from "../../../core/ring/ring_buffer.ts";

/** Sizes of records to bring in at once, how many bytes more to ask for, and how many records to take before. */
const step = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), {
    minLength: 1,
    maxLength: 5,
  }),
  more: fc.integer({ min: 0, max: 12 }),
  take: fc.integer({ min: 0, max: 8 }),
});

Deno.test("records written to where the ring lends arrive as those that are inserted", () => {
  let lent = 0;
  let inserted = 0;
  fc.assert(fc.property(
    fc.integer({ min: 5, max: 12 }),
    fc.integer({ min: 45, max: 90 }),
    fc.array(step, { minLength: 10, maxLength: 60 }),
    (records, bytes, steps) => {
      const ring = allocateRing({ records, bytes });
      const writer = new RingWriter(ring);
      const reader = new RingReader(ring);
      const sent: number[] = [];
      const got: number[] = [];
      let next = 0;
      const take = (count: number) => {
        const run = reader.tryTake(count);
        if (run === undefined) return;
        got.push(...run.first, ...run.second ?? []);
        reader.release(run);
      };
      for (const { sizes, more, take: taken } of steps) {
        if (taken > 0) take(taken);
        const ends = new Uint32Array(sizes.length);
        const values: number[] = [];
        for (const [i, size] of sizes.entries()) {
          for (let k = 0; k < size; k++) values.push(next++ & 255);
          ends[i] = values.length;
        }
        const place = writer.lend(values.length + more, sizes.length);
        if (place !== undefined) {
          lent++;
          for (let k = 0; k < values.length + more; k++) {
            place.setUint8(k, values[k] ?? 0xee);
          }
          writer.insertLent(ends, sizes.length);
          sent.push(...values);
          continue;
        }
        const done = writer.tryInsert(
          Uint8Array.from(values),
          ends,
          0,
          sizes.length,
        );
        inserted += done;
        sent.push(...values.slice(0, done === 0 ? 0 : ends[done - 1]));
      }
      while (got.length < sent.length) take(records);
      assertEquals(got, sent);
    },
  ));
  assert(lent > 100 && inserted > 100);
});

Deno.test("a ring lends no more than is free in one piece", () => {
  const ring = allocateRing({ records: 4, bytes: 100 });
  const writer = new RingWriter(ring);
  const reader = new RingReader(ring);
  assertEquals(writer.lend(101, 1), undefined);
  assertEquals(writer.lend(100, 5), undefined);
  assertEquals(writer.lend(100, 4)?.byteLength, 100);
  writer.insert(new Uint8Array(60), Uint32Array.of(30, 60), 2);
  assertEquals(writer.lend(41, 1), undefined);
  assertEquals(writer.lend(40, 2)?.byteLength, 40);
  reader.release(reader.tryTake(2)!);
  assertEquals(writer.lend(41, 1), undefined, "the area ends before that");
  assertEquals(writer.lend(40, 1)?.byteLength, 40);
});

Deno.test("records in lent memory are refused once the ring is aborted", () => {
  const ring = allocateRing({ records: 4, bytes: 100 });
  const writer = new RingWriter(ring);
  writer.lend(10, 1);
  abortRing(ring);
  assertThrows(() => writer.insertLent(Uint32Array.of(10), 1));
});
