// The one place that knows which runtime this is: what each has of its own, and what stands in for it elsewhere.
import { fstatSync, writeSync } from "node:fs";
import process from "node:process";

/** Hashes a message in one call, straight into bytes. */
interface Hasher {
  hash(message: Uint8Array, out: Uint8Array): unknown;
}

/** The part of Bun's interface that thrust uses. */
interface BunRuntime {
  gc(now: boolean): void;
  unsafe: { setJITPolicy?(reluctance: number): void };
  MD5: Hasher;
  SHA1: Hasher;
  SHA256: Hasher;
}

/** A file that Deno has opened. */
interface DenoFile {
  writeSync(bytes: Uint8Array): number;
}

/** The part of Deno's interface that thrust uses. */
interface DenoRuntime {
  openSync(path: string, options: { write: boolean }): DenoFile;
}

const { Bun: bun, Deno: deno } = globalThis as {
  Bun?: BunRuntime;
  Deno?: DenoRuntime;
};

/**
 * Collects garbage now, where the engine would wait too long: Bun's waits until garbage rivals the heap it knows. V8
 * collects young garbage by itself.
 */
export function collectGarbage(): void {
  bun?.gc(true);
}

/**
 * To be called where there is more to do than a moment's work: hot code is compiled as soon as usual from now on. The
 * executable begins with a JIT that takes its time (see scripts/compile.ts), because most code of a short run is not
 * worth compiling.
 */
export function settleIn(): void {
  bun?.unsafe.setJITPolicy?.(1);
}

/** Writes the hash of a message into `out`, which has as many bytes as the algorithm gives. */
export type Digester = (message: Uint8Array, out: Uint8Array) => void;

/** Whether SHA-256 is made by instructions of the processor, in a call that costs little. */
export const hasOwnSha256 = bun !== undefined;

/** MD5, SHA-1 or SHA-256: on Bun by its own functions, which cost half of a call that makes a string. */
export function digesterOf(algorithm: string): Digester {
  if (bun !== undefined) {
    const hashers = { md5: bun.MD5, sha1: bun.SHA1, sha256: bun.SHA256 };
    const hasher = hashers[algorithm as keyof typeof hashers];
    return (message, out) => hasher.hash(message, out);
  }
  // Loaded where it is used: every other Genfile starts sooner.
  const { hash } = process.getBuiltinModule("node:crypto");
  return (message, out) => out.set(hash(algorithm, message, "buffer"));
}

/** Standard streams that have been opened once more; undefined for those that are written as they are. */
const reopened = new Map<number, DenoFile | undefined>();

/**
 * Writes what an open file or stream takes of the bytes in one call, and gives how many that were.
 *
 * Deno loses count at a pipe that does not block and is full: its standard streams keep some bytes for later, its
 * `node:fs` calls until all are out, and both throw without a word about those that are gone; what is written again
 * would then come twice. A pipe that is opened once more has neither habit.
 */
export function writeSome(fd: number, bytes: Uint8Array): number {
  if (deno === undefined || fd > 2) return writeSync(fd, bytes);
  if (!reopened.has(fd)) reopened.set(fd, reopenPipe(deno, fd));
  return reopened.get(fd)?.writeSync(bytes) ?? writeSync(fd, bytes);
}

/** Undefined where it is no pipe, or belongs to somebody who keeps it to themselves. */
function reopenPipe(deno: DenoRuntime, fd: number): DenoFile | undefined {
  try {
    if (!fstatSync(fd).isFIFO()) return undefined;
    return deno.openSync(`/dev/fd/${fd}`, { write: true });
  } catch {
    return undefined;
  }
}
