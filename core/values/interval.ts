// Lengths of time in whole units of 10^-scale seconds. As text they are ISO 8601 durations of days, hours, minutes and
// seconds, each part with its own sign, as PostgreSQL reads them; a day has 24 hours.
import { writeInteger } from "./decimal.ts";
import { POWERS_OF_TEN, writeDigits } from "./digits.ts";

/** A length of time: 10^-scale seconds. */
export interface Interval {
  value: number;
  scale: number;
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ["s", 1],
  ["second", 1],
  ["min", 60],
  ["minute", 60],
  ["h", 3600],
  ["hour", 3600],
  ["d", 86400],
  ["day", 86400],
  ["w", 604800],
  ["week", 604800],
]);
const ISO_SECONDS: Readonly<Record<string, number>> = {
  W: 604800,
  D: 86400,
  H: 3600,
  M: 60,
  S: 1,
};

const PART = /^([+-]?)(\d+)(?:\.(\d{1,6}))? *([a-z]+?)s?(?: +|$)/;
const ISO = new RegExp(
  `^([+-]?)P(?=.)${isoPart("W")}${isoPart("D")}` +
    `(?:T(?=.)${isoPart("H")}${isoPart("M")}${isoPart("S")})?$`,
);
/** Bytes of the longest text: four parts of up to 16 digits, signs, letters and a fraction. */
export const INTERVAL_BYTES = 48;

function isoPart(letter: string): string {
  return `(?:([+-]?)(\\d+)(?:\\.(\\d{1,6}))?${letter})?`;
}

/** `30 days`, `10s`, `-1.5 hours`, `1 day 12 hours`, `P1DT12H`; undefined where a text says no length of time. */
export function parseInterval(text: string): Interval | undefined {
  const trimmed = text.trim();
  return parseIso(trimmed) ?? parseWords(trimmed);
}

function parseWords(text: string): Interval | undefined {
  const parts: Part[] = [];
  for (let rest = text; rest !== "";) {
    const match = PART.exec(rest);
    const seconds = match === null ? undefined : SECONDS.get(match[4]);
    if (match === null || seconds === undefined) return undefined;
    const [all, sign, whole, fraction = ""] = match;
    parts.push({ negative: sign === "-", whole, fraction, seconds });
    rest = rest.slice(all.length);
  }
  return sum(parts);
}

function parseIso(text: string): Interval | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const parts = ["W", "D", "H", "M", "S"].flatMap((letter, i): Part[] => {
    const [sign, whole, fraction = ""] = match.slice(2 + 3 * i, 5 + 3 * i);
    if (whole === undefined) return [];
    const negative = (sign === "-") !== (match[1] === "-");
    return [{ negative, whole, fraction, seconds: ISO_SECONDS[letter] }];
  });
  return sum(parts);
}

interface Part {
  negative: boolean;
  whole: string;
  fraction: string;
  /** Of its unit. */
  seconds: number;
}

/** Undefined where there are no parts, or too much to be exact. */
function sum(parts: readonly Part[]): Interval | undefined {
  if (parts.length === 0) return undefined;
  const scale = parts.reduce(
    (most, { fraction }) => Math.max(most, fraction.length),
    0,
  );
  let value = 0;
  for (const { negative, whole, fraction, seconds } of parts) {
    const units = Number(whole + fraction.padEnd(scale, "0")) * seconds;
    value += negative ? -units : units;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(units)) {
      return undefined;
    }
  }
  return value === 0 ? { value: 0, scale } : { value, scale };
}

const LETTER_P = 80;
const LETTER_T = 84;
const LETTER_D = 68;
const LETTER_H = 72;
const LETTER_M = 77;
const LETTER_S = 83;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Writes `P1DT2H3M4.500S`: parts of 0 are left out, and a fraction has all its digits. */
export function writeInterval(
  out: Uint8Array,
  at: number,
  value: number,
  scale: number,
): number {
  out[at++] = LETTER_P;
  const negative = value < 0;
  if (negative) value = -value;
  const unit = POWERS_OF_TEN[scale];
  const total = Math.floor(value / unit);
  const rest = value - total * unit;
  const days = Math.floor(total / 86400);
  const clock = total - days * 86400;
  const minutes = (clock / 60) | 0;
  const seconds = clock - minutes * 60;
  const hours = (minutes / 60) | 0;
  const minute = minutes - hours * 60;
  if (days > 0) at = writePart(out, at, negative, days, LETTER_D);
  if (clock === 0 && rest === 0 && days > 0) return at;
  out[at++] = LETTER_T;
  if (hours > 0) at = writePart(out, at, negative, hours, LETTER_H);
  if (minute > 0) at = writePart(out, at, negative, minute, LETTER_M);
  if (rest > 0) {
    if (negative) out[at++] = MINUS;
    at = writeInteger(out, at, seconds);
    out[at++] = POINT;
    at = writeDigits(out, at, rest, scale);
    out[at++] = LETTER_S;
  } else if (seconds > 0) {
    at = writePart(out, at, negative, seconds, LETTER_S);
  } else if (value === 0) {
    out[at++] = ZERO;
    out[at++] = LETTER_S;
  }
  return at;
}

function writePart(
  out: Uint8Array,
  at: number,
  negative: boolean,
  value: number,
  letter: number,
): number {
  if (negative) out[at++] = MINUS;
  at = writeInteger(out, at, value);
  out[at] = letter;
  return at + 1;
}

const scratch = new Uint8Array(INTERVAL_BYTES + 16);
const decoder = new TextDecoder();

/** A length of time as text. */
export function formatInterval(value: number, scale: number): string {
  return decoder.decode(
    scratch.subarray(0, writeInterval(scratch, 0, value, scale)),
  );
}
