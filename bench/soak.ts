// Sends 10^8 numbered records (over 2^32 bytes) through one ring between two threads, and checks order and contents.
//
//   deno run -A bench/soak.ts [records]
//   bun bench/soak.ts [records]
import process from "node:process";
import { allocateRing, ringWaits } from "../core/ring/ring_buffer.ts";
import { capacityOf } from "../core/ring/capacity.ts";
import { startEnd } from "../tests/fixtures/ring_threads.ts";

const records = Number(process.argv[2] ?? 1e8);
const ring = allocateRing(capacityOf(8 << 20));
const shared = { ring, records, longest: 96 };
const from = performance.now();
const [written, read] = await Promise.all([
  startEnd({ ...shared, role: "writer", batch: 1000 }),
  startEnd({ ...shared, role: "reader", batch: 10_000 }),
]);
const seconds = (performance.now() - from) / 1000;
console.log(JSON.stringify({
  records,
  seconds,
  written,
  read,
  waits: ringWaits(ring),
}));
const equal = JSON.stringify(written) === JSON.stringify(read);
process.exitCode = equal && "bytes" in written ? 0 : 1;
