// The source: makes the rows of the plan's tables, and their bytes in the target's format.
import type { ColumnShape, Format, Wire } from "../core/format.ts";
import type { Generator, Vector } from "../core/generator.ts";
import type { GeneratorMap } from "../core/generators.ts";
import {
  CHUNK_ROWS,
  type OutputTable,
  placesOf,
  type Plan,
  type TablePlan,
} from "../core/plan.ts";
import { Rows } from "../core/values/rows.ts";
import { loadLists } from "../dicts/lists.ts";
import type { Lists } from "./context/dictionary.ts";
import { SourceContext } from "./context/context.ts";
import { Encoder } from "./encoder.ts";
import { ChunkRecord } from "./record.ts";
import type { Lend } from "./row_loop.ts";
import { SourceTable } from "./table.ts";
import { type RowTrace, traceRow } from "./trace.ts";

/**
 * Receives encoded records: record `i` is `bytes` from `ends[i - 1]` (0 for the first) to `ends[i]`. `output` says for
 * which of the table's places they are (see `placesOf`); it is given the same rows for each.
 *
 * `bytes` is undefined where the records are in the memory that was lent for them, which never is where a table has
 * several places.
 */
export type Emit = (
  bytes: Uint8Array | undefined,
  ends: Uint32Array,
  count: number,
  firstRow: number,
  output: number,
) => void;

/** Rows that are made together at most weigh about this much, so that wide rows do not cost memory. */
const CHUNK_BYTES = 4 << 20;
/** Rows made before anything is known of their width. */
const FIRST_ROWS = 64;

/** Makes rows of any table of a plan; built once a worker. */
export class Source {
  readonly #plan: Plan;
  readonly #context: SourceContext;
  readonly #tables: ReadonlyMap<string, SourceTable>;
  readonly #records = new Map<string, ChunkRecord>();
  /** By table: one for each of its places. */
  readonly #encoders = new Map<string, Encoder[]>();
  readonly #formats: ReadonlyMap<string, Format>;
  readonly #wire: Wire | undefined;
  readonly #lend: Lend | undefined;
  readonly #rows = new Rows(CHUNK_ROWS);
  /** By table: how many rows to make at once. */
  readonly #step = new Map<string, number>();

  private constructor(
    plan: Plan,
    lists: Lists,
    generators: ReadonlyMap<string, Generator>,
    formats: ReadonlyMap<string, Format>,
    wire: Wire | undefined,
    lend: Lend | undefined,
  ) {
    this.#plan = plan;
    this.#lend = lend;
    this.#wire = wire;
    this.#formats = formats;
    this.#context = new SourceContext(plan, lists);
    this.#tables = new Map(
      plan.tables.map((
        table,
      ) => [table.name, new SourceTable(table, this.#context, generators)]),
    );
    this.#context.references.setTables(this.#tables);
  }

  /**
   * Loads the word lists that the plan's locales need.
   *
   * @param wire What to encode of each table; without it, all written columns in the plan's format.
   * @param lend Lends memory for encoded records; without it, or where it has none, they are in memory of the source.
   */
  static async create(
    plan: Plan,
    generators: GeneratorMap,
    formats: ReadonlyMap<string, Format>,
    wire?: Wire,
    lend?: Lend,
  ): Promise<Source> {
    await generators.loadFor?.(plan.tables.flatMap(({ columns }) => columns));
    const locales = new Set(
      plan.tables.flatMap(({ columns }) => columns)
        .filter(({ generator }) => generators.get(generator)?.localized)
        .flatMap(({ locales }) => locales.map(({ locale }) => locale)),
    );
    const lists = new Map(
      await Promise.all(
        [...locales].map(async (locale) =>
          [locale, await loadLists(locale)] as const
        ),
      ),
    );
    return new Source(plan, lists, generators, formats, wire, lend);
  }

  get rows(): number {
    return this.#context.stats.rows;
  }

  get bytes(): number {
    return this.#context.stats.bytes;
  }

  /**
   * Encodes rows `from` to `from + count - 1`, in order.
   *
   * @param emit Called once or more; what it is given is overwritten after it returns.
   */
  encode(table: TablePlan, from: number, count: number, emit: Emit): void {
    const record = this.#record(table.name);
    const encoders = this.#encodersOf(table);
    const until = from + count;
    let step = this.#step.get(table.name) ?? FIRST_ROWS;
    for (let row = from; row < until;) {
      const made = Math.min(step, until - row) | 0;
      record.start(this.#rows.range(row, made));
      let bytes = 0;
      for (let i = 0; i < encoders.length; i++) {
        const encoder = encoders[i];
        bytes += encoder.encode(record);
        emit(
          encoder.isLent ? undefined : encoder.bytes,
          encoder.ends,
          made,
          row,
          i,
        );
      }
      this.#context.stats.add(made, bytes);
      row += made;
      step = Math.max(
        1,
        Math.min(CHUNK_ROWS, Math.floor(CHUNK_BYTES / (bytes / made))),
      );
    }
    this.#step.set(table.name, step);
  }

  /** The values of some columns for any rows of a table; the vectors are overwritten by the next call. */
  evaluate(
    table: string,
    columns: readonly string[],
    rows: readonly number[],
  ): Vector[] {
    const record = this.#record(table);
    const asked = this.#rows;
    asked.reset(rows.length);
    asked.numbers.set(rows);
    record.start(asked.seal());
    return columns.map((column) => record.table.column(column).read(record));
  }

  /** The values of some columns for the rows of a table that were made last, by `encode` or `evaluate`. */
  read(table: string, columns: readonly string[]): Vector[] {
    const record = this.#record(table);
    return columns.map((column) => record.table.column(column).read(record));
  }

  /** A row of a table, made alone and anew: a column, and with it all that it is made from. */
  trace(table: string, column: string, row: number): RowTrace {
    return traceRow(new ChunkRecord(this.#table(table)), column, row);
  }

  /** The random words that have been asked for so far. */
  addresses(): [table: string, what: string, purpose: string][] {
    return this.#context.random.addresses();
  }

  /** The columns of a table as formats see them. */
  shapes(table: string, hidden = false): ColumnShape[] {
    return this.#table(table).columns
      .filter(({ plan }) =>
        plan.inner === undefined && (hidden || !plan.hidden)
      )
      .map((column) => ({
        name: column.plan.name,
        type: column.type,
        storage: column.prepared.storage,
        strings: column.prepared.strings,
        plain: column.prepared.plain ?? false,
        parts: column.prepared.parts,
      }));
  }

  #table(name: string): SourceTable {
    const table = this.#tables.get(name);
    if (table === undefined) {
      throw new TypeError(`Cannot make table "${name}": the plan has none`);
    }
    return table;
  }

  #record(table: string): ChunkRecord {
    let record = this.#records.get(table);
    if (record === undefined) {
      record = new ChunkRecord(this.#table(table));
      this.#records.set(table, record);
    }
    return record;
  }

  #encodersOf({ name }: TablePlan): Encoder[] {
    let encoders = this.#encoders.get(name);
    if (encoders === undefined) {
      const places = placesOf(this.#plan, name);
      encoders = places.map(({ file, frame }) =>
        this.#encoder(frame, {
          index: file.tables.indexOf(frame),
          count: file.tables.length,
        }, places.length === 1 ? this.#lend : undefined)
      );
      this.#encoders.set(name, encoders);
    }
    return encoders;
  }

  #encoder(
    { table, own }: OutputTable,
    place: { index: number; count: number },
    lend: Lend | undefined,
  ): Encoder {
    const { format, options, columns } = this.#wire?.get(table) ?? own ??
      { ...this.#plan.output, columns: undefined };
    const shapes = this.shapes(table);
    return new Encoder(
      this.#table(table),
      this.#formats.get(format)!,
      options,
      columns?.map((name) => shapes.find((one) => one.name === name)!) ??
        shapes,
      place,
      lend,
    );
  }
}
