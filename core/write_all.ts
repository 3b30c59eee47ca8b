// Writing to streams that may not block.
import { writeSome } from "./runtime.ts";

/** Milliseconds to wait where a stream that does not block is full. */
const FULL_STREAM_PAUSE = 5;

const clock = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all bytes, in as many calls as the system wants. Another program may have made the stream non-blocking; where
 * its reader is slower than we are, we wait.
 *
 * @throws what the system says against it.
 */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSome(fd, bytes.subarray(at));
    } catch (error) {
      if ((error as { code?: string }).code !== "EAGAIN") throw error;
      Atomics.wait(clock, 0, 0, FULL_STREAM_PAUSE);
    }
  }
}
