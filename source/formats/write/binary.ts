// Numbers and times as PostgreSQL sends and receives them: whole numbers with the highest byte first, decimals in
// digits to base 10,000, times in microseconds. What is stored as an integer is made one before (`| 0`): Bun is slow to
// store a double as such.
import { POWERS_OF_TEN } from "../../../core/values/digits.ts";

type NumberWrite = (out: DataView, at: number, value: number) => number;

const TWO_32 = 4294967296;
/** Days and seconds from 1970-01-01 to 2000-01-01, which is where PostgreSQL counts from. */
const EPOCH_DAYS = 10957;
const EPOCH_SECONDS = 946684800;
const SECONDS_OF_DAY = 86400;
const MICROSECONDS = 1000000;
/** So many seconds are fewer than 2^53 microseconds. */
const NEAR_SECONDS = 9007199253;

export function writeInt2(out: DataView, at: number, value: number): number {
  out.setInt16(at, value | 0);
  return at + 2;
}

export function writeInt4(out: DataView, at: number, value: number): number {
  out.setInt32(at, value | 0);
  return at + 4;
}

/** Exact to ±2^53. */
export function writeInt8(out: DataView, at: number, value: number): number {
  const high = Math.floor(value / TWO_32) | 0;
  out.setInt32(at, high);
  out.setUint32(at + 4, value - high * TWO_32);
  return at + 8;
}

export function writeFloat4(out: DataView, at: number, value: number): number {
  out.setFloat32(at, value);
  return at + 4;
}

export function writeFloat8(out: DataView, at: number, value: number): number {
  out.setFloat64(at, value);
  return at + 8;
}

/** Decimals of a scale as doubles: the one nearest to the decimal. */
export function decimalFloat8Writer(scale: number): NumberWrite {
  const unit = POWERS_OF_TEN[scale];
  return function writeDecimalFloat8(out, at, value) {
    out.setFloat64(at, value / unit);
    return at + 8;
  };
}

export function writeBool(out: DataView, at: number, value: number): number {
  out.setUint8(at, value | 0);
  return at + 1;
}

export function writeWords(
  out: DataView,
  at: number,
  words: Uint32Array,
  i: number,
): number {
  const k = 4 * i;
  out.setUint32(at, words[k]);
  out.setUint32(at + 4, words[k + 1]);
  out.setUint32(at + 8, words[k + 2]);
  out.setUint32(at + 12, words[k + 3]);
  return at + 16;
}

export function writeDay(out: DataView, at: number, value: number): number {
  out.setInt32(at, (value - EPOCH_DAYS) | 0);
  return at + 4;
}

/** Times of day in units of 10^-scale seconds; what is finer than a microsecond is rounded. */
export function timeWriter(scale: number): NumberWrite {
  const microseconds = scaler(scale);
  return function writeTime(out, at, value) {
    return writeInt8(out, at, microseconds(value));
  };
}

/** Points in time in units of 10^-scale seconds since 1970. */
export function timestampWriter(scale: number): NumberWrite {
  if (scale === 0) {
    return function writeTimestamp(out, at, value) {
      return writeSeconds(out, at, value - EPOCH_SECONDS, 0);
    };
  }
  const unit = POWERS_OF_TEN[scale];
  const microseconds = scaler(scale);
  return function writeFineTimestamp(out, at, value) {
    let seconds = Math.floor(value / unit);
    let rest = value - seconds * unit;
    if (rest < 0) { // the quotient was rounded up to the next whole number
      seconds--;
      rest += unit;
    }
    return writeSeconds(out, at, seconds - EPOCH_SECONDS, microseconds(rest));
  };
}

/** Days that an interval can have. */
const MAX_DAYS = 2147483647;

/** Lengths of time in units of 10^-scale seconds: microseconds, days and months, of which there are none. */
export function intervalWriter(
  scale: number,
  refuse: () => never,
): NumberWrite {
  const unit = SECONDS_OF_DAY * POWERS_OF_TEN[scale];
  const microseconds = scaler(scale);
  return function writeInterval(out, at, value) {
    const size = value < 0 ? -value : value;
    let days = Math.floor(size / unit);
    let rest = size - days * unit;
    if (rest < 0) { // the quotient was rounded up to the next whole number
      days--;
      rest += unit;
    }
    if (days > MAX_DAYS) refuse();
    const part = microseconds(rest);
    writeInt8(out, at, value < 0 ? -part : part);
    out.setInt32(at + 8, value < 0 ? -days : days);
    out.setInt32(at + 12, 0);
    return at + 16;
  };
}

/** Days since 1970-01-01 as the points in time at which they begin. */
export function writeDayAsTimestamp(
  out: DataView,
  at: number,
  value: number,
): number {
  return writeSeconds(out, at, (value - EPOCH_DAYS) * SECONDS_OF_DAY, 0);
}

/** Units of 10^-scale seconds to microseconds. */
function scaler(scale: number): (value: number) => number {
  const factor = POWERS_OF_TEN[Math.abs(6 - scale)];
  return scale <= 6
    ? (value) => value * factor
    : (value) => Math.round(value / factor);
}

function writeSeconds(
  out: DataView,
  at: number,
  seconds: number,
  microseconds: number,
): number {
  if (seconds > -NEAR_SECONDS && seconds < NEAR_SECONDS) {
    return writeInt8(out, at, seconds * MICROSECONDS + microseconds);
  }
  const exact = BigInt(seconds) * BigInt(MICROSECONDS) + BigInt(microseconds);
  out.setBigInt64(at, exact);
  return at + 8;
}

/** Bytes of the longest numeric of a scale, its length included: header, up to four groups, and those after the point. */
export function numericBytes(scale: number): number {
  return 4 + 8 + 2 * (4 + Math.ceil(scale / 4));
}

/**
 * The function that writes integers scaled by 10^scale, length included:
 *
 * | bytes | what |
 * |---|---|
 * | 4 | length of the rest |
 * | 2 | groups of four digits |
 * | 2 | weight: groups before the point, less one |
 * | 2 | sign: 0, or 0x4000 |
 * | 2 | digits after the point |
 * | 2 each | groups |
 */
export function numericWriter(scale: number): NumberWrite {
  return scale === 2 ? writeCents : anyNumericWriter(scale);
}

/** Below it, 32-bit integers are enough. */
const SMALL = 100000000;

/** Of scale 2, which is what money has: whole words where that is possible. */
function writeCents(out: DataView, at: number, value: number): number {
  const sign = value < 0 ? 0x40000000 : 0;
  if (value < 0) value = -value;
  if (value >= SMALL) {
    return writeManyCents(out, at, sign === 0 ? value : -value);
  }
  const cents = value | 0;
  const whole = (cents / 100) | 0;
  const rest = 100 * (cents - whole * 100);
  const high = (whole / 10000) | 0;
  out.setInt32(at + 8, sign | 2);
  if (high === 0) {
    out.setInt32(at, 12);
    out.setInt32(at + 4, 2 << 16);
    out.setInt32(at + 12, whole << 16 | rest);
    return at + 16;
  }
  out.setInt32(at, 14);
  out.setInt32(at + 4, 3 << 16 | 1);
  out.setInt16(at + 12, high);
  out.setInt32(at + 14, (whole - high * 10000) << 16 | rest);
  return at + 18;
}

const writeManyCents = anyNumericWriter(2);

function anyNumericWriter(scale: number): NumberWrite {
  const unit = POWERS_OF_TEN[scale];
  const after = Math.ceil(scale / 4);
  return function writeNumeric(out, at, value) {
    const start = at;
    const sign = value < 0 ? 0x4000 : 0;
    if (value < 0) value = -value;
    let whole = value;
    let rest = 0;
    if (scale > 0) {
      whole = Math.floor(value / unit);
      rest = value - whole * unit;
      if (rest < 0) { // the quotient was rounded up to the next whole number
        whole--;
        rest += unit;
      }
    }
    at = writeGroups(out, at + 12, whole);
    const groups = (at - start - 12) >> 1;
    if (scale > 0) at = writeFraction(out, at, rest, scale);
    out.setInt32(start, at - start - 4);
    out.setInt16(start + 4, groups + after);
    out.setInt16(start + 6, groups - 1);
    out.setInt16(start + 8, sign);
    out.setInt16(start + 10, scale);
    return at;
  };
}

/** Writes a whole number up to 2^53 in as many groups as it has. */
function writeGroups(out: DataView, at: number, whole: number): number {
  if (whole < 10000) {
    out.setInt16(at, whole | 0);
    return at + 2;
  }
  if (whole < 100000000) {
    const small = whole | 0;
    const high = (small / 10000) | 0;
    out.setInt16(at, high);
    out.setInt16(at + 2, small - high * 10000);
    return at + 4;
  }
  const high = Math.floor(whole / 100000000);
  const low = (whole - high * 100000000) | 0;
  at = writeGroups(out, at, high);
  const middle = (low / 10000) | 0;
  out.setInt16(at, middle);
  out.setInt16(at + 2, low - middle * 10000);
  return at + 4;
}

/** Writes `scale` digits after the point, in groups filled up with zeros. */
function writeFraction(
  out: DataView,
  at: number,
  rest: number,
  scale: number,
): number {
  let left = scale;
  while (left > 0) {
    const digits = Math.min(4, left);
    left -= digits;
    const unit = POWERS_OF_TEN[left];
    let group = Math.floor(rest / unit);
    rest -= group * unit;
    if (rest < 0) {
      group--;
      rest += unit;
    }
    out.setInt16(at, (group * POWERS_OF_TEN[4 - digits]) | 0);
    at += 2;
  }
  return at;
}
