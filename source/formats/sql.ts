// SQL: INSERT statements of several rows, for PostgreSQL, SQLite or MySQL, with the tables they need, in a transaction.
// In MySQL creating a table ends a transaction, so that each table is one of its own.
import type {
  ColumnShape,
  Format,
  FormatOptions,
  TableShape,
} from "../../core/format.ts";
import { defaulted } from "../../core/parameters.ts";
import {
  type Dialect,
  DIALECTS,
  quoteName,
  quoteTable,
  schemaOf,
} from "../../core/sql/names.ts";
import { sqlType } from "../../core/sql/types.ts";
import { bytesOf, type Spelling, textCells } from "./cells.ts";
import { refuseNul } from "./refusal.ts";
import { hexWriter } from "./write/bytes_text.ts";
import { spellingWriter, type TextWriter } from "./write/text.ts";

const QUOTED = {
  ...{ text: "'", uuid: "'", date: "'", time: "'", timestamp: "'" },
  ...{ interval: "'", json: "'", array: "'" },
};
/** Bytes are a text in PostgreSQL, and elsewhere have a literal of their own. */
const BYTES: Record<Dialect, TextWriter> = {
  postgres: hexWriter("'\\x", "'"),
  sqlite: hexWriter("x'", "'"),
  mysql: hexWriter("x'", "'"),
};
/** Single quotes are doubled everywhere; in MySQL a backslash escapes, and so does itself. */
const DOUBLED: ReadonlyMap<number, string> = new Map([[39, "''"]]);
const MYSQL: ReadonlyMap<number, string> = new Map([
  ...DOUBLED,
  [26, "\\Z"],
  [92, "\\\\"],
]);
/** SQLite's shell takes a carriage return before a line feed for part of the line's end, and drops it. */
const SQLITE: ReadonlyMap<number, string> = new Map([
  ...DOUBLED,
  [13, "'||char(13)||'"],
]);
const SPELLINGS: Record<Dialect, ReadonlyMap<number, string>> = {
  postgres: DOUBLED,
  sqlite: SQLITE,
  mysql: MYSQL,
};

export const sql: Format = {
  name: "sql",
  extension: "sql",
  summary: "INSERT statements for PostgreSQL, SQLite or MySQL",
  options: {
    dialect: defaulted("choice", "postgres", "The database it is for", {
      choices: DIALECTS,
    }),
    create_table: defaulted("flag", true, "Whether missing tables are created"),
    rows_per_insert: defaulted("integer", 500, "Rows of a statement", {
      minimum: 1,
    }),
  },
  manyTables: true,
  frame(table, options) {
    const dialect = dialectOf(options);
    const isFirst = table.index === 0;
    const isLast = table.index === table.count - 1;
    const create = options.create_table === false
      ? ""
      : createTable(table, dialect);
    const alone = dialect === "mysql";
    const setup = isFirst && alone ? "SET NAMES utf8mb4;\n" : "";
    const begin = alone ? "START TRANSACTION;\n" : isFirst ? "BEGIN;\n" : "";
    const prologue = bytesOf(
      alone ? setup + create + begin : begin + create,
    );
    return {
      prologue,
      epilogue: bytesOf(alone || isLast ? "COMMIT;\n" : ""),
      resume: { cut: new Uint8Array(0), join: prologue },
    };
  },
  layout(table, columns, options) {
    const dialect = dialectOf(options);
    const names = columns.map(({ name }) => quoteName(name, dialect));
    return {
      group: Number(options.rows_per_insert ?? 500),
      first: bytesOf(
        `INSERT INTO ${quoteTable(table.name, dialect)} (${
          names.join(", ")
        }) VALUES\n(`,
      ),
      next: bytesOf(",\n("),
      end: bytesOf(")"),
      close: bytesOf(");\n"),
      cells: columns.flatMap((column, i) =>
        textCells(
          column,
          i === 0 ? "" : ", ",
          spelling(table, column, dialect),
        )
      ),
    };
  },
};

function dialectOf(options: FormatOptions): Dialect {
  return (options.dialect ?? "postgres") as Dialect;
}

function spelling(
  table: TableShape,
  { type }: ColumnShape,
  dialect: Dialect,
): Spelling {
  // SQLite keeps long decimals as text.
  const isText = type.kind === "decimal" && sqlType(type, dialect) === "text";
  return {
    null: "NULL",
    quotes: isText ? { ...QUOTED, decimal: "'" } : QUOTED,
    timestamp: dialect === "mysql" ? "space" : "iso",
    bool: ["FALSE", "TRUE"],
    text: ({ name }: ColumnShape) =>
      spellingWriter(
        SPELLINGS[dialect],
        refuseNul("sql", table.name, name),
      ),
    bytes: BYTES[dialect],
    arrays: dialect === "postgres" ? "literal" : "json",
    refuse: ({ name }) => refuseNul("sql", table.name, name),
  };
}

function createTable(table: TableShape, dialect: Dialect): string {
  const { uniqueKeys = [] } = table;
  const lines = table.columns.map(({ name, type, primary }) => {
    const isOfKey = primary || uniqueKeys.some((key) => key.includes(name));
    return `  ${quoteName(name, dialect)} ${sqlType(type, dialect, isOfKey)}${
      type.nullable ? "" : " NOT NULL"
    }`;
  });
  const key = table.columns.filter(({ primary }) => primary);
  if (key.length > 0) {
    const names = key.map(({ name }) => quoteName(name, dialect));
    lines.push(`  PRIMARY KEY (${names.join(", ")})`);
  }
  for (const columns of uniqueKeys) {
    const names = columns.map((name) => quoteName(name, dialect));
    lines.push(`  UNIQUE (${names.join(", ")})`);
  }
  const schema = schemaOf(table.name, dialect);
  const made = schema === undefined
    ? ""
    : `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema, dialect)};\n`;
  return `${made}CREATE TABLE IF NOT EXISTS ${
    quoteTable(table.name, dialect)
  } (\n${lines.join(",\n")}\n);\n`;
}
