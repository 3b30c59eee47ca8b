// The row loop: turns vectors into the bytes of rows. What it runs is compiled for the table's columns, see
// row_loop_code.ts.
import { ThrustError } from "../core/errors.ts";
import type { Cell, ColumnShape, RowLayout } from "../core/format.ts";
import type { Vector } from "../core/values/vector.ts";
import { compileRows, type Places } from "./row_loop_code.ts";

/** Bytes that writers and copies may spoil behind what they have written. */
const SLACK = 32;
/** Bytes of the length of measured cells. */
const MEASURE = 4;

/** Lends memory for so many bytes of so many rows; undefined where there is none to lend. */
export type Lend = (bytes: number, rows: number) => DataView | undefined;

/**
 * Memory for encoded rows, reused: row `i` is `view` from `ends[i - 1]` (0 for the first) to `ends[i]`.
 *
 * Where there is somebody to lend memory, rows are written there; `isLent` says whether the last ones were.
 */
export class Scratch {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  view: DataView = new DataView(this.bytes.buffer);
  ends: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  isLent = false;
  readonly #lend: Lend | undefined;

  constructor(lend?: Lend) {
    this.#lend = lend;
  }

  /** Makes room; what was there before is lost. */
  reserve(bytes: number, rows: number): void {
    if (this.ends.length < rows) this.ends = new Uint32Array(rows);
    const lent = this.#lend?.(bytes, rows);
    if (lent !== undefined) {
      this.view = lent;
      this.isLent = true;
      return;
    }
    if (this.bytes.length < bytes) {
      this.bytes = new Uint8Array(Math.max(bytes, 2 * this.bytes.length));
    }
    if (this.view.buffer !== this.bytes.buffer) {
      this.view = new DataView(this.bytes.buffer);
    }
    this.isLent = false;
  }
}

/**
 * Encodes `count` rows, which follow one another in their table from `firstRow`, and returns how many bytes they take.
 *
 * @param vectors One a column, in the layout's order.
 * @param tableRows Rows of the table: its last one closes the group.
 * @param places Of columns that repeat: by row, which of the vector's values stands there.
 * @throws {ThrustError} VALUE_REFUSED with the row, if the format cannot write a value.
 */
export type RowLoop = (
  vectors: readonly Vector[],
  count: number,
  firstRow: number,
  tableRows: number,
  out: Scratch,
  places?: Places,
) => number;

/** `repeats`: neighbours often show the same value, which is one of the vector's. */
export type LoopColumn = Pick<ColumnShape, "type" | "storage"> & {
  repeats?: boolean;
};

/** Compiles the row loop of a layout for columns of these types. */
export function compileRowLoop(
  layout: RowLayout,
  columns: readonly LoopColumn[],
): RowLoop {
  const { cells } = layout;
  if (cells.length !== columns.length) {
    throw new TypeError(
      `Cannot compile a row loop: there are ${cells.length} cells for ${columns.length} columns`,
    );
  }
  for (const [i, { storage }] of columns.entries()) {
    if (cells[i].storage !== storage) {
      throw new TypeError(
        `Cannot compile a row loop: column ${i} has ${storage}, and its cell writes ${
          cells[i].storage
        }`,
      );
    }
  }
  const nullable = columns.map((column) => column.type.nullable);
  const repeats = columns.map((column) => column.repeats === true);
  const encode = compileRows(layout, nullable, repeats);
  const fixedBytes = fixedRowBytes(layout);
  const slices = cells.flatMap((cell, column) =>
    cell.storage === "slices" ? [{ column, growth: cell.growth }] : []
  );

  return function encodeRows(
    vectors,
    count,
    firstRow,
    tableRows,
    out,
    places = [],
  ) {
    let bound = fixedBytes * count + SLACK;
    for (const { column, growth } of slices) {
      const bytes = repeats[column]
        ? repeatedBytes(
          vectors[column],
          count,
          nullable[column],
          places[column]!,
        )
        : slicedBytes(vectors[column], count, nullable[column]);
      bound += growth * bytes;
    }
    out.reserve(bound, count);
    const run = () =>
      encode(vectors, count, firstRow, tableRows, out.view, out.ends, places);
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof ThrustError)) throw thrown;
      // The ends of the rows before were written, that of the refused row was not: find it once more, counting.
      out.ends.fill(0, 0, count);
      let refused = 0;
      try {
        run();
      } catch {
        while (out.ends[refused] > 0) refused++;
      }
      const row = firstRow + refused;
      throw new ThrustError(
        thrown.code,
        `${thrown.message} in row ${row}`,
        { ...thrown.fields, row },
      );
    }
  };
}

/** Bytes of the longest row, without what grows with slices. */
function fixedRowBytes(layout: RowLayout): number {
  const { first, next, end, close, cells } = layout;
  let bytes = Math.max(first.length, next.length) +
    Math.max(end.length, close.length);
  for (const cell of cells) {
    const around = (cell.open?.length ?? 0) + (cell.close?.length ?? 0);
    if (cell.measured) bytes += MEASURE;
    bytes += cell.before.length +
      Math.max(cell.null.length, around + fixedValueBytes(cell));
  }
  return bytes;
}

function fixedValueBytes(cell: Cell): number {
  if (cell.storage === "entries") return cell.strings.maxBytes;
  return cell.storage === "slices" ? cell.extra : cell.maxBytes;
}

/** Bytes of all texts together; what stands at a NULL means nothing. */
function slicedBytes(
  vector: Vector,
  count: number,
  nullable: boolean,
): number {
  const { starts, ends, nulls } = vector;
  let bytes = 0;
  if (nullable) {
    for (let i = 0; i < count; i++) {
      if (nulls[i] === 0) bytes += ends[i] - starts[i];
    }
  } else {
    for (let i = 0; i < count; i++) bytes += ends[i] - starts[i];
  }
  return bytes;
}

/** The same where places say which text each row shows. */
function repeatedBytes(
  { starts, ends, nulls }: Vector,
  count: number,
  nullable: boolean,
  places: Uint32Array,
): number {
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i];
    if (!nullable || nulls[place] === 0) bytes += ends[place] - starts[place];
  }
  return bytes;
}
