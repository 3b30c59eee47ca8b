// A ring in shared memory: where its words stand, its states, and how a side sleeps and is woken.
// Both ends (writer.ts, reader.ts) attach to the same buffer and share nothing else.
import { ThrustError } from "../errors.ts";

/**
 * The buffer. Lines are 128 bytes apart, so that the two sides never write to one cache line.
 *
 * | line | words | written by |
 * |---|---|---|
 * | 0 | capacity in records, capacity in bytes | nobody after allocation |
 * | 1 | state | both |
 * | 2 | tail: position after the last record, position after its last byte | source |
 * | 3 | head: position of the first record, position of its first byte | target |
 * | 4 | 1 while the source sleeps | both |
 * | 5 | 1 while the target sleeps | both |
 * | 6 | float64: waits of the source, seconds waited | source |
 * | 7 | float64: waits of the target, seconds waited | target |
 * | 8… | one word a record: the position after its last byte | source |
 * | … | the records' bytes, nothing between them | source |
 *
 * Positions run from 0 to twice the capacity and start again. So head = tail means empty, a distance of the capacity
 * means full, and nothing ever overflows, however many records pass.
 */
const LINE = 32;
const RECORDS = 0;
const BYTES = 1;
const STATE = LINE;
export const TAIL_RECORD = 2 * LINE;
export const TAIL_BYTE = 2 * LINE + 1;
export const HEAD_RECORD = 3 * LINE;
export const HEAD_BYTE = 3 * LINE + 1;
export const SOURCE_ASLEEP = 4 * LINE;
export const TARGET_ASLEEP = 5 * LINE;
/** Indexes of float64 values: waits, then seconds. */
const SOURCE_WAITS = 3 * LINE;
const TARGET_WAITS = 3 * LINE + LINE / 2;
const SLOTS = 8 * LINE;

/** Positions up to twice a capacity must fit 32 bits. */
const MAX_CAPACITY = 2 ** 31 - 1;

/** What the two sides may do. */
export const RingState = {
  /** Insert and take. */
  normal: 0,
  /** The source has finished: take until empty. */
  finished: 1,
  /** Empty, and both sides have returned. */
  closed: 2,
  /** Something failed: both sides give up at once. The failure itself goes by message. */
  aborted: 3,
} as const;
export type RingState = (typeof RingState)[keyof typeof RingState];

export interface RingCapacity {
  records: number;
  bytes: number;
}

/** How often and how long one side waited for the other. */
export interface Waits {
  times: number;
  seconds: number;
}

/** Views of a ring's buffer. */
export interface Ring {
  readonly records: number;
  readonly bytes: number;
  /** The control words, unsigned for positions and signed for what is waited on. */
  readonly words: Uint32Array<SharedArrayBuffer>;
  readonly flags: Int32Array<SharedArrayBuffer>;
  readonly ends: Uint32Array<SharedArrayBuffer>;
  readonly area: Uint8Array<SharedArrayBuffer>;
}

/**
 * Allocates a ring that holds at most `records` records and at most `bytes` bytes of them.
 *
 * A record has at least one byte in every format, so there is never use for more slots than bytes.
 */
export function allocateRing(capacity: RingCapacity): SharedArrayBuffer {
  checkCapacity("records", capacity.records);
  checkCapacity("bytes", capacity.bytes);
  const { bytes } = capacity;
  const records = Math.min(capacity.records, bytes);
  const buffer = new SharedArrayBuffer(4 * (SLOTS + records) + bytes);
  const words = new Uint32Array(buffer, 0, SLOTS);
  words[RECORDS] = records;
  words[BYTES] = bytes;
  return buffer;
}

function checkCapacity(of: keyof RingCapacity, value: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= MAX_CAPACITY) return;
  throw new RangeError(
    `Cannot allocate a ring of ${value} ${of}: it takes 1 to ${MAX_CAPACITY}`,
  );
}

export function attachRing(buffer: SharedArrayBuffer): Ring {
  const words = new Uint32Array(buffer, 0, SLOTS);
  const records = words[RECORDS];
  const bytes = words[BYTES];
  return {
    records,
    bytes,
    words,
    flags: new Int32Array(buffer, 0, SLOTS),
    ends: new Uint32Array(buffer, 4 * SLOTS, records),
    area: new Uint8Array(buffer, 4 * (SLOTS + records), bytes),
  };
}

/** How far it is from one position to a later one, around a ring of that capacity. */
export function distance(from: number, to: number, capacity: number): number {
  return to >= from ? to - from : to - from + 2 * capacity;
}

/** The position `count` further. */
export function advance(
  from: number,
  count: number,
  capacity: number,
): number {
  const to = from + count;
  return to >= 2 * capacity ? to - 2 * capacity : to;
}

export function ringState(ring: Ring): RingState {
  return Atomics.load(ring.flags, STATE) as RingState;
}

/** Goes from one state to the next, unless the ring has been aborted meanwhile. */
export function changeState(ring: Ring, from: RingState, to: RingState): void {
  Atomics.compareExchange(ring.flags, STATE, from, to);
}

/** Gives up: wakes both sides at once, and whatever they try from now on throws. */
export function abortRing(buffer: SharedArrayBuffer): void {
  const ring = attachRing(buffer);
  Atomics.store(ring.flags, STATE, RingState.aborted);
  wake(ring, SOURCE_ASLEEP);
  wake(ring, TARGET_ASLEEP);
}

/** The error of a side that finds its ring aborted. It never is the cause of a failure. */
export function abortedError(doing: string): ThrustError {
  return new ThrustError(
    "INTERRUPTED",
    `Cannot ${doing} the ring: the run has been aborted`,
  );
}

// A side that finds the other asleep leaves it there while there is little for it to do: each wake-up costs both of them
// as much as some hundred rows. It wakes it in any case before it goes to sleep itself (see `wakeOther`), so the two
// never sleep at once while one of them could work.

/** Of its capacity, so much has to be in the ring for a sleeping target to be woken, and free for a sleeping source. */
const SHARE_FOR_TARGET = 1 / 16;
const SHARE_FOR_SOURCE = 1 / 4;
/** Milliseconds after which a target is woken for less: rows that are slow to make are not kept back. */
const PATIENCE = 10;

/**
 * Whether a sleeping target is to be woken for what is in the ring.
 *
 * @param since Milliseconds since it was woken last.
 */
export function isWorthTaking(
  { records, bytes }: Ring,
  filledRecords: number,
  filledBytes: number,
  since: number,
): boolean {
  return filledBytes >= SHARE_FOR_TARGET * bytes ||
    filledRecords >= SHARE_FOR_TARGET * records || since > PATIENCE;
}

/** Whether a sleeping source is to be woken: it would fill less room at once, and sleep again. */
export function isWorthFilling(
  { records, bytes }: Ring,
  filledRecords: number,
  filledBytes: number,
): boolean {
  return filledBytes <= (1 - SHARE_FOR_SOURCE) * bytes &&
    filledRecords <= (1 - SHARE_FOR_SOURCE) * records;
}

/** Whether the side whose flag this is sleeps, or is about to. */
export function isAsleep(ring: Ring, asleep: number): boolean {
  return Atomics.load(ring.flags, asleep) !== 0;
}

/** Wakes the side whose flag this is, if it sleeps: without a sleeper it costs one load. */
export function wake(ring: Ring, asleep: number): void {
  if (!isAsleep(ring, asleep)) return;
  Atomics.store(ring.flags, asleep, 0);
  Atomics.notify(ring.flags, asleep);
}

/**
 * Says that this side is about to sleep; false where it turned out that it need not.
 *
 * The flag goes up before the last look at `blocked`, and the other side publishes before it looks at the flag: one
 * of the two sees the other, so no wake-up is lost. Whoever gets true waits for the flag to go down.
 */
export function fallAsleep(
  ring: Ring,
  asleep: number,
  blocked: () => boolean,
): boolean {
  Atomics.store(ring.flags, asleep, 1);
  if (blocked()) return true;
  Atomics.store(ring.flags, asleep, 0);
  return false;
}

/** Wakes the other side, which may have been left asleep: to be called once before each wait. */
export function wakeOther(ring: Ring, asleep: number): void {
  wake(ring, asleep === SOURCE_ASLEEP ? TARGET_ASLEEP : SOURCE_ASLEEP);
}

/** Blocks this thread for as long as `blocked` holds, and counts the wait. */
export function sleepWhile(
  ring: Ring,
  asleep: number,
  blocked: () => boolean,
): void {
  const from = performance.now();
  wakeOther(ring, asleep);
  while (blocked()) {
    if (fallAsleep(ring, asleep, blocked)) {
      Atomics.wait(ring.flags, asleep, 1);
    }
  }
  countWait(ring, asleep, from);
}

/** Adds a wait that began at `from` (see `performance.now`) to the ring's statistics. */
export function countWait(ring: Ring, asleep: number, from: number): void {
  const waits = waitsOf(ring, asleep);
  waits[0]++;
  waits[1] += (performance.now() - from) / 1000;
}

function waitsOf(ring: Ring, asleep: number): Float64Array {
  const at = asleep === SOURCE_ASLEEP ? SOURCE_WAITS : TARGET_WAITS;
  return new Float64Array(ring.words.buffer, 8 * at, 2);
}

/** How the two sides of a ring have waited for each other so far. */
export function ringWaits(
  buffer: SharedArrayBuffer,
): { source: Waits; target: Waits } {
  const ring = attachRing(buffer);
  const [sourceTimes, sourceSeconds] = waitsOf(ring, SOURCE_ASLEEP);
  const [targetTimes, targetSeconds] = waitsOf(ring, TARGET_ASLEEP);
  return {
    source: { times: sourceTimes, seconds: sourceSeconds },
    target: { times: targetTimes, seconds: targetSeconds },
  };
}
