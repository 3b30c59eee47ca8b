// Time zones as plain data: from points in time to local time and back, the same in every engine.
import { parseDate, parseTimestamp } from "./calendar.ts";
import { POWERS_OF_TEN } from "./digits.ts";

/** Where local time is how far ahead of UTC. */
export interface Zone {
  /** `Asia/Jakarta`, or `+07:00`. */
  name: string;
  /** In seconds: the first until `changes[0]`, the next from there on, and so on. */
  offsets: number[];
  /** Seconds since 1970, rising: one fewer than offsets. */
  changes: number[];
}

/** Why there is no zone of a name. */
export interface ZoneRefusal {
  message: string;
  hint?: string;
}

/** The zones that a Genfile may name; as a family of generators, it notes what it misses until it is loaded. */
export interface Zones {
  find(name: string): Zone | ZoneRefusal;
  /** Loads what was missed so far; tells whether there was anything. */
  load(): Promise<boolean>;
}

/** Bytes of the longest offset: `+00:19:32`. */
export const OFFSET_BYTES = 9;

const OFFSET = /^([+-])(\d{2}):(\d{2})$/;
/** The largest that the language's own times may have. */
const MAX_HOURS = 23;
const SECONDS_OF_DAY = 86400;
/** Changes so long before a local time are over, whatever the offsets are. */
const AROUND = 2 * SECONDS_OF_DAY;

/** `+07:00` as a zone; undefined where the text is no offset. */
export function fixedZone(name: string): Zone | undefined {
  const match = OFFSET.exec(name);
  if (match === null) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > MAX_HOURS || minutes > 59) return undefined;
  const size = 60 * (60 * hours + minutes);
  return {
    name,
    offsets: [match[1] === "-" ? 0 - size : size],
    changes: [],
  };
}

/**
 * The function from seconds since 1970 to the offset then.
 *
 * It remembers the stretch of the last one: neighbours are often in the same.
 */
export function offsetReader(
  { offsets, changes }: Zone,
): (seconds: number) => number {
  if (changes.length === 0) {
    const [only] = offsets;
    return () => only;
  }
  const starts = Float64Array.from([-Infinity, ...changes, Infinity]);
  const of = Int32Array.from(offsets);
  let last = 0;
  return function offsetAt(seconds) {
    if (seconds >= starts[last] && seconds < starts[last + 1]) return of[last];
    let low = 0;
    let high = of.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (seconds >= starts[middle]) low = middle;
      else high = middle - 1;
    }
    last = low;
    return of[low];
  };
}

/**
 * The function from local seconds (those that a clock there shows, counted as if it were in UTC) to seconds since 1970.
 *
 * A local time that comes twice is the earlier one; one that is left out is as much later as the clock was put forward.
 * In both it is the offset before the change that counts, as in java.time.
 */
export function instantReader(
  { offsets, changes }: Zone,
): (local: number) => number {
  return function instantAt(local) {
    let k = countUntil(changes, local - AROUND);
    while (
      k < changes.length &&
      local >= changes[k] + Math.max(offsets[k], offsets[k + 1])
    ) k++;
    return local - offsets[k];
  };
}

/** How many of rising numbers are not above another. */
function countUntil(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether some local time between two points in time (seconds since 1970) comes twice. */
export function repeatsTimes(
  { offsets, changes }: Zone,
  from = -Infinity,
  to = Infinity,
): boolean {
  return changes.some((change, i) => {
    const back = offsets[i] - offsets[i + 1];
    return back > 0 && change + back > from && change - back <= to;
  });
}

/** Whether all offsets are whole minutes: their texts are then all as long. */
export function hasWholeMinutes({ offsets }: Zone): boolean {
  return offsets.every((offset) => offset % 60 === 0);
}

/** `+07:00`, or `+00:19:32` where there are seconds. */
export function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const minutes = Math.floor(size / 60);
  const parts = [Math.floor(minutes / 60), minutes % 60];
  if (size % 60 !== 0) parts.push(size % 60);
  return (offset < 0 ? "-" : "+") +
    parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** A date or a point in time, as literals and other constants are. */
interface Written {
  kind: string;
  value: unknown;
  text?: string;
  scale?: number;
}

/**
 * A date, or a point in time that was written without an offset, as one of a zone; all else as it is.
 *
 * A date is a zone's midnight, or the first time after it where that day has none.
 */
export function inZone<T extends Written>(
  literal: T,
  zone: Zone | undefined,
): T | { kind: "timestamp"; value: number; scale: number; text: string } {
  if (zone === undefined) return literal;
  const { kind, value, text = "", scale = 0 } = literal;
  if (kind === "date") {
    const local = (value as number) * SECONDS_OF_DAY;
    return {
      ...{ kind: "timestamp", value: instantReader(zone)(local) },
      ...{ scale: 0, text },
    };
  }
  if (kind !== "timestamp" || !isLocal(text)) return literal;
  return {
    ...{ kind: "timestamp", value: unitsInZone(value as number, scale, zone) },
    ...{ scale, text },
  };
}

/** Local time in units of 10^-scale seconds as a point in time in the same units. */
export function unitsInZone(value: number, scale: number, zone: Zone): number {
  const unit = POWERS_OF_TEN[scale];
  const seconds = Math.floor(value / unit);
  return value + (instantReader(zone)(seconds) - seconds) * unit;
}

/** Whether a text is a date or a time that says no offset. */
export function isLocal(text: string): boolean {
  if (parseDate(text) !== undefined) return true;
  return !/(?:[Zz]|[+-]\d{2}:\d{2})$/.test(text) &&
    parseTimestamp(text) !== undefined;
}
