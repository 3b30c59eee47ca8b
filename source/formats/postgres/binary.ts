// Rows of PostgreSQL's binary COPY: the number of fields, then each field behind its length, -1 where it is NULL.
// The target says in `encodings`, column by column, what the server expects (see core/wire/postgres_encoding.ts).
import type {
  Cell,
  ColumnShape,
  Format,
  FormatOptions,
  NumberWriter,
  TableShape,
  WordsWriter,
} from "../../../core/format.ts";
import type {
  ColumnEncoding,
  Encoding,
} from "../../../core/wire/postgres_encoding.ts";
import { entriesWriter, type Spelling, textCell, textCells } from "../cells.ts";
import { numericBytes, numericWriter, writeWords } from "../write/binary.ts";
import { AS_IT_IS } from "../write/text.ts";
import { fixedWriter } from "./numbers.ts";
import { JSONB_VERSION, textWriter } from "./texts.ts";

const NULL = new Uint8Array([255, 255, 255, 255]);
const NOTHING = new Uint8Array(0);

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
