// The ring buffer between a source worker and a target worker: one writer, one reader, one SharedArrayBuffer.
export {
  abortRing,
  allocateRing,
  type RingCapacity,
  ringWaits,
  type Waits,
} from "./layout.ts";
export { RingReader, type Run } from "./reader.ts";
export { RingFull, RingWriter } from "./writer.ts";
