// How large a ring is when the Genfile does not say.
import process from "node:process";
import type { RingCapacity } from "./layout.ts";

const MAX_BYTES = 8 * 1024 * 1024;
const MIN_BYTES = 64 * 1024;
/** Records no shorter than this never run out of slots before they run out of bytes. */
const BYTES_OF_A_SHORT_RECORD = 16;
const FEW_BYTES = 256 * 1024;
/** Few values are longer; a number has about a tenth of it. */
const BYTES_OF_A_LONG_VALUE = 64;

/** A sixteenth of the available memory shared by all lanes, at most 8 MiB a lane. */
export function defaultCapacity(lanes: number): RingCapacity {
  const share = Math.floor(availableMemory() / 16 / lanes);
  return capacityOf(Math.max(MIN_BYTES, Math.min(MAX_BYTES, share)));
}

/** The part of a ring's capacity in which so many values are likely to have room at once. */
export function capacityFor(values: number, most: RingCapacity): RingCapacity {
  const usual = capacityOf(FEW_BYTES + values * BYTES_OF_A_LONG_VALUE);
  return {
    records: Math.min(usual.records, most.records),
    bytes: Math.min(usual.bytes, most.bytes),
  };
}

/** The capacity of a ring of which only the bytes are said. */
export function capacityOf(bytes: number): RingCapacity {
  return {
    records: Math.max(1, Math.floor(bytes / BYTES_OF_A_SHORT_RECORD)),
    bytes,
  };
}

/** Memory in bytes that this process may still take, as far as the system says. */
function availableMemory(): number {
  const limits = [process.availableMemory(), process.constrainedMemory() ?? 0];
  return Math.min(...limits.filter((limit) => limit > 0));
}
