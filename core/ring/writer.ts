// The source's end of a ring: inserts whole records, waits while they do not fit.
import { ThrustError } from "../errors.ts";
import { collectNowAndThen } from "./garbage.ts";
import {
  abortedError,
  advance,
  attachRing,
  changeState,
  distance,
  HEAD_BYTE,
  HEAD_RECORD,
  isAsleep,
  isWorthTaking,
  type Ring,
  RingState,
  ringState,
  sleepWhile,
  SOURCE_ASLEEP,
  TAIL_BYTE,
  TAIL_RECORD,
  TARGET_ASLEEP,
  wake,
} from "./layout.ts";

/** A ring has no room for what is to go in, and nobody empties it. */
export class RingFull extends Error {
  override readonly name = "RingFull";
}

/** The only writer of a ring. */
export class RingWriter {
  readonly #ring: Ring;
  readonly #waits: boolean;
  #tailRecord: number;
  #tailByte: number;
  /** When the target was woken last (see `performance.now`). */
  #woken = -Infinity;

  /** @param waits Whether there is a target at work that makes room. */
  constructor(buffer: SharedArrayBuffer, waits = true) {
    this.#waits = waits;
    this.#ring = attachRing(buffer);
    this.#tailRecord = this.#ring.words[TAIL_RECORD];
    this.#tailByte = this.#ring.words[TAIL_BYTE];
  }

  /**
   * Inserts records one after another, waiting for room wherever the next one does not fit.
   *
   * @param bytes The records, nothing between them.
   * @param ends Where each record ends in `bytes`; the first begins at 0.
   * @param count Number of records.
   * @throws {ThrustError} `RECORD_TOO_LARGE` for a record larger than the ring; `fields.row` counts from this run's
   * first record. `INTERRUPTED` once the ring is aborted.
   * @throws {RingFull} Where it would wait and shall not, or finds a record larger than the ring.
   */
  insert(bytes: Uint8Array, ends: Uint32Array, count: number): void {
    let done = this.tryInsert(bytes, ends, 0, count);
    while (done < count) {
      if (!this.#waits) throw new RingFull();
      const size = ends[done] - (done === 0 ? 0 : ends[done - 1]);
      sleepWhile(this.#ring, SOURCE_ASLEEP, () => !this.#hasRoom(size));
      done = this.tryInsert(bytes, ends, done, count);
    }
  }

  /**
   * Inserts as many of the records from `first` on as fit now, without waiting.
   *
   * @returns Index of the first record that has not been inserted.
   */
  tryInsert(
    bytes: Uint8Array,
    ends: Uint32Array,
    first: number,
    count: number,
  ): number {
    if (ringState(this.#ring) !== RingState.normal) this.#refuse();
    const { words, records, area } = this.#ring;
    const capacity = this.#ring.bytes;
    const start = first === 0 ? 0 : ends[first - 1];
    const headRecord = Atomics.load(words, HEAD_RECORD);
    const headByte = Atomics.load(words, HEAD_BYTE);
    const room = records - distance(headRecord, this.#tailRecord, records);
    const space = capacity - distance(headByte, this.#tailByte, capacity);
    const last = lastThatFits(
      ends,
      first,
      Math.min(count, first + room),
      start + space,
    );
    if (last === first) {
      if (this.#waits && first < count && ends[first] - start > capacity) {
        throw tooLarge(first, ends[first] - start, capacity);
      }
      return first;
    }
    copyAround(area, this.#tailByte, bytes, start, ends[last - 1]);
    this.#publish(ends, first, last, start);
    return last;
  }

  /** Lets the target see records whose bytes are in their place. */
  #publish(
    ends: Uint32Array,
    first: number,
    last: number,
    start: number,
  ): void {
    const { words, records, bytes } = this.#ring;
    this.#noteEnds(ends, first, last, start);
    this.#tailRecord = advance(this.#tailRecord, last - first, records);
    this.#tailByte = advance(this.#tailByte, ends[last - 1] - start, bytes);
    Atomics.store(words, TAIL_BYTE, this.#tailByte);
    Atomics.store(words, TAIL_RECORD, this.#tailRecord);
    if (isAsleep(this.#ring, TARGET_ASLEEP)) this.#wakeWhereWorthIt();
    collectNowAndThen();
  }

  /** The target sleeps on until there is enough for it to do. */
  #wakeWhereWorthIt(): void {
    const { words, records, bytes } = this.#ring;
    const headRecord = Atomics.load(words, HEAD_RECORD);
    const headByte = Atomics.load(words, HEAD_BYTE);
    const filledRecords = distance(headRecord, this.#tailRecord, records);
    const filledBytes = distance(headByte, this.#tailByte, bytes);
    const now = performance.now();
    const since = now - this.#woken;
    if (!isWorthTaking(this.#ring, filledRecords, filledBytes, since)) return;
    this.#woken = now;
    wake(this.#ring, TARGET_ASLEEP);
  }

  /**
   * Lends the place where the next records will stand, for them to be written there instead of being copied.
   *
   * @returns Undefined where so many bytes or records are not free, or go past the area's end: then `insert` them.
   */
  lend(bytes: number, count: number): DataView<SharedArrayBuffer> | undefined {
    const { words, records, area } = this.#ring;
    const capacity = this.#ring.bytes;
    const headRecord = Atomics.load(words, HEAD_RECORD);
    const headByte = Atomics.load(words, HEAD_BYTE);
    const room = records - distance(headRecord, this.#tailRecord, records);
    const space = capacity - distance(headByte, this.#tailByte, capacity);
    const at = this.#tailByte % capacity;
    if (count > room || bytes > space || bytes > capacity - at) {
      return undefined;
    }
    return new DataView(area.buffer, area.byteOffset + at, bytes);
  }

  /**
   * Inserts the records that have been written to where `lend` said.
   *
   * @param ends As for `insert`.
   */
  insertLent(ends: Uint32Array, count: number): void {
    if (ringState(this.#ring) !== RingState.normal) this.#refuse();
    this.#publish(ends, 0, count, 0);
  }

  /** Says that no more records will come. */
  finish(): void {
    changeState(this.#ring, RingState.normal, RingState.finished);
    wake(this.#ring, TARGET_ASLEEP);
  }

  /** Whether a record of that size can go in, or trying will throw. */
  #hasRoom(size: number): boolean {
    const ring = this.#ring;
    if (ringState(ring) !== RingState.normal || size > ring.bytes) return true;
    const { words, records, bytes } = ring;
    const headRecord = Atomics.load(words, HEAD_RECORD);
    if (distance(headRecord, this.#tailRecord, records) === records) {
      return false;
    }
    const headByte = Atomics.load(words, HEAD_BYTE);
    return bytes - distance(headByte, this.#tailByte, bytes) >= size;
  }

  /** Writes each record's end position into its slot. */
  #noteEnds(
    ends: Uint32Array,
    first: number,
    last: number,
    start: number,
  ): void {
    const { ends: slots, records } = this.#ring;
    const turn = 2 * this.#ring.bytes;
    const offset = this.#tailByte - start;
    let slot = this.#tailRecord % records;
    for (let i = first; i < last; i++) {
      const end = offset + ends[i];
      slots[slot] = end >= turn ? end - turn : end;
      if (++slot === records) slot = 0;
    }
  }

  #refuse(): never {
    if (ringState(this.#ring) === RingState.aborted) {
      throw abortedError("insert into");
    }
    throw new TypeError("Cannot insert into the ring: it has been finished");
  }
}

/** One after the last record from `first` on that ends at or before `limit`. */
function lastThatFits(
  ends: Uint32Array,
  first: number,
  count: number,
  limit: number,
): number {
  if (count > first && ends[count - 1] <= limit) return count;
  let low = first;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Copies bytes to a position of the circular area, in two parts where they go past its end. */
function copyAround(
  area: Uint8Array,
  position: number,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  const at = position % area.length;
  const middle = Math.min(end, start + area.length - at);
  area.set(bytes.subarray(start, middle), at);
  if (middle < end) area.set(bytes.subarray(middle, end), 0);
}

function tooLarge(index: number, size: number, capacity: number): ThrustError {
  return new ThrustError(
    "RECORD_TOO_LARGE",
    `Cannot insert a record of ${size} bytes into the ring: it holds ${capacity} bytes`,
    { row: index },
  );
}
