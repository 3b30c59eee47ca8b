// The ring buffer between a source worker and a target worker: one writer, one reader, one SharedArrayBuffer.
export {
  abortRing,
  allocateRing,
  type RingCapacity,
  ringWaits,
  type Waits,
} from "./ring_layout.ts";
export { RingReader, type Run } from "./ring_reader.ts";
export { RingWriter } from "./ring_writer.ts";
