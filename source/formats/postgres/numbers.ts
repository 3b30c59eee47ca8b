// Numbers and times in the binary forms of PostgreSQL.
import type {
  ColumnShape,
  NumberWriter,
  TableShape,
} from "../../../core/format.ts";
import type { Encoding } from "../../../core/wire/postgres_encoding.ts";
import {
  decimalFloat8Writer,
  intervalWriter,
  timestampWriter,
  timeWriter,
  writeBool,
  writeDay,
  writeDayAsTimestamp,
  writeFloat4,
  writeFloat8,
  writeInt2,
  writeInt4,
  writeInt8,
} from "../write/binary.ts";
import { localWriter } from "../write/time.ts";
import { refusal } from "./refusal.ts";

export type NumberWrite = NumberWriter["write"];

/** What integers of so many bytes hold, and what the server calls them. */
const RANGES: Partial<Record<Encoding, [largest: number, name: string]>> = {
  int2: [32767, "smallint"],
  int4: [2147483647, "integer"],
};

/** Writers of numbers that always take as many bytes. */
export function fixedWriter(
  table: TableShape,
  column: ColumnShape,
  encoding: Encoding,
): NumberWrite {
  const { kind, scale, zone } = column.type;
  switch (encoding) {
    case "int2":
      return withinRange(table, column, encoding, writeInt2);
    case "int4":
      return withinRange(table, column, encoding, writeInt4);
    case "int8":
      return writeInt8;
    case "float4":
      return float4Writer(table, column);
    case "float8":
      return kind === "decimal" ? decimalFloat8Writer(scale) : writeFloat8;
    case "bool":
      return writeBool;
    case "date":
      return writeDay;
    case "time":
      return timeWriter(scale);
    case "timestamp":
      return kind === "date" ? writeDayAsTimestamp : timestampWriter(scale);
    case "local timestamp":
      return localWriter(zone!, scale, timestampWriter(scale), true);
    case "interval":
      return intervalWriter(scale, () => {
        throw refusal(table, column, "it has too many days for interval");
      });
  }
  throw new TypeError(`Cannot write ${kind} as ${encoding}: it has no width`);
}

/** Looks at each value, unless the column's bounds tell that all of them fit. */
function withinRange(
  table: TableShape,
  column: ColumnShape,
  encoding: "int2" | "int4",
  write: NumberWrite,
): NumberWrite {
  const [largest, name] = RANGES[encoding]!;
  const { min = -Infinity, max = Infinity } = column.type;
  if (min >= -largest - 1 && max <= largest) return write;
  return function writeChecked(out, at, value) {
    if (value > largest || value < -largest - 1) {
      throw refusal(table, column, `${value} is out of range for ${name}`);
    }
    return write(out, at, value);
  };
}

function float4Writer(table: TableShape, column: ColumnShape): NumberWrite {
  return function writeCheckedFloat4(out, at, value) {
    const rounded = Math.fround(value);
    if (!Number.isFinite(rounded) || (rounded === 0 && value !== 0)) {
      throw refusal(table, column, `${value} is out of range for real`);
    }
    return writeFloat4(out, at, value);
  };
}
