// How a template writes the values of columns kept as numbers.
import { bareZone, type ValueType } from "../../core/value_type.ts";
import {
  writeDate,
  writeTime,
  writeTimestamp,
} from "../../core/values/calendar.ts";
import { POWERS_OF_TEN, writeDigits } from "../../core/values/digits.ts";
import { writeDecimal, writeInteger } from "../../core/values/decimal.ts";
import { INTERVAL_BYTES, writeInterval } from "../../core/values/interval.ts";
import {
  OFFSET_BYTES,
  offsetReader,
  offsetText,
  type Zone,
} from "../../core/values/zone.ts";
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

const encoder = new TextEncoder();
const TRUE = encoder.encode("true");
const FALSE = encoder.encode("false");

/** The writer for a type kept as numbers. */
export function numberWriter(type: ValueType): NumberWriter {
  const { kind, scale, zone } = type;
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
      if (zone !== undefined) return localWriter(zone, type);
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

/** Local time with its offset, or without where the type keeps none. */
function localWriter(zone: Zone, type: ValueType): NumberWriter {
  const { scale } = type;
  const unit = POWERS_OF_TEN[scale];
  const offsetAt = offsetReader(zone);
  const isBare = bareZone(type) !== undefined;
  let last = NaN;
  let text = new Uint8Array(0);
  return {
    write: (out, at, value) => {
      const offset = offsetAt(Math.floor(value / unit));
      // Behind the time stands a Z, which the offset is put upon.
      at = writeTimestamp(out, at, value + offset * unit, scale) - 1;
      if (isBare) return at;
      if (offset !== last) text = encoder.encode(offsetText(last = offset));
      for (let i = 0; i < text.length; i++) out[at + i] = text[i];
      return at + text.length;
    },
    maxBytes: 20 + scale + OFFSET_BYTES,
  };
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
