// Dates and times as ISO 8601 text. The days that data is usually about, 1900 to 2100, are kept as text.
import {
  daysFromCivil,
  formatDate,
  writeDate as writeDateBytes,
} from "../../../core/values/calendar.ts";
import { PAIRS, POWERS_OF_TEN } from "../../../core/values/digits.ts";
import {
  offsetReader,
  offsetText,
  type Zone,
} from "../../../core/values/zone.ts";
import { writeAscii } from "./float.ts";
import { writeFixed } from "./integer.ts";

type NumberWrite = (out: DataView, at: number, value: number) => number;

export const DATE_BYTES = 10;
/** Bytes of the longest time and timestamp: point and fraction included. */
export const TIME_BYTES = 8 + 16;
export const TIMESTAMP_BYTES = 19 + 16;

const COLON = 58;
const POINT = 46;
const SECONDS_OF_DAY = 86400;
const MINUTES_OF_DAY = 1440;
const FIRST = daysFromCivil(1900, 1, 1);
const DAYS = daysFromCivil(2101, 1, 1) - FIRST;

/** Three words a day: its ten bytes, and two that nobody looks at. All 0 until the day is first written. */
const days = new Int32Array(3 * DAYS);

function makeDay(value: number, k: number): number {
  const text = new DataView(new ArrayBuffer(12));
  writeDateBytes(new Uint8Array(text.buffer), 0, value);
  for (let word = 0; word < 3; word++) {
    days[k + word] = text.getInt32(4 * word, true);
  }
  return days[k];
}

/** Writes `2024-02-29` for a day since 1970-01-01. */
export function writeDate(out: DataView, at: number, value: number): number {
  const day = value - FIRST;
  if (!(day >= 0 && day < DAYS)) return writeAscii(out, at, formatDate(value));
  const k = 3 * (day | 0);
  const word = days[k];
  out.setInt32(at, word !== 0 ? word : makeDay(value, k), true);
  out.setInt32(at + 4, days[k + 1], true);
  out.setInt16(at + 8, days[k + 2], true);
  return at + 10;
}

/** Two words a minute of the day: `12:34:` and two bytes that are free; filled for the first writer. */
const minutesOfDay = new Int32Array(2 * MINUTES_OF_DAY);

function fillMinutes(): void {
  if (minutesOfDay[0] !== 0) return;
  for (let minutes = 0; minutes < MINUTES_OF_DAY; minutes++) {
    const hours = (minutes / 60) | 0;
    const minute = PAIRS[minutes - hours * 60];
    minutesOfDay[2 * minutes] = PAIRS[hours] | COLON << 16 | minute << 24;
    minutesOfDay[2 * minutes + 1] = minute >> 8 | COLON << 8;
  }
}

/** Writes `12:34:56` for 0 ≤ seconds < 86,400. */
function writeClock(out: DataView, at: number, seconds: number): number {
  const minutes = (seconds / 60) | 0;
  const second = PAIRS[seconds - minutes * 60];
  out.setInt32(at, minutesOfDay[2 * minutes], true);
  out.setInt32(at + 4, minutesOfDay[2 * minutes + 1] | second << 16, true);
  return at + 8;
}

/** The function that writes times of day in units of 10^-scale seconds, `12:34:56.789`. */
export function timeWriter(scale: number): NumberWrite {
  fillMinutes();
  if (scale === 0) return writeClock;
  const unit = POWERS_OF_TEN[scale];
  return function writeTime(out, at, value) {
    const seconds = Math.floor(value / unit);
    at = writeClock(out, at, seconds | 0);
    out.setUint8(at, POINT);
    return writeFixed(out, at + 1, value - seconds * unit, scale);
  };
}

/**
 * The function that writes points in time in units of 10^-scale seconds since 1970 as `2022-01-01T12:34:56.789`: UTC,
 * without the Z. `between` is the byte between date and time.
 */
export function timestampWriter(
  scale: number,
  between: "T" | " ",
): NumberWrite {
  fillMinutes();
  const separator = between.charCodeAt(0);
  if (scale === 0) {
    return function writeTimestamp(out, at, value) {
      const day = Math.floor(value / SECONDS_OF_DAY);
      at = writeDate(out, at, day);
      out.setUint8(at, separator);
      return writeClock(out, at + 1, (value - day * SECONDS_OF_DAY) | 0);
    };
  }
  const unit = POWERS_OF_TEN[scale];
  const dayUnit = SECONDS_OF_DAY * unit;
  return function writeFineTimestamp(out, at, value) {
    let day = Math.floor(value / dayUnit);
    let rest = value - day * dayUnit;
    if (rest < 0) { // the quotient was rounded up to the next whole number
      day--;
      rest += dayUnit;
    }
    at = writeDate(out, at, day);
    out.setUint8(at, separator);
    const seconds = Math.floor(rest / unit);
    at = writeClock(out, at + 1, seconds | 0);
    out.setUint8(at, POINT);
    return writeFixed(out, at + 1, rest - seconds * unit, scale);
  };
}

/** The function that writes points in time as a zone's local time, with its offset behind it unless it is bare. */
export function localWriter(
  zone: Zone,
  scale: number,
  write: NumberWrite,
  isBare: boolean,
): NumberWrite {
  const unit = POWERS_OF_TEN[scale];
  const offsetAt = offsetReader(zone);
  if (isBare) {
    return function writeLocal(out, at, value) {
      const offset = offsetAt(scale === 0 ? value : Math.floor(value / unit));
      return write(out, at, value + offset * unit);
    };
  }
  // The text of the last offset: neighbours often have the same.
  const text = new DataView(new ArrayBuffer(12));
  let last = NaN;
  let length = 0;
  let first = 0;
  let second = 0;
  return function writeWithOffset(out, at, value) {
    const offset = offsetAt(scale === 0 ? value : Math.floor(value / unit));
    at = write(out, at, value + offset * unit);
    if (offset !== last) {
      length = writeAscii(text, 0, offsetText(last = offset));
      first = text.getInt32(0, true);
      second = text.getInt16(4, true);
    }
    out.setInt32(at, first, true);
    out.setInt16(at + 4, second, true);
    for (let i = 6; i < length; i++) out.setUint8(at + i, text.getUint8(i));
    return at + length;
  };
}
