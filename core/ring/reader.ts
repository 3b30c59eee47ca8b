// The target's end of a ring: takes runs of whole records where they lie, and frees them when they are written.
import { collectNowAndThen } from "./garbage.ts";
import {
  abortedError,
  advance,
  attachRing,
  changeState,
  countWait,
  distance,
  fallAsleep,
  HEAD_BYTE,
  HEAD_RECORD,
  isAsleep,
  isWorthFilling,
  type Ring,
  RingState,
  ringState,
  sleepWhile,
  SOURCE_ASLEEP,
  TAIL_BYTE,
  TAIL_RECORD,
  TARGET_ASLEEP,
  wake,
  wakeOther,
} from "./layout.ts";

/** Records that lie one after another in a ring; valid until released. */
export interface Run {
  count: number;
  /** Length of all records in bytes. */
  length: number;
  /** The bytes, in shared memory; where they go past the end of the ring, the rest is in `second`. */
  first: Uint8Array<SharedArrayBuffer>;
  second: Uint8Array<SharedArrayBuffer> | undefined;
  /** Positions after the last record and its last byte. */
  endRecord: number;
  endByte: number;
}

/** Longest time that a timer may be set for. */
const FOREVER = 2 ** 31 - 1;

/** The only reader of a ring. */
export class RingReader {
  readonly #ring: Ring;
  /** Where the next run begins: everything from the head to here has been taken and not yet released. */
  #nextRecord: number;
  #nextByte: number;

  constructor(buffer: SharedArrayBuffer) {
    this.#ring = attachRing(buffer);
    this.#nextRecord = this.#ring.words[HEAD_RECORD];
    this.#nextByte = this.#ring.words[HEAD_BYTE];
  }

  /**
   * Takes at most `max` records, waiting until there is one. Undefined once the source has finished and all is taken.
   *
   * What is taken keeps its place: who holds the whole ring must release before more can come.
   *
   * @throws {ThrustError} `INTERRUPTED` once the ring is aborted.
   */
  take(max: number): Run | undefined {
    if (this.#mustWait()) {
      sleepWhile(this.#ring, TARGET_ASLEEP, () => this.#mustWait());
    }
    return this.tryTake(max);
  }

  /** `take` for a thread that has other things to hear of meanwhile. */
  async takeAsync(max: number): Promise<Run | undefined> {
    if (this.#mustWait()) await this.#waitAsync();
    return this.tryTake(max);
  }

  /** Resolves once there is a record to take, or there will never be one more: for a thread that has several lanes. */
  async whenReady(): Promise<void> {
    if (this.#mustWait()) await this.#waitAsync();
  }

  /** Takes what is there, without waiting; undefined where there is nothing. */
  tryTake(max: number): Run | undefined {
    const ring = this.#ring;
    if (ringState(ring) === RingState.aborted) throw abortedError("take from");
    const tail = Atomics.load(ring.words, TAIL_RECORD);
    const count = Math.min(max, distance(this.#nextRecord, tail, ring.records));
    if (count === 0) return undefined;
    const endRecord = advance(this.#nextRecord, count, ring.records);
    const lastRecord = advance(this.#nextRecord, count - 1, ring.records);
    const endByte = ring.ends[lastRecord % ring.records];
    const length = distance(this.#nextByte, endByte, ring.bytes);
    const at = this.#nextByte % ring.bytes;
    const over = at + length - ring.bytes;
    this.#nextRecord = endRecord;
    this.#nextByte = endByte;
    return {
      count,
      length,
      first: ring.area.subarray(at, over > 0 ? ring.bytes : at + length),
      second: over > 0 ? ring.area.subarray(0, over) : undefined,
      endRecord,
      endByte,
    };
  }

  /** Frees the places of a run, and of any taken before it. */
  release(run: Run): void {
    Atomics.store(this.#ring.words, HEAD_BYTE, run.endByte);
    Atomics.store(this.#ring.words, HEAD_RECORD, run.endRecord);
    if (isAsleep(this.#ring, SOURCE_ASLEEP)) this.#wakeWhereWorthIt(run);
    collectNowAndThen();
  }

  /** The source sleeps on until there is enough room to work on. */
  #wakeWhereWorthIt({ endRecord, endByte }: Run): void {
    const { words, records, bytes } = this.#ring;
    const tailRecord = Atomics.load(words, TAIL_RECORD);
    const tailByte = Atomics.load(words, TAIL_BYTE);
    const filledRecords = distance(endRecord, tailRecord, records);
    const filledBytes = distance(endByte, tailByte, bytes);
    if (isWorthFilling(this.#ring, filledRecords, filledBytes)) {
      wake(this.#ring, SOURCE_ASLEEP);
    }
  }

  /** Ends the ring's life, once the source has finished and everything is released. */
  close(): void {
    changeState(this.#ring, RingState.finished, RingState.closed);
  }

  #mustWait(): boolean {
    const { words } = this.#ring;
    // The state first: what was inserted before the source finished is then seen by the second load.
    const normal = ringState(this.#ring) === RingState.normal;
    return normal && Atomics.load(words, TAIL_RECORD) === this.#nextRecord;
  }

  async #waitAsync(): Promise<void> {
    const ring = this.#ring;
    const from = performance.now();
    wakeOther(ring, TARGET_ASLEEP);
    // Atomics.waitAsync does not keep the event loop alive.
    const alive = setInterval(() => {}, FOREVER);
    const blocked = () => this.#mustWait();
    try {
      while (blocked()) {
        if (!fallAsleep(ring, TARGET_ASLEEP, blocked)) break;
        await Atomics.waitAsync(ring.flags, TARGET_ASLEEP, 1).value;
      }
    } finally {
      clearInterval(alive);
    }
    countWait(ring, TARGET_ASLEEP, from);
  }
}
