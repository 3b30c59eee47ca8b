// The contract of a format: how a table's rows become bytes. The row loop (source/row_loop.ts) does the walking.
import type { Parameter } from "./parameters.ts";
import type { Storage, ValueType } from "./value_type.ts";
import type { TextParts } from "./generator.ts";
import type { Strings } from "./values/strings.ts";

/** A table as a format sees it: only columns that are written. */
export interface TableShape {
  /** As in the Genfile; `app.accounts` is schema and table. */
  name: string;
  columns: { name: string; type: ValueType; primary?: boolean }[];
  /** Columns that no two rows have the same values of, beside the primary key. */
  uniqueKeys?: string[][];
  /** Which of the tables in the same file this is, from 0, and how many there are. */
  index: number;
  count: number;
}

/** What stands around a table's rows. */
export interface Frame {
  prologue: Uint8Array;
  epilogue: Uint8Array;
  /**
   * How rows (at least one) are added to a file that was written before and is not empty: its last bytes, which must
   * be `cut`, are taken away, and `join` stands in the prologue's place; but where the prologue is all that remains,
   * nothing does, for the file had no rows. Absent: such a file cannot be appended to.
   */
  resume?: { cut: Uint8Array; join: Uint8Array };
}

/** Options of a format after reading, by name. */
export type FormatOptions = Record<string, unknown>;

/** What the sources write of each table, by its name, where the target decides it. */
export type Wire = ReadonlyMap<string, WireTable>;

export interface WireTable {
  /** A format's name. */
  format: string;
  /** Written columns, in the order in which they are wanted. */
  columns: string[];
  options: FormatOptions;
}

export interface Format {
  name: string;
  /** Without the dot. */
  extension: string;
  summary: string;
  /** Keys of `[target]` that belong to this format. */
  options: Record<string, Parameter>;
  /** Whether several tables may stand in one file. */
  manyTables: boolean;
  /** For the way to a target only: users cannot choose it. */
  wire?: boolean;
  /** Whether a column's text may be written part by part (`ColumnShape.parts`). Default: it may. */
  writesParts?(options: FormatOptions, column: number): boolean;
  frame(table: TableShape, options: FormatOptions): Frame;
  layout(
    table: TableShape,
    columns: readonly ColumnShape[],
    options: FormatOptions,
  ): RowLayout;
}

/** A written column with the storage its vectors have. */
export interface ColumnShape {
  name: string;
  type: ValueType;
  storage: Storage;
  /** entries: the texts as generated, not yet quoted. */
  strings?: Strings;
  /** slices: whether they may be written as they are (see `Prepared`). */
  plain: boolean;
  /** Then the column may have as many cells as parts instead of one, and the row loop a vector for each. */
  parts?: TextParts;
}

/**
 * A row is `first` or `next`, then for each cell `before` and the value (or `null`), then `end` or `close`.
 *
 * `first` and `close` stand at the first and last row of each group; the table's last row always closes.
 */
export interface RowLayout {
  /** Rows in a group, counted from row 0 of the table; Infinity: the whole table is one. */
  group: number;
  first: Uint8Array;
  next: Uint8Array;
  end: Uint8Array;
  close: Uint8Array;
  cells: Cell[];
}

/**
 * How one cell is written: `before`, and then `null` or the value between `open` and `close`.
 *
 * Writers put bytes at `out[at]` and on, and return the position after them. They may spoil up to 16 bytes behind
 * that, so that short texts can be copied in whole words.
 */
export type Cell =
  & {
    before: Uint8Array;
    /** What stands for NULL. */
    null: Uint8Array;
    open?: Uint8Array;
    close?: Uint8Array;
    /**
     * What this and the following cells, so many in all, write stands behind its length: four bytes, the highest first.
     * None of them is ever NULL.
     */
    measured?: number;
  }
  & (NumberWriter | WordsWriter | EntriesWriter | SlicesWriter);

export interface NumberWriter {
  storage: "numbers";
  write(out: DataView, at: number, value: number): number;
  /** No value takes more bytes. */
  maxBytes: number;
}

export interface WordsWriter {
  storage: "words";
  /** The value is words[4 * i] to words[4 * i + 3]. */
  write(out: DataView, at: number, words: Uint32Array, i: number): number;
  maxBytes: number;
}

export interface EntriesWriter {
  storage: "entries";
  /** The dictionary's entries as this format writes them, quotes and escapes included; the row loop copies them. */
  strings: Strings;
}

export interface SlicesWriter {
  storage: "slices";
  write(
    out: DataView,
    at: number,
    bytes: DataView,
    start: number,
    end: number,
  ): number;
  /** A text of n bytes takes at most `growth * n + extra`. */
  growth: number;
  extra: number;
}
