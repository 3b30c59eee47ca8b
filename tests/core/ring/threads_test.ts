import { assert, assertEquals, assertLess } from "@std/assert";
import { fileURLToPath } from "node:url";
import { allocateRing } from "../../../core/ring/ring_buffer.ts";
import { attachRing, RingState, ringState } from "../../../core/ring/layout.ts";
import { Child, runtimes } from "../../fixtures/processes.ts";
import { startEnd } from "../../fixtures/ring_threads.ts";

const ABORTED = "the ring: the run has been aborted";

const shapes: [
  name: string,
  capacity: { records: number; bytes: number },
  records: number,
  batch: number,
][] = [
  ["large runs", { records: 65_536, bytes: 1 << 20 }, 2_000_000, 1000],
  ["few slots", { records: 7, bytes: 1 << 20 }, 100_000, 64],
  ["few bytes", { records: 1000, bytes: 37 }, 100_000, 64],
  ["one record", { records: 1, bytes: 32 }, 20_000, 64],
];

for (const [name, capacity, records, batch] of shapes) {
  Deno.test(`ring between two threads delivers everything in order: ${name}`, async () => {
    const ring = allocateRing(capacity);
    const shared = { ring, records, longest: 32 };
    const [written, read] = await Promise.all([
      startEnd({ ...shared, role: "writer", batch }),
      // More than the ring holds, and never the writer's own number.
      startEnd({ ...shared, role: "reader", batch: batch * 3 + 1 }),
    ]);
    assert("bytes" in written, JSON.stringify(written));
    assertEquals(read, written);
    assertEquals(ringState(attachRing(ring)), RingState.closed);
  });
}

const waiting = fileURLToPath(
  new URL("../../fixtures/ring_waits.ts", import.meta.url),
);

for (const [runtime, command] of Object.entries(runtimes)) {
  for (const role of ["writer", "reader"]) {
    Deno.test(`${role} that waits burns no CPU on ${runtime}, and is woken at once by an abort`, async () => {
      const { stdout, stderr } = await new Child([...command, waiting, role])
        .ended;
      assertEquals(stderr, "");
      const { report, cpu, woken, waits } = JSON.parse(stdout);
      assert(report.error.endsWith(ABORTED));
      assertLess(cpu, 250_000, "microseconds in half a second");
      assertLess(woken, 1000);
      assertEquals(waits.times, 1);
      assert(waits.seconds > 0.5);
    });
  }
}

const soak = fileURLToPath(new URL("../../../bench/soak.ts", import.meta.url));

for (const [runtime, command] of Object.entries(runtimes)) {
  Deno.test(`soak of a million records passes on ${runtime}`, async () => {
    const child = new Child([...command, soak, "1000000"]);
    const { status, stdout, stderr } = await child.ended;
    assertEquals(status, 0, stderr);
    const { written, read } = JSON.parse(stdout);
    assertEquals(read, written);
  });
}
