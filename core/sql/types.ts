// The SQL type that holds the values of a column, for each dialect.
import type { Dialect } from "./names.ts";
import type { ValueType } from "../value_type.ts";

/** Digits of 2^53, which no scaled integer exceeds. */
const EXACT_DIGITS = 16;
/** Significant decimal digits that every float64, which is SQLite's real, keeps. */
export const REAL_DIGITS = 15;
/** Most digits after the point of a second that MySQL keeps. */
const MYSQL_SECONDS = 6;

/** What PostgreSQL has a type of its own for, and what holds it elsewhere. */
const ELSEWHERE: Readonly<
  Record<string, Partial<Record<Dialect, string>> | undefined>
> = {
  inet: { sqlite: "text", mysql: "varchar(43)" },
  macaddr: { sqlite: "text", mysql: "char(17)" },
};

/**
 * The type as a column's definition says it. What the Genfile says (`type = "inet"`) wins.
 *
 * @param primary Whether the column is part of the primary key: MySQL has none of unlimited text.
 */
export function sqlType(
  type: ValueType,
  dialect: Dialect,
  primary = false,
): string {
  if (type.sql !== undefined) {
    const elsewhere = dialect === "postgres" ? undefined : ELSEWHERE[type.sql];
    return elsewhere?.[dialect] ?? type.sql;
  }
  switch (type.kind) {
    case "int":
      // SQLite has one integer, of 64 bits; a primary key so named is the table's own order.
      if (dialect === "sqlite") return "integer";
      return fitsInteger(type) ? "integer" : "bigint";
    case "float":
      if (dialect === "postgres") return "double precision";
      return dialect === "mysql" ? "double" : "real";
    case "decimal":
      if (dialect === "sqlite") return sqliteDecimal(type);
      return `numeric(${precision(type)},${type.scale})`;
    case "bool":
      return "boolean";
    case "date":
      return dialect === "sqlite" ? "text" : "date";
    case "time":
      if (dialect === "sqlite") return "text";
      return dialect === "mysql" ? `time${mysqlScale(type)}` : "time";
    case "timestamp":
      if (dialect === "sqlite") return "text";
      return dialect === "mysql"
        ? `datetime${mysqlScale(type)}`
        : "timestamptz";
    case "interval":
      if (dialect === "postgres") return "interval";
      return dialect === "mysql" ? "varchar(64)" : "text";
    case "bytes":
      if (dialect === "postgres") return "bytea";
      if (dialect === "sqlite") return "blob";
      return primary ? "varbinary(255)" : "longblob";
    case "json":
      if (dialect === "postgres") return "jsonb";
      return dialect === "mysql" ? "json" : "text";
    case "array":
      if (dialect === "postgres") return `${sqlType(type.item!, dialect)}[]`;
      return dialect === "mysql" ? "json" : "text";
    case "uuid":
      if (dialect === "postgres") return "uuid";
      return dialect === "mysql" ? "char(36)" : "text";
    case "text":
      return dialect === "mysql" && primary ? "varchar(255)" : "text";
  }
}

/** Whether the bounds, which must be known, fit 32 bits. */
function fitsInteger({ min, max }: ValueType): boolean {
  return min !== undefined && max !== undefined &&
    min >= -2147483648 && max <= 2147483647;
}

/**
 * SQLite has no decimals. A real gives back every decimal of 15 digits, sorts and adds up; `numeric` would keep 12.00
 * as the integer 12, whose half is then 6 and whose seventh is 1. Longer ones stay whole as text, and sort as such.
 */
function sqliteDecimal(type: ValueType): string {
  if (type.scale === 0) return "integer";
  const isKnown = type.min !== undefined && type.max !== undefined;
  return isKnown && precision(type) > REAL_DIGITS ? "text" : "real";
}

/** Digits that the bounds need, those after the point included. */
function precision({ min, max, scale }: ValueType): number {
  if (min === undefined || max === undefined) {
    return Math.max(EXACT_DIGITS, scale);
  }
  const largest = Math.max(Math.abs(min), Math.abs(max));
  return Math.max(String(largest).length, scale, 1);
}

function mysqlScale({ scale }: ValueType): string {
  return scale === 0 ? "" : `(${Math.min(scale, MYSQL_SECONDS)})`;
}

/**
 * Whether a text from a Genfile can stand as a type in a statement and do nothing else there: no character that ends
 * one, what opens is closed, and a comma, which would begin another column, stands inside parentheses.
 */
export function isSqlType(text: string): boolean {
  if (!/^[\p{L}_"][\p{L}\p{N}_ ,.()"[\]]*$/u.test(text)) return false;
  const open: string[] = [];
  for (const [part] of text.matchAll(/"(?:[^"]|"")*"|./gu)) {
    if (part === "(" || part === "[") open.push(part);
    else if (part === ")" && open.pop() !== "(") return false;
    else if (part === "]" && open.pop() !== "[") return false;
    else if (part === "," && open.at(-1) !== "(") return false;
    else if (part === '"' || part === '""') return false;
  }
  return open.length === 0;
}
