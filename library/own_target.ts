// A target of a program's own: an object that takes rows, or encoded batches, on the calling thread.
import {
  CHUNK_ROWS,
  placesOf,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../core/plan.ts";
import type { Source } from "../source/source.ts";
import { type Column, Tables } from "./tables.ts";
import type { Row } from "./values.ts";

/** A table as a target is told of it. */
export interface TargetTable {
  /** As in the Genfile. */
  name: string;
  /** How many rows will come. */
  rows: number;
  /** Those that are written. */
  columns: Column[];
}

/**
 * Takes the rows of a plan, table by table, parents first.
 *
 * Every method may return a promise: until it is settled, nothing more is made. Give `rows` or `bytes`, or both.
 */
export interface OwnTarget {
  /** Before the first row of a table. */
  begin?(table: TargetTable): void | Promise<void>;
  /**
   * Some rows, as objects, which the target may keep.
   *
   * @param from The number of the first.
   */
  rows?(table: TargetTable, rows: Row[], from: number): void | Promise<void>;
  /**
   * Some rows as bytes in the plan's format, what stands before and after a table's rows included. The bytes may be
   * kept.
   */
  bytes?(table: TargetTable, bytes: Uint8Array): void | Promise<void>;
  /** After the last row of a table. */
  end?(table: TargetTable): void | Promise<void>;
  /** After everything, whatever the outcome: `failed` says that an error is on its way to the caller. */
  close?(outcome: "done" | "interrupted" | "failed"): void | Promise<void>;
}

/** What goes along with a write. */
export interface WriteOptions {
  /** Interrupts between two batches. */
  signal?: AbortSignal;
  /** Called after each batch. */
  onProgress?: (progress: WriteProgress) => void;
}

/** How far a write is. */
export interface WriteProgress {
  /** The table at hand. */
  table: string;
  /** Rows of the table that the target has taken. */
  rows: number;
  /** Rows of the table in all. */
  total: number;
}

/** How a write ended. */
export interface WriteResult {
  /** `interrupted` where the signal ended it. */
  outcome: "done" | "interrupted";
  /** Rows that the target has taken, by table. */
  rows: ReadonlyMap<string, number>;
}

/** Makes all rows that the plan writes, and hands them to the target. */
export async function writeRows(
  plan: Plan,
  source: Source,
  target: OwnTarget,
  options: WriteOptions,
): Promise<WriteResult> {
  const taken = new Map<string, number>();
  const writer = new Writer(plan, source, target);
  let outcome: "done" | "interrupted" | "failed" = "failed";
  try {
    const isWhole = await writer.writeAll(taken, options);
    outcome = isWhole ? "done" : "interrupted";
    return { outcome, rows: taken };
  } finally {
    await target.close?.(outcome);
  }
}

class Writer {
  readonly #plan: Plan;
  readonly #source: Source;
  readonly #tables: Tables;
  readonly #target: OwnTarget;

  constructor(plan: Plan, source: Source, target: OwnTarget) {
    this.#plan = plan;
    this.#source = source;
    this.#tables = new Tables(plan, source);
    this.#target = target;
  }

  /** Whether all of it was written. */
  async writeAll(
    taken: Map<string, number>,
    { signal, onProgress }: WriteOptions,
  ): Promise<boolean> {
    for (const table of writtenTables(this.#plan)) {
      const told: TargetTable = {
        name: table.name,
        rows: table.rows,
        columns: this.#tables.columns(table.name)
          .filter(({ hidden }) => !hidden),
      };
      const [{ frame }] = placesOf(this.#plan, table.name);
      taken.set(table.name, 0);
      await this.#target.begin?.(told);
      await this.#bytes(told, frame.prologue);
      for (let from = 0; from < table.rows; from += CHUNK_ROWS) {
        if (signal?.aborted) return false;
        const count = Math.min(CHUNK_ROWS, table.rows - from);
        await this.#batch(table, told, from, count);
        taken.set(table.name, from + count);
        onProgress?.({
          table: table.name,
          rows: from + count,
          total: table.rows,
        });
      }
      await this.#bytes(told, frame.epilogue);
      await this.#target.end?.(told);
    }
    return true;
  }

  async #batch(
    table: TablePlan,
    told: TargetTable,
    from: number,
    count: number,
  ): Promise<void> {
    if (this.#target.rows !== undefined) {
      const rows = [
        ...this.#tables.rows(table.name, { from, to: from + count }),
      ];
      await this.#target.rows(told, rows, from);
    }
    if (this.#target.bytes === undefined) return;
    const parts: Uint8Array[] = [];
    this.#source.encode(table, from, count, (bytes, ends, made, _, output) => {
      // Of a table that goes into several files, the first.
      if (output === 0) parts.push(bytes!.slice(0, ends[made - 1]));
    });
    for (const part of parts) await this.#target.bytes(told, part);
  }

  async #bytes(told: TargetTable, bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0) await this.#target.bytes?.(told, bytes);
  }
}
