// The target that fills a SQLite database: rows in their order, a transaction for each batch.
import type { Wire, WireTable } from "../../core/format.ts";
import type { Kept } from "../../core/run/kept.ts";
import {
  CHUNK_ROWS,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../../core/plan.ts";
import type { Run } from "../../core/ring/ring_buffer.ts";
import {
  SQLITE_CELLS,
  type SqliteCellsOptions,
} from "../../core/wire/sqlite_cells.ts";
import {
  SQLITE_RECORDS,
  type SqliteRecordsOptions,
} from "../../core/wire/sqlite_records.ts";
import { OrderedTarget } from "../ordered.ts";
import type { Sink, Target, Temporary } from "../target.ts";
import { Database } from "./database.ts";
import { checkForeignKeys } from "./foreign_keys.ts";
import { Inserter } from "./inserter.ts";
import { PageWriter } from "./pages.ts";
import { type FilledTable, isSpelled } from "./columns.ts";
import { createIndexes, fillIndexes } from "./new_tables.ts";
import { prepareTables } from "./tables.ts";

export function sqliteTarget(plan: Plan): Target {
  return new OrderedTarget(plan, new SqliteSink(plan));
}

class SqliteSink implements Sink {
  readonly stretch = CHUNK_ROWS;
  readonly #plan: Plan;
  #database: Database | undefined;
  #tables: FilledTable[] = [];
  /** Tables that have yet to be filled. */
  #left = 0;
  #inserter: Inserter | undefined;
  #pages: PageWriter | undefined;
  /** Rows of the open transaction, by table and in all. */
  readonly #pending = new Map<string, number>();
  #pendingRows = 0;
  /** Rows that stay whatever comes: of a file that was there before. */
  readonly #kept = new Map<string, number>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** Creates and empties tables in the first transaction, so that a run that fails before its end leaves them as they were. */
  open(announce: (made: Temporary) => void): Wire {
    const { files: [{ path }], mode } = this.#plan.output;
    const database = this.#database = Database.open(path, announce);
    this.#tables = prepareTables(database, writtenTables(this.#plan), mode);
    this.#left = this.#tables.length;
    for (const { plan } of this.#tables) this.#kept.set(plan.name, 0);
    return new Map(
      this.#tables.map((table) => [table.plan.name, wireOf(table)]),
    );
  }

  begin({ name }: TablePlan): number {
    const table = this.#tables.find(({ plan }) => plan.name === name)!;
    const { pages, columns } = table;
    if (pages !== undefined) {
      const { name } = this.#database!;
      const path = this.#database!.suspend();
      const hasKey = pages.key !== undefined;
      this.#pages = new PageWriter(
        path,
        name,
        pages.root,
        columns.length,
        hasKey,
      );
      return 0;
    }
    this.#database!.resume();
    this.#inserter = new Inserter(
      this.#database!,
      table,
      this.#room(),
      (rows) => {
        this.#pending.set(name, (this.#pending.get(name) ?? 0) + rows);
        this.#pendingRows += rows;
        if (this.#room() === 0) {
          this.#commit();
          this.#database!.begin();
        }
        return this.#room();
      },
    );
    return 0;
  }

  write(records: Run): void {
    if (this.#pages !== undefined) this.#pages.add(records);
    else this.#inserter!.add(records);
  }

  end(): number {
    this.#inserter?.flush();
    this.#pages?.finish();
    this.#inserter = this.#pages = undefined;
    if (--this.#left === 0) this.#complete();
    return 0;
  }

  /** Indexes and the check of foreign keys belong to the last transaction, and to what can be interrupted. */
  #complete(): void {
    const database = this.#database!;
    database.resume();
    for (const table of this.#tables) {
      if (table.pages !== undefined) fillIndexes(database, table);
      if (table.isNew) createIndexes(database, table);
    }
    const { mode } = this.#plan.output;
    const others = mode === "truncate" || mode === "replace";
    checkForeignKeys(database, this.#tables, others && !database.isNew);
  }

  commit(): void {
    this.#commit();
    this.#database!.finish();
  }

  rollback(): Kept {
    this.#pages?.abandon();
    this.#database?.abandon();
    return this.#database?.isNew ? new Map() : this.#kept;
  }

  /** Rows that the open transaction can still take. */
  #room(): number {
    return this.#plan.output.batch - this.#pendingRows;
  }

  #commit(): void {
    this.#database!.commit();
    for (const [table, rows] of this.#pending) {
      this.#kept.set(table, (this.#kept.get(table) ?? 0) + rows);
    }
    this.#pending.clear();
    this.#pendingRows = 0;
  }
}

/** What the sources write of a table: records for its pages, or cells for statements. */
function wireOf({ pages, columns }: FilledTable): WireTable {
  const names = columns.map(({ name }) => name);
  if (pages === undefined) {
    const spelled = columns.filter(isSpelled).map(({ name }) => name);
    const options: SqliteCellsOptions = { spelled };
    return { format: SQLITE_CELLS, columns: names, options: { ...options } };
  }
  const { key, cells } = pages;
  const options: SqliteRecordsOptions = { cells };
  return {
    format: SQLITE_RECORDS,
    columns: [...key === undefined ? [] : [key], ...names, ...names],
    options: { ...options },
  };
}
