// The rows of a plan's tables as objects, made on the calling thread.
import { CHUNK_ROWS, type Plan, type TablePlan } from "../core/plan.ts";
import type { Kind } from "../core/value_type.ts";
import type { Source } from "../source/source.ts";
import { type ReadValue, type Row, valueReader } from "./values.ts";

/** A column of a table. */
export interface Column {
  /** As in the Genfile. */
  name: string;
  /** What its values are: see `Value`. */
  kind: Kind;
  /** Whether a value may be null. */
  nullable: boolean;
  /** Made and readable by other columns, but not written. */
  hidden: boolean;
}

/** Which rows, and what of them. */
export interface RowsOptions {
  /** The first row; default: 0. */
  from?: number;
  /** The row before which to stop; default: the rows of the table. Rows beyond the table's can be made too. */
  to?: number;
  /** Whether rows have their hidden columns. */
  hidden?: boolean;
}

/** The first batch, so that one row is had soon. */
const FIRST_ROWS = 64;

/** The tables of a plan. Once it is there, nothing of it is asynchronous, and no worker is started. */
export class Tables {
  readonly #source: Source;
  readonly #plans: ReadonlyMap<string, TablePlan>;
  readonly #readers = new Map<string, Reader>();

  /** Programs get one from `openTables`. */
  constructor(plan: Plan, source: Source) {
    this.#source = source;
    this.#plans = new Map(plan.tables.map((table) => [table.name, table]));
  }

  /** The names of the tables, parents first. */
  get names(): string[] {
    return [...this.#plans.keys()];
  }

  /**
   * How many rows a table has.
   *
   * @throws {TypeError} If there is no such table.
   */
  count(table: string): number {
    return this.#plan(table).rows;
  }

  /**
   * The columns of a table, in the order of the Genfile.
   *
   * @throws {TypeError} If there is no such table.
   */
  columns(table: string): Column[] {
    return this.#plan(table).columns
      .filter(({ inner }) => inner === undefined)
      .map(({ name, type, hidden }) => ({
        name,
        kind: type.kind,
        nullable: type.nullable,
        hidden,
      }));
  }

  /**
   * The rows of a table, a chunk of at most 1,024 at a time: memory does not grow with the table.
   *
   * @typeParam T What a row is, for the caller's convenience; it is not checked.
   * @throws {TypeError} If there is no such table.
   * @throws {RangeError} If `from` or `to` is no number of a row.
   * @throws {ThrustError} If a value cannot be made; the message names its row.
   */
  *rows<T extends Row = Row>(
    table: string,
    { from = 0, to = this.count(table), hidden = false }: RowsOptions = {},
  ): Generator<T, void, undefined> {
    const reader = this.#reader(table, hidden);
    checkRow(table, from);
    checkRow(table, to);
    let step = FIRST_ROWS;
    for (let row = from; row < to; row += step, step = CHUNK_ROWS) {
      const count = Math.min(step, to - row);
      // All of a chunk at once: what the vectors hold is overwritten by whoever asks next.
      yield* this.#make(table, reader, row, count) as T[];
      if (count < step) return;
    }
  }

  /**
   * One row of a table, made alone, however far it is.
   *
   * @param row From 0; it may be past the end of the table.
   * @throws {TypeError} If there is no such table.
   * @throws {RangeError} If `row` is no number of a row.
   * @throws {ThrustError} If a value cannot be made.
   */
  row<T extends Row = Row>(
    table: string,
    row: number,
    { hidden = false }: Pick<RowsOptions, "hidden"> = {},
  ): T {
    const reader = this.#reader(table, hidden);
    checkRow(table, row);
    return this.#make(table, reader, row, 1)[0] as T;
  }

  #make(
    table: string,
    { names, values }: Reader,
    from: number,
    count: number,
  ): Row[] {
    const numbers = Array.from({ length: count }, (_, i) => from + i);
    const vectors = this.#source.evaluate(table, names, numbers);
    return numbers.map((_, i) => {
      const row: Row = {};
      for (let k = 0; k < names.length; k++) {
        row[names[k]] = values[k](vectors[k], i);
      }
      return row;
    });
  }

  #reader(table: string, hidden: boolean): Reader {
    const key = `${hidden}/${table}`;
    let reader = this.#readers.get(key);
    if (reader === undefined) {
      this.#plan(table);
      const shapes = this.#source.shapes(table, hidden);
      reader = {
        names: shapes.map(({ name }) => name),
        values: shapes.map(valueReader),
      };
      this.#readers.set(key, reader);
    }
    return reader;
  }

  #plan(table: string): TablePlan {
    const plan = this.#plans.get(table);
    if (plan !== undefined) return plan;
    throw new TypeError(
      `Cannot make rows of table "${table}": the Genfile has ${
        this.names.map((name) => `"${name}"`).join(", ") || "no tables"
      }`,
    );
  }
}

function checkRow(table: string, row: number): void {
  if (Number.isSafeInteger(row) && row >= 0) return;
  throw new RangeError(
    `Cannot make row ${row} of table "${table}": rows are whole numbers from 0`,
  );
}

/** How rows of a table are read. */
interface Reader {
  names: string[];
  values: ReadValue[];
}
