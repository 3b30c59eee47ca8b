// Dates and times as whole numbers and as ISO 8601 text: proleptic Gregorian calendar, UTC, years 0001 to 9999.
// Day and month arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
import { PAIRS, POWERS_OF_TEN, writeDigits } from "./digits.ts";

/** 0001-01-01 and 9999-12-31 in days since 1970-01-01. */
export const FIRST_DAY = -719162;
export const LAST_DAY = 2932896;

const SECONDS_OF_DAY = 86400;
const DAYS_OF_ERA = 146097; // 400 years
const EPOCH_DAY = 719468; // 1970-01-01, counted from 0000-03-01

/** A day of the calendar. */
export interface CivilDate {
  /** 1 to 9999. */
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** Days since 1970-01-01 of a day that the calendar has. */
export function daysFromCivil(
  year: number,
  month: number,
  day: number,
): number {
  // Years begin in March, so that a leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - EPOCH_DAY;
}

/** The calendar's name for a day. */
export function civilFromDays(days: number): CivilDate {
  const fromMarch = days + EPOCH_DAY;
  const era = Math.floor(fromMarch / DAYS_OF_ERA);
  const dayOfEra = fromMarch - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra -
    (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1];
}

/** A point in time or of a day in units of 10^-scale seconds. */
export interface ScaledTime {
  value: number;
  scale: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?$/;
const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))(?:([Zz])|([+-])(\d{2}):(\d{2}))?$/;

/** Days since 1970-01-01 of `2024-02-29`; undefined where that is no date. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

/**
 * A time of day, `12:30`, `12:30:45` or `12:30:45.678`, with as many digits as are written (at most nine; what is
 * beyond is cut off, as TOML asks). Undefined where that is no time; 24:00 and leap seconds are none.
 */
export function parseTime(text: string): ScaledTime | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, hour, minute, second = "0", fraction = ""] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return undefined;
  }
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const digits = fraction.slice(0, 9);
  return {
    value: seconds * POWERS_OF_TEN[digits.length] + Number(digits),
    scale: digits.length,
  };
}

/**
 * A point in time, `2024-02-29T12:30:45.678+02:00` or `2024-02-29 12:30`; UTC where no offset is written. Digits that
 * would not fit 2^53 are cut off. Undefined where that is none, or outside years 0001 to 9999 in UTC.
 */
export function parseTimestamp(text: string): ScaledTime | undefined {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const days = parseDate(match[1]);
  const time = parseTime(match[2]);
  if (days === undefined || time === undefined) return undefined;
  let offset = 0;
  if (match[4] !== undefined) {
    const hours = Number(match[5]);
    const minutes = Number(match[6]);
    if (hours > 23 || minutes > 59) return undefined;
    offset = (hours * 60 + minutes) * (match[4] === "-" ? -60 : 60);
  }
  const unit = POWERS_OF_TEN[time.scale];
  const fraction = time.value % unit;
  const seconds = days * SECONDS_OF_DAY + (time.value - fraction) / unit -
    offset;
  if (
    seconds < FIRST_DAY * SECONDS_OF_DAY ||
    seconds >= (LAST_DAY + 1) * SECONDS_OF_DAY
  ) return undefined;
  let scale = time.scale;
  while (!Number.isSafeInteger(seconds * POWERS_OF_TEN[scale])) scale--;
  const cut = Math.floor(fraction / POWERS_OF_TEN[time.scale - scale]);
  return { value: seconds * POWERS_OF_TEN[scale] + cut, scale };
}

// The texts of the days that data is usually about, 1900 to 2100, ten bytes each; 0 until the day is first written.
const TABLE_FIRST = daysFromCivil(1900, 1, 1);
const TABLE_DAYS = daysFromCivil(2101, 1, 1) - TABLE_FIRST;
const texts = new Uint8Array(TABLE_DAYS * 10);

function writeCivil(out: Uint8Array, at: number, date: CivilDate): number {
  at = writeDigits(out, at, date.year, 4);
  out[at++] = 45;
  at = writeDigits(out, at, date.month, 2);
  out[at++] = 45;
  return writeDigits(out, at, date.day, 2);
}

/** Writes `2024-02-29` for a day since 1970-01-01: 10 bytes. */
export function writeDate(out: Uint8Array, at: number, days: number): number {
  const i = days - TABLE_FIRST;
  if (!(i >= 0 && i < TABLE_DAYS)) return writeRareDate(out, at, days);
  const from = (i | 0) * 10;
  if (texts[from] === 0) writeCivil(texts, from, civilFromDays(days));
  out[at] = texts[from];
  out[at + 1] = texts[from + 1];
  out[at + 2] = texts[from + 2];
  out[at + 3] = texts[from + 3];
  out[at + 4] = texts[from + 4];
  out[at + 5] = texts[from + 5];
  out[at + 6] = texts[from + 6];
  out[at + 7] = texts[from + 7];
  out[at + 8] = texts[from + 8];
  out[at + 9] = texts[from + 9];
  return at + 10;
}

function writeRareDate(out: Uint8Array, at: number, days: number): number {
  if (!(days >= FIRST_DAY && days <= LAST_DAY)) {
    throw new RangeError(
      `Cannot write day ${days} since 1970: it is outside the years 0001 to 9999`,
    );
  }
  return writeCivil(out, at, civilFromDays(days));
}

/** Writes `12:30:45` or `12:30:45.678` for units of 10^-scale seconds since midnight: 8 bytes, or 9 + scale. */
export function writeTime(
  out: Uint8Array,
  at: number,
  value: number,
  scale: number,
): number {
  if (scale === 0) return writeSeconds(out, at, value | 0);
  const unit = POWERS_OF_TEN[scale];
  const seconds = Math.floor(value / unit);
  at = writeSeconds(out, at, seconds | 0);
  out[at] = 46;
  return writeDigits(out, at + 1, value - seconds * unit, scale);
}

function writeSeconds(out: Uint8Array, at: number, seconds: number): number {
  const minutes = (seconds / 60) | 0;
  const hours = (minutes / 60) | 0;
  const hour = PAIRS[hours];
  const minute = PAIRS[minutes - hours * 60];
  const second = PAIRS[seconds - minutes * 60];
  out[at] = hour;
  out[at + 1] = hour >> 8;
  out[at + 2] = 58;
  out[at + 3] = minute;
  out[at + 4] = minute >> 8;
  out[at + 5] = 58;
  out[at + 6] = second;
  out[at + 7] = second >> 8;
  return at + 8;
}

/** Writes `2024-02-29T12:30:45Z` (or with a fraction) for units of 10^-scale seconds since 1970: 20 bytes, or 21 + scale. */
export function writeTimestamp(
  out: Uint8Array,
  at: number,
  value: number,
  scale: number,
): number {
  const unit = SECONDS_OF_DAY * POWERS_OF_TEN[scale];
  let days = Math.floor(value / unit);
  let rest = value - days * unit;
  if (rest < 0) { // the quotient was rounded up to a whole number
    days--;
    rest += unit;
  }
  at = writeDate(out, at, days);
  out[at] = 84;
  at = writeTime(out, at + 1, rest, scale);
  out[at] = 90;
  return at + 1;
}

const decoder = new TextDecoder();
const scratch = new Uint8Array(40);

/** `2024-02-29`. */
export function formatDate(days: number): string {
  return decoder.decode(scratch.subarray(0, writeDate(scratch, 0, days)));
}

/** `12:30:45.678`, with `scale` digits after the point. */
export function formatTime(value: number, scale: number): string {
  return decoder.decode(
    scratch.subarray(0, writeTime(scratch, 0, value, scale)),
  );
}

/** `2024-02-29T12:30:45.678Z`, with `scale` digits after the point. */
export function formatTimestamp(value: number, scale: number): string {
  return decoder.decode(
    scratch.subarray(0, writeTimestamp(scratch, 0, value, scale)),
  );
}
