// Lengths of time as ISO 8601 durations.
import {
  INTERVAL_BYTES,
  writeInterval,
} from "../../../core/values/interval.ts";

export { INTERVAL_BYTES };

type NumberWrite = (out: DataView, at: number, value: number) => number;

/** The bytes of the view that was last written to: it is the same one for a whole chunk, mostly. */
let bytes = new Uint8Array(0);

/** The function that writes lengths in units of 10^-scale seconds. */
export function intervalWriter(scale: number): NumberWrite {
  return function write(out, at, value) {
    if (bytes.buffer !== out.buffer || bytes.byteOffset !== out.byteOffset) {
      const { buffer, byteOffset, byteLength } = out;
      bytes = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
    }
    return writeInterval(bytes, at, value, scale);
  };
}
