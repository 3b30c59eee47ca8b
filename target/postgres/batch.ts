// A batch: rows of one table that a COPY, which is a transaction of its own, brings into it.
import { ThrustError } from "../../core/errors.ts";
import type { WireTable } from "../../core/format.ts";
import { quoteName, quoteTable } from "../../core/sql/names.ts";
import type { Connection } from "./connection.ts";
import type { Copy } from "./copy.ts";
import {
  copyPlaceOf,
  type Rejection,
  rejectionFailure,
  rejectionOf,
} from "./failure.ts";
import type { Piece } from "./intake.ts";

/** What stands before the rows of a binary COPY: its signature, no flags, no extension. */
const BINARY_HEAD = new Uint8Array([
  ...[80, 71, 67, 79, 80, 89, 10, 255, 13, 10, 0],
  ...[0, 0, 0, 0, 0, 0, 0, 0],
]);
const BINARY_END = new Uint8Array([255, 255]);

/** The statement that a table's batches begin with. */
function copyStatement(table: string, wire: WireTable): string {
  const columns = wire.columns.map((name) => quoteName(name, "postgres"));
  const format = isBinary(wire) ? "binary" : "text";
  return `COPY ${quoteTable(table, "postgres")} (${
    columns.join(", ")
  }) FROM STDIN (FORMAT ${format})`;
}

function isBinary({ format }: WireTable): boolean {
  return format === "postgres_binary";
}

export class Batch {
  readonly #connection: Connection;
  readonly #table: string;
  readonly #wire: WireTable;
  readonly #copy: Copy;
  readonly #pieces: { line: number; rowOf: Piece["rowOf"] }[] = [];
  rows = 0;
  bytes = 0;

  private constructor(
    connection: Connection,
    table: string,
    wire: WireTable,
    copy: Copy,
  ) {
    this.#connection = connection;
    this.#table = table;
    this.#wire = wire;
    this.#copy = copy;
  }

  static async begin(
    connection: Connection,
    table: string,
    wire: WireTable,
  ): Promise<Batch> {
    const copy = await connection.copy(
      `fill table "${table}"`,
      copyStatement(table, wire),
      { table },
    );
    const batch = new Batch(connection, table, wire, copy);
    if (isBinary(wire)) await batch.#orFailure(copy.write(BINARY_HEAD));
    return batch;
  }

  /** Sends records and frees their place. */
  async add(piece: Piece): Promise<void> {
    const { run, release, rowOf } = piece;
    this.#pieces.push({ line: this.rows + 1, rowOf });
    await this.#orFailure(this.#copy.write(run.first));
    if (run.second !== undefined) {
      await this.#orFailure(this.#copy.write(run.second));
    }
    release();
    this.rows += run.count;
    this.bytes += run.length;
  }

  /** Waits for something else; a batch that the server ends meanwhile fails at once. */
  wait(promise: Promise<void>): Promise<void> {
    return this.#orFailure(this.#copy.orEnd(promise));
  }

  /** Makes the rows stay. */
  async commit(): Promise<void> {
    if (isBinary(this.#wire)) {
      await this.#orFailure(this.#copy.write(BINARY_END));
    }
    await this.#orFailure(this.#copy.finish());
  }

  /** Leaves no row. */
  abort(): Promise<void> {
    return this.#copy.abort();
  }

  async #orFailure(promise: Promise<void>): Promise<void> {
    const table = this.#table;
    const doing = `fill table "${table}"`;
    try {
      await this.#connection.orLoss(doing, promise, { table });
    } catch (thrown) {
      if (thrown instanceof ThrustError) throw thrown;
      const rejection = rejectionOf(thrown);
      throw rejection === undefined
        ? this.#connection.lossOf(doing, { table })
        : this.#rejected(rejection);
    }
  }

  /** Says which row it was, and which column, where the server does. */
  #rejected(rejection: Rejection): ThrustError {
    const table = this.#table;
    const place = copyPlaceOf(rejection);
    const row = place && this.#rowAt(place.line);
    const field = place?.column ?? rejection.column_name;
    const value = place?.value;
    const parts = [
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(field === undefined ? [] : [`column "${field}"`]),
      ...(value === undefined ? [] : [`value ${JSON.stringify(value)}`]),
    ];
    const where = parts.length === 0 ? "" : `${parts.join(", ")} of `;
    return rejectionFailure(
      this.#connection.server,
      `write ${where}table "${table}"`,
      rejection,
      {
        table,
        ...(field !== undefined && { field }),
        ...(row !== undefined && { row }),
      },
    );
  }

  /** The row of the COPY's line, from 1. */
  #rowAt(line: number): number | undefined {
    const piece = this.#pieces.findLast((one) => one.line <= line);
    return piece?.rowOf(line - piece.line);
  }
}
