// A table of a PostgreSQL server.
import type { ColumnShape } from "../../core/format.ts";
import type { TablePlan } from "../../core/plan.ts";
import { quoteName, quoteTable } from "../../core/sql/names.ts";
import { bareZone, type ValueType } from "../../core/value_type.ts";
import { textCell } from "../../source/formats/cells.ts";
import { AS_IT_IS } from "../../source/formats/write/text.ts";
import type { Source } from "../../source/source.ts";
import {
  type FoundColumn,
  type FoundTable as Catalogued,
  IS_INDEX_OF,
} from "../../target/postgres/catalogue.ts";
import type { Connection } from "../../target/postgres/connection.ts";
import { BATCH_ROWS, Cells, cellStorage } from "../cells.ts";
import { textOf } from "../differences.ts";
import { ExpectedRows, numbers } from "../expected_rows.ts";
import type { FoundTable, Visitor } from "../place.ts";
import { cast, changesValues } from "./casts.ts";
import { CopyRows } from "./copy_rows.ts";
import { type Decode, decoderOf, textDecoder } from "./decode.ts";

/** A column that is read. */
interface Column {
  name: string;
  type: ValueType;
  /** What is selected. */
  sql: string;
  sqlType: string;
  decode: Decode;
  /** Expected values are what the server makes of them. */
  casts: boolean;
  /** Expected values are rounded to single precision. */
  isSingle: boolean;
}

export class PostgresTable implements FoundTable {
  readonly plan: TablePlan;
  readonly name: string;
  readonly columns: string[];
  readonly altered: string[];
  readonly flaws: string[] = [];
  readonly ordered = false;
  readonly #connection: Connection;
  readonly #source: Source;
  readonly #found: Catalogued | undefined;
  readonly #all: ReadonlyMap<string, Catalogued>;
  readonly #columns: Column[] = [];
  readonly #cells: Cells[];

  constructor(
    connection: Connection,
    source: Source,
    plan: TablePlan,
    all: ReadonlyMap<string, Catalogued>,
  ) {
    this.plan = plan;
    this.name = `table "${plan.name}" in ${connection.server}`;
    this.#connection = connection;
    this.#source = source;
    this.#all = all;
    const found = this.#found = all.get(plan.name);
    if (found === undefined) {
      this.flaws.push(`there is no ${this.name}: run thrust first`);
    }
    for (const { name, hidden, inner, type } of plan.columns) {
      if (hidden || inner !== undefined || found === undefined) continue;
      const column = found.columns.find((one) => one.name === name);
      if (column === undefined) this.flaws.push(`it has no column "${name}"`);
      else if (!column.generated) this.#columns.push(columnOf(type, column));
    }
    this.columns = this.#columns.map(({ name }) => name);
    this.altered = this.#columns
      .filter(({ casts, isSingle }) => casts || isSingle)
      .map(({ name }) => name);
    this.#cells = this.#columns.map(({ type }) => new Cells(cellStorage(type)));
  }

  async scan(visitor: Visitor): Promise<void> {
    await this.#copy(`FROM ${this.#quoted()}`, visitor);
    if (visitor.expected === undefined) return;
    const expected = this.#expected();
    const { rows } = this.plan;
    for (let row = 0; row < rows; row += BATCH_ROWS) {
      const count = Math.min(BATCH_ROWS, rows - row);
      const cells = await this.#made(expected, numbers(row, count));
      visitor.expected(cells, count, row);
    }
  }

  async sample(
    rows: readonly number[],
    key: readonly string[],
    visitor: Visitor,
  ): Promise<void> {
    const places = key.map((name) => this.columns.indexOf(name));
    const expected = this.#expected();
    for (let at = 0; at < rows.length; at += BATCH_ROWS) {
      const some = rows.slice(at, at + BATCH_ROWS);
      const cells = await this.#made(expected, some);
      const keys = some.map((_, i) =>
        places.map((k) => textOf(cells[k], this.#columns[k].type, i))
      );
      const json = JSON.stringify(keys).replaceAll("'", "''");
      const wanted = places.map((k, n) =>
        `(key ->> ${n})::${this.#columns[k].sqlType} AS k${n}`
      );
      const same = places.map((k, n) =>
        `t.${quoteName(this.columns[k], "postgres")} = wanted.k${n}`
      );
      await this.#copy(
        `FROM (SELECT ${
          wanted.join(", ")
        } FROM json_array_elements('${json}'::json) AS key) AS wanted JOIN ${this.#quoted()} AS t ON ${
          same.join(" AND ")
        }`,
        visitor,
        "t.",
      );
      visitor.expected?.(cells, some.length, at);
    }
  }

  async count(): Promise<number> {
    const [{ n }] = await this.#query<{ n: string }>(
      `SELECT count(*)::text AS n FROM ${this.#quoted()}`,
    );
    return Number(n);
  }

  async guard(columns: readonly string[]): Promise<string | undefined> {
    const [row] = await this.#query<{ name: string }>(
      UNIQUE_INDEX,
      this.#quoted(),
      JSON.stringify(columns),
    );
    return row && `unique index ${row.name}`;
  }

  async referenceGuard(
    columns: readonly string[],
    table: string,
    targets: readonly string[],
  ): Promise<string | undefined> {
    const referred = this.#all.get(table);
    if (this.#found === undefined || referred === undefined) return undefined;
    const [row] = await this.#query<{ name: string }>(
      FOREIGN_KEY,
      String(this.#found.oid),
      String(referred.oid),
      JSON.stringify(columns),
      JSON.stringify(targets),
    );
    return row && `constraint ${row.name}`;
  }

  #expected(): ExpectedRows {
    return new ExpectedRows(
      this.#source,
      this.plan,
      this.columns,
      spell,
      (k) => bareZone(this.#columns[k].type),
    );
  }

  /** Expected rows as the server would have them. */
  async #made(
    expected: ExpectedRows,
    rows: readonly number[],
  ): Promise<Cells[]> {
    const cells = expected.at(rows);
    const made = [...cells];
    for (const [k, column] of this.#columns.entries()) {
      if (column.casts) {
        // What the source shows is its own: the server's values go elsewhere.
        const own = made[k] = new Cells(cells[k].storage);
        own.take(cells[k], rows.length);
        await cast(
          this.#connection,
          own,
          rows.length,
          column.type,
          column.sqlType,
        );
      } else if (column.isSingle) {
        const own = made[k] = new Cells("numbers");
        own.take(cells[k], rows.length);
        for (let i = 0; i < rows.length; i++) {
          own.numbers[i] = Math.fround(own.numbers[i]);
        }
      }
    }
    return made;
  }

  async #copy(from: string, visitor: Visitor, of = ""): Promise<void> {
    let at = 0;
    const rows = new CopyRows(
      this.#cells,
      this.#columns.map(({ decode }) => decode),
      (count) => {
        visitor.found(this.#cells, count, at);
        at += count;
      },
    );
    const list = this.#columns.map(({ sql }) => of + sql).join(", ");
    await this.#connection.copyOut(
      this.#doing(),
      `COPY (SELECT ${list} ${from}) TO STDOUT (FORMAT binary)`,
      { table: this.plan.name },
      (piece) => rows.take(piece),
    );
    rows.finish();
  }

  #quoted(): string {
    return quoteTable(this.plan.name, "postgres");
  }

  #doing(): string {
    return `read table "${this.plan.name}"`;
  }

  #query<Row>(text: string, ...args: string[]): Promise<Row[]> {
    return this.#connection.query<Row>(this.#doing(), text, args, {
      table: this.plan.name,
    });
  }
}

function columnOf(planned: ValueType, found: FoundColumn): Column {
  const { name } = found;
  // Whether local time is kept is for the column to say that is there.
  const type = planned.zone === undefined ? planned : {
    ...planned,
    sql: found.receive === "timestamp_recv" ? "timestamp" : "timestamptz",
  };
  const quoted = quoteName(name, "postgres");
  const decode = decoderOf(found.receive, type);
  return {
    name,
    type,
    sql: decode === undefined ? `${quoted}::text` : quoted,
    sqlType: found.type,
    decode: decode ?? textDecoder(type),
    isSingle: found.receive === "float4recv" && type.kind === "float",
    casts: found.receive === "float4recv"
      ? type.kind !== "float"
      : changesValues(type, found),
  };
}

/** Values of kinds that are neither numbers nor texts, as the server is sent them. */
function spell(column: ColumnShape) {
  return textCell(column, "", { null: "", quotes: {}, text: () => AS_IT_IS });
}

const UNIQUE_INDEX = `
SELECT c.relname::text AS name
FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = to_regclass($1::text) AND i.indisunique AND i.indisvalid
  AND ${IS_INDEX_OF}
LIMIT 1`;

const FOREIGN_KEY = `
SELECT f.conname::text AS name
FROM pg_catalog.pg_constraint f
WHERE f.conrelid = $1::text::oid AND f.confrelid = $2::text::oid
  AND f.contype = 'f' AND f.convalidated
  AND (
    SELECT json_agg(a.attname ORDER BY k.place)::text
    FROM unnest(f.conkey) WITH ORDINALITY AS k(attnum, place)
    JOIN pg_catalog.pg_attribute a
      ON a.attrelid = f.conrelid AND a.attnum = k.attnum
  ) = (SELECT json_agg(c)::text FROM json_array_elements_text($3::text::json) AS u(c))
  AND (
    SELECT json_agg(a.attname ORDER BY k.place)::text
    FROM unnest(f.confkey) WITH ORDINALITY AS k(attnum, place)
    JOIN pg_catalog.pg_attribute a
      ON a.attrelid = f.confrelid AND a.attnum = k.attnum
  ) = (SELECT json_agg(c)::text FROM json_array_elements_text($4::text::json) AS u(c))
LIMIT 1`;
