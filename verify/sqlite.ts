// Tables of a SQLite database.
import { existsSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { ThrustError } from "../core/errors.ts";
import { type Plan, type TablePlan, writtenTables } from "../core/plan.ts";
import { quoteName, quoteTable } from "../core/sql/names.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { bareZone, type ValueType } from "../core/value_type.ts";
import { sqliteText } from "../source/formats/sqlite/values.ts";
import type { Source } from "../source/source.ts";
import { sameName } from "../target/sqlite/columns.ts";
import { attemptSql } from "../target/sqlite/failure.ts";
import { BATCH_ROWS, Cells, cellStorage, NULL, VALUE } from "./cells.ts";
import { textOf } from "./differences.ts";
import { ExpectedRows } from "./expected_rows.ts";
import type { FoundTable, Place, Visitor } from "./place.ts";
import { setFromDouble, setFromText } from "./text_values.ts";

type Value = null | number | bigint | string | Uint8Array;

export function openSqlite(source: Source, plan: Plan): Place {
  const { path } = plan.output.files[0];
  const name = JSON.stringify(path);
  if (!existsSync(path)) {
    throw new ThrustError(
      "TARGET_REFUSED",
      `Cannot verify ${name}: there is no such file; run thrust first, or say with --to where the rows are`,
    );
  }
  const db = attemptSql(
    "open",
    name,
    () => new DatabaseSync(path, { readOnly: true }),
  );
  try {
    const tables = writtenTables(plan).map((table) =>
      new SqliteTable(db, name, source, table)
    );
    return { tables, close: () => Promise.resolve(db.close()) };
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

class SqliteTable implements FoundTable {
  readonly plan: TablePlan;
  readonly name: string;
  readonly columns: string[] = [];
  readonly flaws: string[] = [];
  readonly ordered = false;
  readonly #db: DatabaseSync;
  readonly #file: string;
  readonly #source: Source;
  readonly #types: ValueType[] = [];
  /** Quoted, as the database has them. */
  readonly #sqlNames: string[] = [];
  readonly #cells: Cells[];

  constructor(db: DatabaseSync, file: string, source: Source, plan: TablePlan) {
    this.plan = plan;
    this.name = `table "${plan.name}" in ${file}`;
    this.#db = db;
    this.#file = file;
    this.#source = source;
    const found = this.#all<{ name: string; hidden: number }>(
      "SELECT * FROM pragma_table_xinfo(?)",
      plan.name,
    );
    if (found.length === 0) {
      this.flaws.push(`there is no ${this.name}: run thrust first`);
    }
    for (const { name, hidden, inner, type } of plan.columns) {
      if (hidden || inner !== undefined || found.length === 0) continue;
      const column = found.find((one) => sameName(one.name, name));
      if (column === undefined) this.flaws.push(`it has no column "${name}"`);
      else if (column.hidden === 0) {
        this.columns.push(name);
        this.#types.push(type);
        this.#sqlNames.push(quoteName(column.name, "sqlite"));
      }
    }
    this.#cells = this.#types.map((type) => new Cells(cellStorage(type)));
  }

  scan(visitor: Visitor): Promise<void> {
    const list = this.#selected();
    let count = 0;
    let at = 0;
    const begin = () => this.#cells.forEach((cells) => cells.begin());
    begin();
    const show = () => {
      if (count > 0) visitor.found(this.#cells, count, at);
      at += count;
      count = 0;
      begin();
    };
    this.#doing(() => {
      const statement = this.#prepare(`SELECT ${list} FROM ${this.#from()}`);
      for (const row of statement.iterate()) {
        this.#set(count++, row as unknown);
        if (count === BATCH_ROWS) show();
      }
    });
    show();
    if (visitor.expected !== undefined) {
      this.#expected().scan(this.plan.rows, visitor.expected);
    }
    return Promise.resolve();
  }

  sample(
    rows: readonly number[],
    key: readonly string[],
    visitor: Visitor,
  ): Promise<void> {
    const places = key.map((name) => this.columns.indexOf(name));
    const where = places.map((k) => `${this.#sqlNames[k]} IS ?`).join(" AND ");
    const expected = this.#expected();
    const statement = this.#doing(() =>
      this.#prepare(
        `SELECT ${this.#selected()} FROM ${this.#from()} WHERE ${where}`,
      )
    );
    for (let at = 0; at < rows.length; at += BATCH_ROWS) {
      const some = rows.slice(at, at + BATCH_ROWS);
      const cells = expected.at(some);
      for (let i = 0; i < some.length; i++) {
        const values = places.map((k) => boundOf(cells[k], this.#types[k], i));
        const found = this.#doing(() => statement.all(...values)) as unknown[];
        this.#cells.forEach((one) => one.begin());
        found.slice(0, BATCH_ROWS).forEach((row, k) => this.#set(k, row));
        if (found.length > 0) {
          visitor.found(this.#cells, found.length, some[i]);
        }
      }
      visitor.expected?.(cells, some.length, at);
    }
    return Promise.resolve();
  }

  count(): Promise<number> {
    const [{ n }] = this.#all<{ n: number }>(
      `SELECT count(*) AS n FROM ${this.#from()}`,
    );
    return Promise.resolve(n);
  }

  guard(columns: readonly string[]): Promise<string | undefined> {
    const wanted = columns.map((name) =>
      this.#sqlNames[this.columns.indexOf(name)]
    );
    const [primary] = this.#all<{ names: string }>(
      "SELECT json_group_array(name) AS names FROM pragma_table_info(?) WHERE pk > 0",
      this.plan.name,
    );
    const unique = this.#all<{ index: string; names: string }>(
      `SELECT i.name AS "index", json_group_array(c.name) AS names
       FROM pragma_index_list(?) AS i, pragma_index_info(i.name) AS c
       WHERE i."unique" AND NOT i.partial GROUP BY i.name`,
      this.plan.name,
    );
    const isKey = (json: string) => {
      const names: string[] = JSON.parse(json);
      return names.length === wanted.length &&
        names.every((name) => wanted.includes(quoteName(name, "sqlite")));
    };
    if (isKey(primary.names)) return Promise.resolve("its primary key");
    const index = unique.find(({ names }) => isKey(names));
    return Promise.resolve(index && `unique index ${index.index}`);
  }

  #expected(): ExpectedRows {
    return new ExpectedRows(
      this.#source,
      this.plan,
      this.columns,
      (column) => sqliteText(this.plan.name, column),
      (k) => bareZone(this.#types[k]),
    );
  }

  #from(): string {
    return quoteTable(this.plan.name, "sqlite");
  }

  /** Integers that are not exact as numbers are asked for as texts. */
  #selected(): string {
    return this.#sqlNames.map((name) =>
      `CASE WHEN typeof(${name}) = 'integer' AND ${name} NOT BETWEEN ${-Number
        .MAX_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER} THEN CAST(${name} AS TEXT) ELSE ${name} END`
    ).join(", ");
  }

  #set(i: number, row: unknown): void {
    const values =
      (Array.isArray(row)
        ? row
        : Object.values(row as Record<string, Value>)) as Value[];
    for (let k = 0; k < this.#cells.length; k++) {
      set(this.#cells[k], i, values[k], this.#types[k]);
    }
  }

  #prepare(sql: string): StatementSync {
    // Rows as arrays: without names, and columns of one name do not hide each other.
    const statement = this.#db.prepare(sql) as StatementSync & {
      setReturnArrays?(enabled: boolean): void;
    };
    statement.setReturnArrays?.(true);
    return statement;
  }

  #all<Row>(sql: string, ...values: string[]): Row[] {
    return this.#doing(() =>
      this.#db.prepare(sql).all(...values) as unknown as Row[]
    );
  }

  #doing<T>(action: () => T): T {
    return attemptSql(
      `read table "${this.plan.name}" of`,
      this.#file,
      action,
    );
  }
}

function set(cells: Cells, i: number, value: Value, type: ValueType): void {
  if (value === null) cells.setNull(i);
  else if (typeof value === "number") setFromDouble(cells, i, value, type);
  else if (typeof value === "string") setFromText(cells, i, value, type);
  else if (typeof value === "bigint") {
    setFromText(cells, i, String(value), type);
  } else if (type.kind === "bytes") cells.setText(i, value, 0, value.length);
  else cells.setOdd(i, `x'${value.toHex()}'`);
}

/** A cell as a value that a column is asked for. */
function boundOf(cells: Cells, type: ValueType, i: number) {
  if (cells.states[i] === NULL) return null;
  const { kind, scale } = type;
  if (cells.states[i] === VALUE && cells.storage === "numbers") {
    if (kind === "int" || kind === "float" || kind === "bool") {
      return cells.numbers[i];
    }
    if (kind === "decimal") return cells.numbers[i] / POWERS_OF_TEN[scale];
  }
  return textOf(cells, type, i);
}
