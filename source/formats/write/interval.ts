// Lengths of time as ISO 8601 durations.
import {
  INTERVAL_BYTES,
  writeInterval,
} from "../../../core/values/interval.ts";

export { INTERVAL_BYTES };

type NumberWrite = (out: DataView, at: number, value: number) => number;

/** The function that writes lengths in units of 10^-scale seconds. */
export function intervalWriter(scale: number): NumberWrite {
  // The bytes of the view last written to, to the end of its memory: it stays for a whole chunk.
  let bytes = new Uint8Array(0);
  return function write(out, at, value) {
    if (bytes.buffer !== out.buffer || bytes.byteOffset !== out.byteOffset) {
      bytes = new Uint8Array(out.buffer as ArrayBuffer, out.byteOffset);
    }
    return writeInterval(bytes, at, value, scale);
  };
}
