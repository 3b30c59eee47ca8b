// From texts to values, for what a target keeps or shows as text.
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import {
  parseDate,
  parseTime,
  parseTimestamp,
} from "../core/values/calendar.ts";
import { parseInterval } from "../core/values/interval.ts";
import { bareZone, type ValueType } from "../core/value_type.ts";
import { isLocal, unitsInZone } from "../core/values/zone.ts";
import type { Cells } from "./cells.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;
const UUID =
  /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})([0-9a-f]{8})$/i;
const WITH_SECONDS = /^(.+[+-]\d\d:\d\d):(\d\d)$/;
const BOOLS: Readonly<Record<string, number>> = {
  ...{ true: 1, t: 1, "1": 1, false: 0, f: 0, "0": 0 },
};

/** Writes the value that a text means, or the text itself where it means none. */
export function setFromText(
  cells: Cells,
  i: number,
  text: string,
  type: ValueType,
): void {
  if (cells.storage === "texts") {
    cells.setString(i, text);
  } else if (cells.storage === "words") {
    const match = UUID.exec(text);
    if (match === null) return cells.setOdd(i, text);
    const [, a, b, c, d, e, f] = match;
    [a, b + c, d + e, f].forEach((word, k) =>
      cells.setWord(i, k, Number.parseInt(word, 16))
    );
  } else {
    const value = numberOf(text, type);
    if (value === undefined) cells.setOdd(i, text);
    else cells.setNumber(i, value);
  }
}

/** A number in the units of the type's vector; undefined where the text means none that the type can hold. */
function numberOf(text: string, type: ValueType): number | undefined {
  switch (type.kind) {
    case "int":
      return scaled(text, 0);
    case "decimal":
      return scaled(text, type.scale);
    case "float": {
      const value = NUMBER.test(text) ? Number(text) : NaN;
      return Number.isFinite(value) ? value : undefined;
    }
    case "bool":
      return Object.hasOwn(BOOLS, text) ? BOOLS[text] : undefined;
    case "date":
      return parseDate(text);
    case "time":
      return atScale(parseTime(text), type.scale);
    case "timestamp":
      return timestampOf(zoned(text), type);
    case "interval":
      return atScale(parseInterval(text), type.scale);
  }
  return undefined;
}

/** Local time without an offset is that of the type's zone. */
function timestampOf(text: string, type: ValueType): number | undefined {
  // Offsets of long ago have seconds.
  const [, minutes = text, seconds] = WITH_SECONDS.exec(text) ?? [];
  const parsed = atScale(parseTimestamp(minutes), type.scale);
  const back = Number(seconds ?? 0) * POWERS_OF_TEN[type.scale];
  const value = parsed === undefined
    ? undefined
    : minutes.at(-6) === "-"
    ? parsed + back
    : parsed - back;
  const zone = bareZone(type);
  return value === undefined || zone === undefined || !isLocal(text)
    ? value
    : unitsInZone(value, type.scale, zone);
}

/** PostgreSQL leaves the minutes of an offset out where they are 0. */
function zoned(text: string): string {
  return /[+-]\d\d$/.test(text) && text.length > 10 ? `${text}:00` : text;
}

function scaled(text: string, scale: number): number | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(scale))) return undefined;
  const size = Number(whole + fraction.slice(0, scale).padEnd(scale, "0"));
  if (!Number.isSafeInteger(size)) return undefined;
  return sign === "-" ? -size : size;
}

function atScale(
  parsed: { value: number; scale: number } | undefined,
  scale: number,
): number | undefined {
  if (parsed === undefined) return undefined;
  if (parsed.scale <= scale) {
    return parsed.value * POWERS_OF_TEN[scale - parsed.scale];
  }
  const value = parsed.value / POWERS_OF_TEN[parsed.scale - scale];
  return Number.isInteger(value) ? value : undefined;
}

/** Writes a number that a target keeps as a double: `12.3` is 1230 at scale 2. */
export function setFromDouble(
  cells: Cells,
  i: number,
  value: number,
  { kind, scale }: ValueType,
): void {
  if (cells.storage === "texts") {
    cells.setString(i, String(value));
  } else if (kind === "float") {
    cells.setNumber(i, value);
  } else if (kind === "decimal") {
    const unit = POWERS_OF_TEN[scale];
    const units = Math.round(value * unit);
    if (units / unit === value) cells.setNumber(i, units);
    else cells.setOdd(i, String(value));
  } else if (
    kind === "int" && Number.isSafeInteger(value) ||
    kind === "bool" && (value === 0 || value === 1)
  ) {
    cells.setNumber(i, value);
  } else cells.setOdd(i, String(value));
}
