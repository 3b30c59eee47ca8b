// The SQL type that holds the values of a column, for each dialect.
import type { Dialect } from "./sql_names.ts";
import type { ValueType } from "./value_type.ts";

/** Digits of 2^53, which no scaled integer exceeds. */
const EXACT_DIGITS = 16;
/** Most digits after the point of a second that MySQL keeps. */
const MYSQL_SECONDS = 6;

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
  if (type.sql !== undefined) return type.sql;
  switch (type.kind) {
    case "int":
      return fitsInteger(type) ? "integer" : "bigint";
    case "float":
      if (dialect === "postgres") return "double precision";
      return dialect === "mysql" ? "double" : "real";
    case "decimal":
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
