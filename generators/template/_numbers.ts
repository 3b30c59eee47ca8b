// How a template writes the values of columns kept as numbers.
import type { ValueType } from "../../core/value_type.ts";
import {
  writeDate,
  writeTime,
  writeTimestamp,
} from "../../core/values/calendar.ts";
import { POWERS_OF_TEN, writeDigits } from "../../core/values/digits.ts";
import { writeDecimal, writeInteger } from "../../core/values/decimal.ts";
import { INTERVAL_BYTES, writeInterval } from "../../core/values/interval.ts";
import { MAX_FLOAT_BYTES, writeFloat } from "../../core/values/float_text.ts";

/** Writes a value at `out[at]` and on; gives the position after it. */
export type WriteNumber = (
  out: Uint8Array,
  at: number,
  value: number,
) => number;

export interface NumberWriter {
  write: WriteNumber;
  /** No value takes more bytes. */
  maxBytes: number;
}

export const INTEGER_WRITER: NumberWriter = {
  write: writeInteger,
  maxBytes: 17,
};

const TRUE = new TextEncoder().encode("true");
const FALSE = new TextEncoder().encode("false");

/** The writer for a type kept as numbers. */
export function numberWriter({ kind, scale }: ValueType): NumberWriter {
  switch (kind) {
    case "int":
      return INTEGER_WRITER;
    case "float":
      return { write: writeFloat, maxBytes: MAX_FLOAT_BYTES };
    case "decimal":
      return {
        write: (out, at, value) => writeDecimal(out, at, value, scale),
        maxBytes: Math.max(18, 3 + scale),
      };
    case "bool":
      return {
        write: (out, at, value) => {
          const word = value === 0 ? FALSE : TRUE;
          for (let i = 0; i < word.length; i++) out[at + i] = word[i];
          return at + word.length;
        },
        maxBytes: 5,
      };
    case "date":
      return { write: writeDate, maxBytes: 10 };
    case "time":
      return {
        write: (out, at, value) => writeTime(out, at, value, scale),
        maxBytes: 9 + scale,
      };
    case "timestamp":
      return {
        write: (out, at, value) => writeTimestamp(out, at, value, scale),
        maxBytes: 21 + scale,
      };
    case "interval":
      return {
        write: (out, at, value) => writeInterval(out, at, value, scale),
        maxBytes: INTERVAL_BYTES,
      };
    default:
      throw new TypeError(`Cannot write ${kind} as a number`);
  }
}

/** `writeDigits` writes no more. */
const MAX_DIGITS = 15;

/** Integers filled up with zeros to a width; these stand behind the sign. */
export function paddedWriter(width: number): NumberWriter {
  const limit = width <= MAX_DIGITS ? POWERS_OF_TEN[width] : Infinity;
  return {
    write: (out, at, value) => {
      if (value >= 0 && value < limit && limit < Infinity) {
        return writeDigits(out, at, value, width);
      }
      if (value < 0) out[at] = 45;
      const from = value < 0 ? at + 1 : at;
      const end = writeInteger(out, from, value < 0 ? -value : value);
      const missing = at + width - end;
      if (missing <= 0) return end;
      out.copyWithin(from + missing, from, end);
      for (let i = 0; i < missing; i++) out[from + i] = 48;
      return at + width;
    },
    maxBytes: Math.max(17, width),
  };
}
