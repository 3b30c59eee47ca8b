// Puts the rows of one table into it, many a statement, and finds the one that is refused.
import type { SQLInputValue, StatementSync } from "node:sqlite";
import type { Run } from "../../core/ring/ring_buffer.ts";
import {
  LENGTH_BYTES,
  NULL_LENGTH,
  NUMBER_BYTES,
} from "../../core/wire/sqlite_cells.ts";
import type { Database } from "./database.ts";
import { isRefusal, sqliteError } from "./failure.ts";
import { refusedRow } from "./refused_row.ts";
import { wholeBytes } from "./run_bytes.ts";
import { type FilledColumn, type FilledTable, isSpelled } from "./columns.ts";

/** Values and rows of a statement: beyond this, more make nothing faster. */
const MOST_VALUES = 512;
const MOST_ROWS = 64;

export class Inserter {
  readonly #database: Database;
  readonly #table: FilledTable;
  readonly #spelled: boolean[];
  readonly #blobs: boolean[];
  /** Rows of a full statement. */
  readonly #rows: number;
  readonly #many: StatementSync;
  readonly #one: StatementSync;
  /** The values of rows that have yet to be inserted. */
  readonly #values: SQLInputValue[];
  #held = 0;
  /** Insert when so many are held. */
  #until: number;
  /** The number in the table of the first row that is held. */
  #row = 0;
  readonly #inserted: (rows: number) => number;

  /**
   * @param room How many rows the transaction can still take.
   * @param inserted Told of rows; says how many the transaction can take now.
   */
  constructor(
    database: Database,
    table: FilledTable,
    room: number,
    inserted: (rows: number) => number,
  ) {
    const { columns } = table;
    this.#database = database;
    this.#table = table;
    this.#spelled = columns.map(isSpelled);
    this.#blobs = columns.map(({ type }) => type.kind === "bytes");
    const fitting = Math.floor(MOST_VALUES / columns.length);
    this.#rows = Math.max(1, Math.min(MOST_ROWS, fitting));
    this.#many = this.#statement(this.#rows);
    this.#one = this.#statement(1);
    this.#values = new Array(this.#rows * columns.length).fill(null);
    this.#until = Math.min(this.#rows, room);
    this.#inserted = inserted;
  }

  #statement(rows: number): StatementSync {
    const { plan, sqlName, columns } = this.#table;
    const names = columns.map((column) => column.sqlName).join(", ");
    const row = `(${columns.map(placeholder).join(", ")})`;
    return this.#database.prepare(
      `fill table "${plan.name}" of`,
      `INSERT INTO ${sqlName} (${names}) VALUES ${
        Array(rows).fill(row).join(", ")
      }`,
    );
  }

  /** Reads records (see core/wire/sqlite_cells.ts) and inserts as many of them as make whole statements. */
  add(run: Run): void {
    const bytes = wholeBytes(run);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const spelled = this.#spelled;
    const blobs = this.#blobs;
    const columns = spelled.length;
    const values = this.#values;
    let at = 0;
    let place = this.#held * columns;
    for (let i = 0; i < run.count; i++) {
      for (let c = 0; c < columns; c++) {
        if (spelled[c]) {
          const length = view.getUint32(at, true);
          at += LENGTH_BYTES;
          if (length === NULL_LENGTH) {
            values[place++] = null;
          } else {
            const end = at + length;
            values[place++] = blobs[c]
              ? Uint8Array.from(bytes.subarray(at, end))
              : bytes.utf8Slice(at, end);
            at = end;
          }
        } else {
          const number = view.getFloat64(at, true);
          at += NUMBER_BYTES;
          values[place++] = number === number ? number : null;
        }
      }
      if (++this.#held === this.#until) {
        this.flush();
        place = 0;
      }
    }
  }

  /** Inserts what is held. */
  flush(): void {
    const held = this.#held;
    if (held === 0) return;
    if (held < this.#rows) this.#insertSingly();
    else this.#insertTogether();
    this.#row += held;
    this.#held = 0;
    this.#until = Math.min(this.#rows, this.#inserted(held));
  }

  #insertTogether(): void {
    try {
      this.#many.run(...this.#values);
    } catch (thrown) {
      if (!isRefusal(thrown)) throw this.#failure(thrown);
      // The statement has left nothing: one of its rows will be refused again.
      this.#insertSingly();
      throw this.#failure(thrown);
    }
  }

  #insertSingly(): void {
    for (let i = 0; i < this.#held; i++) {
      const values = this.#rowValues(i);
      try {
        this.#one.run(...values);
      } catch (thrown) {
        throw isRefusal(thrown)
          ? refusedRow(
            this.#database.name,
            this.#table,
            this.#row + i,
            values,
            thrown as Error,
          )
          : this.#failure(thrown);
      }
    }
  }

  #rowValues(i: number): SQLInputValue[] {
    const columns = this.#spelled.length;
    return this.#values.slice(i * columns, (i + 1) * columns);
  }

  #failure(thrown: unknown): unknown {
    const doing = `write table "${this.#table.plan.name}" to`;
    return sqliteError(doing, this.#database.name, thrown);
  }
}

/** Numbers arrive as floats. A column that changes nothing would keep them so. */
function placeholder({ affinity, type }: FilledColumn): string {
  const isWhole = type.kind === "int" || type.kind === "bool" ||
    type.kind === "decimal" && type.scale === 0;
  return affinity === "none" && isWhole ? "CAST(? AS INTEGER)" : "?";
}
