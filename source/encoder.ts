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
  readonly #vectors: Vector[];
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
    this.#rowLoop = compileRowLoop(
      format.layout(shape, written, options),
      this.#readers.map(({ type, prepared: { storage } }) => ({
        type,
        storage,
      })),
    );
    this.#vectors = new Array(this.#readers.length);
    this.#tableRows = table.plan.rows;
  }

  /** Encodes the record's rows into `bytes` and `ends`, and returns how many bytes they take. */
  encode(record: ChunkRecord): number {
    for (let i = 0; i < this.#readers.length; i++) {
      this.#vectors[i] = this.#readers[i].read(record);
    }
    const { rows } = record;
    return this.#rowLoop(
      this.#vectors,
      rows.count,
      rows.numbers[0],
      this.#tableRows,
      this.#scratch,
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
