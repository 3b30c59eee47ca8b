// Rows as records of SQLite's file format: see core/wire/sqlite_records.ts.
import type {
  Cell,
  ColumnShape,
  Format,
  NumberWriter,
} from "../../../core/format.ts";
import {
  type RecordCell,
  ROW_NUMBER_BYTES,
  SERIAL_BLOB,
  SERIAL_BYTES,
  SERIAL_INTEGER,
  SERIAL_LONG_INTEGER,
  SERIAL_NULL,
  SERIAL_REAL,
  SERIAL_TEXT,
  SQLITE_RECORDS,
  type SqliteRecordsOptions,
  writeVarint,
} from "../../../core/wire/sqlite_records.ts";
import { POWERS_OF_TEN } from "../../../core/values/digits.ts";
import { Strings } from "../../../core/values/strings.ts";
import { hasWholeMinutes } from "../../../core/values/zone.ts";
import { sqliteNumber, sqliteText } from "./values.ts";

const NOTHING = new Uint8Array(0);
const MAX_VARINT = 8;
const TYPE_NULL = new Uint8Array([SERIAL_NULL]);
/** Values whose texts are all as long as that of 0: years of four digits, in seconds from 0001 to 9999. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;
const SECONDS_OF_A_DAY = 86_400;

export const sqliteRecords: Format = {
  name: SQLITE_RECORDS,
  extension: SQLITE_RECORDS,
  summary: "Records of a SQLite database's pages",
  options: {},
  manyTables: true,
  wire: true,
  writesParts: () => false,
  frame: () => ({ prologue: NOTHING, epilogue: NOTHING }),
  layout({ name }, columns, options) {
    const { cells } = options as unknown as SqliteRecordsOptions;
    const first = columns.length - 2 * cells.length;
    const shapes = columns.slice(first, first + cells.length);
    return {
      group: Infinity,
      first: NOTHING,
      next: NOTHING,
      end: NOTHING,
      close: NOTHING,
      cells: [
        ...columns.slice(0, first).map(rowNumber),
        ...shapes.map((column, i) => typeCell(name, column, cells[i])),
        ...shapes.map((column, i) => valueCell(name, column, cells[i])),
      ],
    };
  },
};

function rowNumber(): Cell {
  return numbers((out, at, value) => {
    out.setFloat64(at, value, true);
    return at + ROW_NUMBER_BYTES;
  }, ROW_NUMBER_BYTES);
}

function numbers(
  write: NumberWriter["write"],
  maxBytes: number,
  isNull = NOTHING,
): Cell {
  return { before: NOTHING, null: isNull, storage: "numbers", write, maxBytes };
}

/** Writes what a column's value is, and how long. */
function typeCell(table: string, column: ColumnShape, cell: RecordCell): Cell {
  switch (cell) {
    case "key":
      return numbers((out, at) => writeVarint(out, at, SERIAL_NULL), 1);
    case "text":
      return textType(table, column, SERIAL_TEXT);
    case "blob":
      return textType(table, column, SERIAL_BLOB);
    case "real":
      return numbers(
        (out, at) => writeVarint(out, at, SERIAL_REAL),
        1,
        TYPE_NULL,
      );
    case "integer":
      return numbers(
        (out, at, value) => writeVarint(out, at, integerType(value)),
        1,
        TYPE_NULL,
      );
    case "number": {
      const number = sqliteNumber(table, column);
      return numbers(
        (out, at, value) => writeVarint(out, at, numberType(number(value))),
        1,
        TYPE_NULL,
      );
    }
  }
}

function valueCell(table: string, column: ColumnShape, cell: RecordCell): Cell {
  switch (cell) {
    case "key":
      return numbers((_out, at) => at, 0);
    case "text":
    case "blob":
      return { ...sqliteText(table, column), null: NOTHING };
    case "integer":
      return numbers(writeInteger, 8);
    case "real": {
      const number = sqliteNumber(table, column);
      return numbers((out, at, value) => writeReal(out, at, number(value)), 8);
    }
    case "number": {
      const number = sqliteNumber(table, column);
      return numbers((out, at, value) => {
        const x = number(value);
        return numberType(x) === SERIAL_REAL
          ? writeReal(out, at, x)
          : writeInteger(out, at, x);
      }, 8);
    }
  }
}

function textType(
  table: string,
  column: ColumnShape,
  serial: number,
): Cell {
  const cell = sqliteText(table, column);
  const { close = NOTHING } = cell;
  const around = { before: NOTHING, null: TYPE_NULL };
  const write = (out: DataView, at: number, length: number) =>
    writeVarint(out, at, serial + 2 * (length + close.length));
  switch (cell.storage) {
    case "entries":
      return {
        ...around,
        storage: "entries",
        strings: types(cell.strings, serial),
      };
    case "slices":
      return {
        ...around,
        storage: "slices",
        write: (out, at, _bytes, start, end) => write(out, at, end - start),
        growth: 0,
        extra: MAX_VARINT,
      };
    case "words": {
      const scratch = new DataView(new ArrayBuffer(cell.maxBytes + 16));
      return {
        ...around,
        storage: "words",
        write: (out, at, words, i) =>
          write(out, at, cell.write(scratch, 0, words, i)),
        maxBytes: MAX_VARINT,
      };
    }
    case "numbers": {
      const scratch = new DataView(new ArrayBuffer(cell.maxBytes + 16));
      const measure = (value: number) => cell.write(scratch, 0, value);
      const [low, high] = evenRange(column);
      const usual = measure(0);
      return numbers(
        (out, at, value) =>
          write(
            out,
            at,
            value >= low && value <= high ? usual : measure(value),
          ),
        MAX_VARINT,
        TYPE_NULL,
      );
    }
  }
}

/** Values whose texts are all of one length; of most kinds, none are. */
function evenRange({ type }: ColumnShape): [low: number, high: number] {
  const { kind, scale } = type;
  switch (kind) {
    case "date":
      return [
        FIRST_SECOND / SECONDS_OF_A_DAY,
        Math.floor(LAST_SECOND / SECONDS_OF_A_DAY),
      ];
    case "timestamp":
      if (type.zone !== undefined && !hasWholeMinutes(type.zone)) break;
      return [
        (FIRST_SECOND + SECONDS_OF_A_DAY) * POWERS_OF_TEN[scale],
        (LAST_SECOND - SECONDS_OF_A_DAY) * POWERS_OF_TEN[scale],
      ];
    case "time":
      return [-Infinity, Infinity];
  }
  return [Infinity, -Infinity];
}

/** The serial types of a dictionary's entries. */
function types({ offsets, size }: Strings, serial: number): Strings {
  const out = new DataView(new ArrayBuffer(MAX_VARINT * size));
  const ends = new Uint32Array(size + 1);
  for (let i = 0, at = 0; i < size; i++) {
    const length = offsets[i + 1] - offsets[i];
    ends[i + 1] = at = writeVarint(out, at, serial + 2 * length);
  }
  return new Strings(new Uint8Array(out.buffer, 0, ends[size]), ends);
}

function integerType(value: number): number {
  if (value >= -0x80 && value < 0x80) return SERIAL_INTEGER;
  if (value >= -0x8000 && value < 0x8000) return 2;
  if (value >= -0x800000 && value < 0x800000) return 3;
  if (value >= -0x80000000 && value < 0x80000000) return 4;
  if (value >= -0x800000000000 && value < 0x800000000000) return 5;
  return SERIAL_LONG_INTEGER;
}

function numberType(value: number): number {
  return Number.isSafeInteger(value) ? integerType(value) : SERIAL_REAL;
}

/** Two's complement in as many bytes as the serial type says. */
function writeInteger(out: DataView, at: number, value: number): number {
  const type = integerType(value);
  const bytes = SERIAL_BYTES[type];
  switch (type) {
    case SERIAL_INTEGER:
      out.setInt8(at, value);
      break;
    case 2:
      out.setInt16(at, value);
      break;
    case 3:
      out.setInt8(at, value >> 16);
      out.setInt16(at + 1, value);
      break;
    case 4:
      out.setInt32(at, value);
      break;
    default: {
      const high = Math.floor(value / 0x100000000);
      const low = value - high * 0x100000000;
      if (bytes === 6) out.setInt16(at, high);
      else out.setInt32(at, high);
      out.setUint32(at + bytes - 4, low);
    }
  }
  return at + bytes;
}

function writeReal(out: DataView, at: number, value: number): number {
  out.setFloat64(at, value);
  return at + 8;
}
