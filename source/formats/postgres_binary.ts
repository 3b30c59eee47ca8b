// Rows of PostgreSQL's binary COPY: the number of fields, then each field behind its length, -1 where it is NULL.
// The target says in `encodings`, column by column, what the server expects (see core/wire/postgres_encoding.ts).
import { ThrustError } from "../../core/errors.ts";
import type {
  Cell,
  ColumnShape,
  Format,
  FormatOptions,
  NumberWriter,
  TableShape,
  WordsWriter,
} from "../../core/format.ts";
import type {
  ArrayEncoding,
  ColumnEncoding,
  Encoding,
} from "../../core/wire/postgres_encoding.ts";
import { entriesWriter, type Spelling, textCell, textCells } from "./cells.ts";
import { refuseNul } from "./refusal.ts";
import {
  decimalFloat8Writer,
  intervalWriter,
  numericBytes,
  numericWriter,
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
  writeWords,
} from "./write/binary.ts";
import {
  byteaWriter,
  inetWriter,
  lengthFirst,
  macaddrWriter,
  TEXT_AS_IT_IS,
} from "./write/binary_text.ts";
import { itemGrowth, itemWrite } from "./postgres_items.ts";
import { binaryArrayWriter } from "./write/array_binary.ts";
import { arrayWriter } from "./write/array_text.ts";
import { hexWriter } from "./write/bytes_text.ts";
import { jsonWriter } from "./write/json_text.ts";
import { AS_IT_IS, spellingWriter, type TextWriter } from "./write/text.ts";
import { localWriter } from "./write/time.ts";

type NumberWrite = NumberWriter["write"];

const NULL = new Uint8Array([255, 255, 255, 255]);
const NOTHING = new Uint8Array(0);
/** Of binary jsonb. */
const JSONB_VERSION = 1;
const HEX = hexWriter("\\x");

const WIDTHS: Partial<Record<Encoding, number>> = {
  int2: 2,
  int4: 4,
  int8: 8,
  float4: 4,
  float8: 8,
  bool: 1,
  date: 4,
  time: 8,
  timestamp: 8,
  "local timestamp": 8,
  interval: 16,
  uuid: 16,
};

/** What integers of so many bytes hold, and what the server calls them. */
const RANGES: Partial<Record<Encoding, [largest: number, name: string]>> = {
  int2: [32767, "smallint"],
  int4: [2147483647, "integer"],
};

export const postgresBinary: Format = {
  name: "postgres_binary",
  extension: "bin",
  summary: "Rows of PostgreSQL's binary COPY",
  options: {},
  manyTables: false,
  wire: true,
  writesParts: (options, column) =>
    PARTS.includes(encodingsOf(options)[column] as Encoding),
  frame: () => ({ prologue: NOTHING, epilogue: NOTHING }),
  layout(table, columns, options) {
    const encodings = encodingsOf(options);
    const count = new Uint8Array([columns.length >> 8, columns.length & 255]);
    return {
      group: Infinity,
      first: count,
      next: count,
      end: NOTHING,
      close: NOTHING,
      cells: columns.flatMap((column, i) =>
        column.parts === undefined
          ? [cellOf(table, column, encodings[i])]
          : partCells(column, encodings[i] as Encoding)
      ),
    };
  },
};

/** What a text's bytes go into as they are. */
const PARTS: readonly Encoding[] = ["text", "json", "jsonb"];

/** A text's parts one after another, behind their length. */
function partCells(column: ColumnShape, encoding: Encoding): Cell[] {
  const version = encoding === "jsonb"
    ? String.fromCharCode(JSONB_VERSION)
    : "";
  const [first, ...rest] = textCells(column, version, AS_TEXT);
  const measured = 1 + rest.length;
  return [{ ...first, measured }, ...rest];
}

function encodingsOf({ encodings }: FormatOptions): readonly ColumnEncoding[] {
  return encodings as ColumnEncoding[];
}

function cellOf(
  table: TableShape,
  column: ColumnShape,
  encoding: ColumnEncoding,
): Cell {
  const around = { before: NOTHING, null: NULL };
  const { storage } = column;
  if (storage === "entries" || storage === "slices") {
    const writer = textWriter(table, column, encoding);
    return storage === "entries"
      ? { ...around, ...entriesWriter(column, writer) }
      : { ...around, storage, ...writer };
  }
  if (typeof encoding !== "string") {
    throw new TypeError("Cannot write a number as an array: it has no items");
  }
  const width = WIDTHS[encoding];
  if (width === undefined) {
    return { ...around, ...longWriter(column, encoding) };
  }
  const open = new Uint8Array([0, 0, 0, width]);
  const maxBytes = width;
  if (encoding === "uuid") {
    return { ...around, open, storage: "words", write: writeWords, maxBytes };
  }
  const write = fixedWriter(table, column, encoding);
  return { ...around, open, storage: "numbers", write, maxBytes };
}

/** Writers of numbers that always take as many bytes. */
function fixedWriter(
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

/** Writers of numbers and words whose length has to be found: numerics, and everything as text. */
function longWriter(
  column: ColumnShape,
  encoding: Encoding,
): NumberWriter | WordsWriter {
  const { scale } = column.type;
  if (encoding === "numeric") {
    return {
      storage: "numbers",
      write: numericWriter(scale),
      maxBytes: numericBytes(scale),
    };
  }
  const head = encoding === "jsonb" ? [JSONB_VERSION] : [];
  const before = 4 + head.length;
  const cell = textCell(column, "", AS_TEXT);
  const after = cell.close ?? NOTHING;
  function finish(out: DataView, at: number, to: number): number {
    for (let i = 0; i < head.length; i++) out.setUint8(at + 4 + i, head[i]);
    for (let i = 0; i < after.length; i++) out.setUint8(to + i, after[i]);
    out.setInt32(at, to + after.length - at - 4);
    return to + after.length;
  }
  if (cell.storage === "words") {
    const { write, maxBytes } = cell;
    return {
      storage: "words",
      write: (out, at, words, i) =>
        finish(out, at, write(out, at + before, words, i)),
      maxBytes: before + maxBytes + after.length,
    };
  }
  if (cell.storage !== "numbers") {
    throw new TypeError("Cannot write a text as a number: it has none");
  }
  const { write, maxBytes } = cell;
  return {
    storage: "numbers",
    write: (out, at, value) => finish(out, at, write(out, at + before, value)),
    maxBytes: before + maxBytes + after.length,
  };
}

const AS_TEXT: Spelling = { null: "", quotes: {}, text: () => AS_IT_IS };

/** Arrays whose items are written as a column of them would be. */
function arrayItemsWriter(
  table: TableShape,
  column: ColumnShape,
  { item: encoding, oid }: ArrayEncoding,
): TextWriter {
  const type = column.type.item!;
  const item: ColumnShape = { ...column, type, plain: false };
  const nul = refuseNul("PostgreSQL's text", table.name, column.name);
  const hasNumber = !TEXTUAL.includes(encoding) && encoding !== "uuid";
  const write = itemWrite(type, encoding, {
    number: hasNumber ? itemNumberWriter(table, item, encoding) : undefined,
    text: CHECKED.includes(encoding) && type.kind === "text"
      ? textWriter(table, item, encoding)
      : undefined,
    head: encoding === "jsonb" ? [JSONB_VERSION] : [],
    refuseNul: nul,
  });
  const writer = binaryArrayWriter(oid, write, itemGrowth(encoding));
  return type.kind === "json" ? jsonWriter(writer, nul) : writer;
}

/** The length is the array's to write, and not the number's. */
function itemNumberWriter(
  table: TableShape,
  item: ColumnShape,
  encoding: Encoding,
): NumberWrite {
  if (encoding !== "numeric") return fixedWriter(table, item, encoding);
  const write = numericWriter(item.type.scale);
  return (out, at, value) => write(out, at - 4, value);
}

/** Encodings of texts. */
const TEXTUAL: readonly Encoding[] = [
  ...["text", "json", "jsonb", "bytea", "inet", "macaddr"] as const,
];
/** Those that not every text is. */
const CHECKED: readonly Encoding[] = ["bytea", "inet", "macaddr"];

function textWriter(
  table: TableShape,
  column: ColumnShape,
  encoding: ColumnEncoding,
): TextWriter {
  if (typeof encoding !== "string") {
    return arrayItemsWriter(table, column, encoding);
  }
  const notA = (what: string) => (text: string) => {
    throw refusal(table, column, `${JSON.stringify(text)} is not ${what}`);
  };
  const head = encoding === "jsonb" ? [JSONB_VERSION] : [];
  const refuse = refuseNul("PostgreSQL's text", table.name, column.name);
  switch (column.type.kind) {
    case "bytes":
      return encoding === "bytea" ? TEXT_AS_IT_IS : lengthFirst(HEX, head);
    case "json":
      return lengthFirst(jsonWriter(AS_IT_IS, refuse), head);
    case "array":
      return encoding === "text"
        ? lengthFirst(arrayWriter(column.type, AS_IT_IS, refuse), head)
        : lengthFirst(jsonWriter(AS_IT_IS, refuse), head);
  }
  switch (encoding) {
    case "bytea":
      return byteaWriter(notA("an escaped text of bytes"));
    case "inet":
      return inetWriter(notA("an address of the internet"));
    case "macaddr":
      return macaddrWriter(notA("a MAC address"));
  }
  if (column.plain && column.storage === "slices") {
    return head.length === 0 ? TEXT_AS_IT_IS : lengthFirst(AS_IT_IS, head);
  }
  return lengthFirst(spellingWriter(new Map(), refuse), head);
}

function refusal(
  table: TableShape,
  column: ColumnShape,
  state: string,
): ThrustError {
  return new ThrustError(
    "VALUE_REFUSED",
    `Cannot write column "${column.name}" of table "${table.name}" to PostgreSQL: ${state}`,
    { table: table.name, field: column.name },
  );
}
