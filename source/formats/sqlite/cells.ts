// Rows on their way to a SQLite database: see core/wire/sqlite_cells.ts. Numbers go as numbers, everything else as text.
import type { Cell, ColumnShape, Format } from "../../../core/format.ts";
import {
  LENGTH_BYTES,
  NUMBER_BYTES,
  SQLITE_CELLS,
  type SqliteCellsOptions,
} from "../../../core/wire/sqlite_cells.ts";
import type { ValueType } from "../../../core/value_type.ts";
import { Strings } from "../../../core/values/strings.ts";
import { sqliteNumber, sqliteText } from "./values.ts";

const NOTHING = new Uint8Array(0);
const NULL_NUMBER = new Uint8Array(new Float64Array([NaN]).buffer);
const NULL_TEXT = new Uint8Array(LENGTH_BYTES).fill(0xff);

export const sqliteCells: Format = {
  name: SQLITE_CELLS,
  extension: SQLITE_CELLS,
  summary: "Cells for a SQLite database",
  options: {},
  manyTables: true,
  wire: true,
  writesParts: () => false,
  frame: () => ({ prologue: NOTHING, epilogue: NOTHING }),
  layout({ name }, columns, options) {
    const { spelled = [] } = options as Partial<SqliteCellsOptions>;
    return {
      group: Infinity,
      first: NOTHING,
      next: NOTHING,
      end: NOTHING,
      close: NOTHING,
      cells: columns.map((column) =>
        isNumber(column.type) && !spelled.includes(column.name)
          ? numberCell(name, column)
          : spelledCell(name, column)
      ),
    };
  },
};

function isNumber({ kind }: ValueType): boolean {
  return kind === "int" || kind === "float" || kind === "decimal" ||
    kind === "bool";
}

function numberCell(table: string, column: ColumnShape): Cell {
  const number = sqliteNumber(table, column);
  return {
    before: NOTHING,
    null: NULL_NUMBER,
    storage: "numbers",
    write: (out, at, value) => {
      out.setFloat64(at, number(value), true);
      return at + NUMBER_BYTES;
    },
    maxBytes: NUMBER_BYTES,
  };
}

/** The text that other formats write, behind its length. */
function spelledCell(table: string, column: ColumnShape): Cell {
  const cell = sqliteText(table, column);
  const { close = NOTHING } = cell;
  const around = { before: NOTHING, null: NULL_TEXT, close };
  /** Writes the length of what ends there in front of it. */
  const measure = (out: DataView, at: number, end: number) => {
    out.setUint32(at, end - at - LENGTH_BYTES + close.length, true);
    return end;
  };
  switch (cell.storage) {
    case "entries":
      return {
        ...around,
        storage: "entries",
        strings: measured(cell.strings),
      };
    case "slices": {
      const { write, growth, extra } = cell;
      return {
        ...around,
        storage: "slices",
        write: (out, at, bytes, start, end) =>
          measure(out, at, write(out, at + LENGTH_BYTES, bytes, start, end)),
        growth,
        extra: extra + LENGTH_BYTES,
      };
    }
    case "numbers": {
      const { write, maxBytes } = cell;
      return {
        ...around,
        storage: "numbers",
        write: (out, at, value) =>
          measure(out, at, write(out, at + LENGTH_BYTES, value)),
        maxBytes: maxBytes + LENGTH_BYTES,
      };
    }
    case "words": {
      const { write, maxBytes } = cell;
      return {
        ...around,
        storage: "words",
        write: (out, at, words, i) =>
          measure(out, at, write(out, at + LENGTH_BYTES, words, i)),
        maxBytes: maxBytes + LENGTH_BYTES,
      };
    }
  }
}

/** Entries, each behind its length. */
function measured({ bytes, offsets, size }: Strings): Strings {
  const out = new Uint8Array(bytes.length + LENGTH_BYTES * size);
  const view = new DataView(out.buffer);
  const starts = new Uint32Array(size + 1);
  for (let i = 0, at = 0; i < size; i++) {
    const length = offsets[i + 1] - offsets[i];
    view.setUint32(at, length, true);
    at += LENGTH_BYTES;
    out.set(bytes.subarray(offsets[i], offsets[i + 1]), at);
    starts[i + 1] = at += length;
  }
  return new Strings(out, starts);
}
