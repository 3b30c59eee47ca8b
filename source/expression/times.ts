// Operations on dates and times.
import {
  type DatePiece,
  parseDateFormat,
} from "../../core/expression/date_format.ts";
import {
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  FIRST_DAY,
  LAST_DAY,
  parseDate,
} from "../../core/values/calendar.ts";
import { POWERS_OF_TEN, writeDigits } from "../../core/values/digits.ts";
import { writeInteger } from "../../core/values/decimal.ts";
import { encodeUtf8 } from "../../generators/_texts/utf8.ts";
import { decodeUtf8 } from "../../generators/_texts/utf8.ts";
import type { Operation, Operations } from "./operation.ts";
import { BEYOND, NULL, type Slot } from "./slot.ts";

const SECONDS_OF_DAY = 86400;

function ofDate(part: (days: number) => number): Operation {
  return {
    compile: ([a], out) => (count) => {
      const { numbers } = out;
      for (let i = 0; i < count; i++) numbers[i] = part(a.numbers[i]);
    },
  };
}

/** Monday is 1. 1970-01-01 was a Thursday. */
function weekday(days: number): number {
  return ((days + 3) % 7 + 7) % 7 + 1;
}

/** Whole years from one day to another, negative where it lies before. */
function yearsBetween(from: number, to: number): number {
  if (to < from) return 0 - yearsBetween(to, from);
  const a = civilFromDays(from);
  const b = civilFromDays(to);
  const isBefore = b.month < a.month || b.month === a.month && b.day < a.day;
  return b.year - a.year - (isBefore ? 1 : 0);
}

/** The same day so many months on, or the last of a month that is shorter. */
function addMonths(days: number, months: number): number {
  const { year, month, day } = civilFromDays(days);
  const sum = year * 12 + month - 1 + months;
  const newYear = Math.floor(sum / 12);
  const newMonth = sum - newYear * 12 + 1;
  if (!(newYear >= 1 && newYear <= 9999)) return NaN;
  return daysFromCivil(
    newYear,
    newMonth,
    Math.min(day, daysInMonth(newYear, newMonth)),
  );
}

function truncateDate(days: number, unit: string): number {
  const { year, month } = civilFromDays(days);
  switch (unit) {
    case "week":
      // The week of 0001-01-01 begins with it: that was a Monday.
      return days - weekday(days) + 1;
    case "month":
      return daysFromCivil(year, month, 1);
    case "quarter":
      return daysFromCivil(year, month - (month - 1) % 3, 1);
    default:
      return daysFromCivil(year, 1, 1);
  }
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const WEEKDAYS = [
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  "Sunday",
];

/** No piece of a date takes more bytes, but for what the pattern says itself. */
const MOST_BYTES = 9;

/** Writes a piece of a point in time. */
function writePiece(
  letter: string,
  days: number,
  seconds: number,
  out: Uint8Array,
  at: number,
): number {
  const { year, month, day } = civilFromDays(days);
  const hour = Math.floor(seconds / 3600);
  switch (letter) {
    case "Y":
      return writeDigits(out, at, year, 4);
    case "y":
      return writeDigits(out, at, year % 100, 2);
    case "m":
      return writeDigits(out, at, month, 2);
    case "d":
      return writeDigits(out, at, day, 2);
    case "e":
      return writeInteger(out, at, day);
    case "j":
      return writeDigits(out, at, days - daysFromCivil(year, 1, 1) + 1, 3);
    case "b":
      return encodeUtf8(MONTHS[month - 1].slice(0, 3), out, at);
    case "B":
      return encodeUtf8(MONTHS[month - 1], out, at);
    case "a":
      return encodeUtf8(WEEKDAYS[weekday(days) - 1].slice(0, 3), out, at);
    case "A":
      return encodeUtf8(WEEKDAYS[weekday(days) - 1], out, at);
    case "H":
      return writeDigits(out, at, hour, 2);
    case "I":
      return writeDigits(out, at, (hour + 11) % 12 + 1, 2);
    case "M":
      return writeDigits(out, at, Math.floor(seconds / 60) % 60, 2);
    case "S":
      return writeDigits(out, at, seconds % 60, 2);
    default:
      return encodeUtf8(hour < 12 ? "AM" : "PM", out, at);
  }
}

/** Of points in time, whose scale the operand's type has. */
const formatDate: Operation = {
  compile: ([a], out, { value, args }) => {
    const pieces = parseDateFormat(String(value)) as DatePiece[];
    let room = 0;
    for (const piece of pieces) {
      room += "text" in piece ? 3 * piece.text.length : MOST_BYTES;
    }
    const unit = POWERS_OF_TEN[args[0].type.scale];
    return (count) => {
      const bytes = out.reserve(room * count);
      let at = 0;
      for (let i = 0; i < count; i++) {
        out.starts[i] = at;
        if (!(a.flagged && a.flags[i] !== 0)) {
          const whole = Math.floor(a.numbers[i] / unit);
          const days = Math.floor(whole / SECONDS_OF_DAY);
          const seconds = whole - days * SECONDS_OF_DAY;
          for (const piece of pieces) {
            at = "text" in piece
              ? encodeUtf8(piece.text, bytes, at)
              : writePiece(piece.letter, days, seconds, bytes, at);
          }
        }
        out.ends[i] = at;
      }
    };
  },
};

function parseDay({ bytes, starts, ends }: Slot, i: number): number {
  // 2024-12-31
  if (ends[i] - starts[i] !== 10) return NaN;
  return parseDate(decodeUtf8(bytes, starts[i], ends[i])) ?? NaN;
}

export const TIMES: Operations = {
  year: ofDate((days) => civilFromDays(days).year),
  month: ofDate((days) => civilFromDays(days).month),
  day: ofDate((days) => civilFromDays(days).day),
  weekday: ofDate(weekday),
  hour: {
    compile: ([a], out, { value }) => {
      const hour = 3600 * (value as number);
      const day = 24 * hour;
      return (count) => {
        for (let i = 0; i < count; i++) {
          const rest = a.numbers[i] % day;
          out.numbers[i] = Math.floor((rest < 0 ? rest + day : rest) / hour);
        }
      };
    },
  },
  yearsBetween: {
    compile: ([a, b], out) => (count) => {
      for (let i = 0; i < count; i++) {
        out.numbers[i] = yearsBetween(a.numbers[i], b.numbers[i]);
      }
    },
  },
  addMonths: {
    compile: ([a, b], out, { type }) => {
      const unit = type.kind === "date"
        ? 1
        : SECONDS_OF_DAY * POWERS_OF_TEN[type.scale];
      return (count) => {
        const { numbers, flags } = out;
        for (let i = 0; i < count; i++) {
          const x = a.numbers[i];
          const rest = (x % unit + unit) % unit;
          const days = addMonths((x - rest) / unit, b.numbers[i]);
          numbers[i] = days * unit + rest;
          if (!(days >= FIRST_DAY && days <= LAST_DAY)) flags[i] |= BEYOND;
        }
      };
    },
  },
  truncateDate: {
    compile: ([a], out, { value }) => (count) => {
      for (let i = 0; i < count; i++) {
        out.numbers[i] = truncateDate(a.numbers[i], String(value));
      }
    },
  },
  formatDate,
  parseDate: {
    flags: true,
    compile: ([a], out) => (count) => {
      for (let i = 0; i < count; i++) {
        const day = parseDay(a, i);
        out.numbers[i] = day;
        if (day !== day) out.flags[i] |= NULL;
      }
    },
  },
};
