// A table's encoder: reads the written columns of a record and hands them to the row loop of the format.
import type {
  ColumnShape,
  Format,
  FormatOptions,
  TableShape,
} from "../core/format.ts";
import type { ColumnReader } from "../core/generator.ts";
import type { Vector } from "../core/values/vector.ts";
import type { ChunkRecord } from "./record.ts";
import {
  compileRowLoop,
  type Lend,
  type RowLoop,
  Scratch,
} from "./row_loop.ts";
import type { SourceTable } from "./table.ts";

/** Turns a record's rows into bytes; rows must be consecutive. */
export class Encoder {
  readonly #rowLoop: RowLoop;
  /** A reader for each of the row loop's vectors: the columns, and in place of some columns their parts. */
  readonly #readers: readonly ColumnReader[];
  /** By reader: how it reads without repetitions, where the row loop copies those. */
  readonly #repeats: ColumnReader["repeated"][];
  readonly #vectors: Vector[];
  /** Of a vector without repetitions: by row, which of its values stands there. */
  readonly #places: (Uint32Array | undefined)[];
  readonly #tableRows: number;
  readonly #scratch: Scratch;

  constructor(
    table: SourceTable,
    format: Format,
    options: FormatOptions,
    columns: readonly ColumnShape[],
    place: Pick<TableShape, "index" | "count">,
    lend?: Lend,
  ) {
    this.#scratch = new Scratch(lend);
    const shape = { name: table.name, columns: [...columns], ...place };
    const written = columns.map((column, i) =>
      format.writesParts?.(options, i) === false
        ? { ...column, parts: undefined }
        : column
    );
    this.#readers = written.flatMap(({ name, parts }): ColumnReader[] =>
      parts?.parts.map(({ source }) => source) ?? [table.column(name)]
    );
    const layout = format.layout(shape, written, options);
    this.#repeats = layout.cells.map((cell, i) =>
      cell.measured === undefined ? this.#readers[i].repeated : undefined
    );
    this.#rowLoop = compileRowLoop(
      layout,
      this.#readers.map(({ type, prepared: { storage } }, i) => ({
        type,
        storage,
        repeats: this.#repeats[i] !== undefined,
      })),
    );
    this.#vectors = new Array(this.#readers.length);
    this.#places = new Array(this.#readers.length);
    this.#tableRows = table.plan.rows;
  }

  /** Encodes the record's rows into `bytes` and `ends`, and returns how many bytes they take. */
  encode(record: ChunkRecord): number {
    for (let i = 0; i < this.#readers.length; i++) {
      const repeated = this.#repeats[i]?.(record);
      this.#vectors[i] = repeated?.values ?? this.#readers[i].read(record);
      this.#places[i] = repeated?.places;
    }
    const { rows } = record;
    return this.#rowLoop(
      this.#vectors,
      rows.count,
      rows.numbers[0],
      this.#tableRows,
      this.#scratch,
      this.#places,
    );
  }

  /** Whether the encoded rows are in memory that was lent, and not in `bytes`. */
  get isLent(): boolean {
    return this.#scratch.isLent;
  }

  /** The encoded rows; what is beyond their length means nothing. */
  get bytes(): Uint8Array {
    return this.#scratch.bytes;
  }

  /** Where each row ends in `bytes`. */
  get ends(): Uint32Array {
    return this.#scratch.ends;
  }
}
