import { assert, assertEquals, assertLess } from "@std/assert";
import process from "node:process";
import { fileURLToPath } from "node:url";
import {
  abortRing,
  allocateRing,
  ringWaits,
} from "../../../core/ring/ring_buffer.ts";
import { attachRing, RingState, ringState } from "../../../core/ring/layout.ts";
import { Child, runtimes } from "../../fixtures/processes.ts";
import { startEnd } from "../../fixtures/ring_threads.ts";

const ABORTED = "the ring: the run has been aborted";

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

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

for (const role of ["writer", "reader"] as const) {
  Deno.test(`${role} that waits burns no CPU, and is woken at once by an abort`, async () => {
    const ring = allocateRing({ records: 4, bytes: 1024 });
    const ended = startEnd({
      role,
      ring,
      records: 100,
      batch: 10,
      longest: 32,
    });
    await sleep(500);
    const before = process.cpuUsage();
    await sleep(500);
    const { user, system } = process.cpuUsage(before);
    assertLess(user + system, 250_000, "microseconds in half a second");
    const from = performance.now();
    abortRing(ring);
    const report = await ended;
    assert("error" in report && report.error.endsWith(ABORTED));
    assertLess(performance.now() - from, 1000);
    const { source, target } = ringWaits(ring);
    const waits = role === "writer" ? source : target;
    assertEquals(waits.times, 1);
    assert(waits.seconds > 0.5);
  });
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
