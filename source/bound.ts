// Bounds in the units of the column that asks: constants once, other columns of the row a chunk at a time.
import { type Expression, onlyValue } from "../core/expression/expression.ts";
import type {
  BoundReader,
  ColumnReader,
  ExpressionReader,
} from "../core/generator.ts";
import type { Bound, Literal } from "../core/parameters.ts";
import type { ValueType } from "../core/value_type.ts";
import { parseDecimal } from "../core/values/decimal.ts";
import { instantReader, inZone } from "../core/values/zone.ts";

type Rounding = "up" | "down" | undefined;

/**
 * @param type The units: those of a vector of this type.
 * @param now In milliseconds since 1970.
 * @param whole Round inwards to whole units; without it, only floats come out.
 */
export function boundReader(
  bound: Bound,
  type: ValueType,
  now: number,
  whole: Rounding,
  site: Readers,
): BoundReader {
  if ("column" in bound) {
    return rowBound(site.reader(bound.column), type, whole);
  }
  if ("expression" in bound) {
    return expressionBound(bound.expression, type, whole, site);
  }
  const constant = "now" in bound
    ? convert(now, 1000, unitsOf(type), whole)
    : literalBound(bound.literal, type, whole);
  return constantBound(constant);
}

/** What reads the row. */
export interface Readers {
  reader(column: string): ColumnReader;
  expression(expression: Expression): ExpressionReader;
}

/** Where nothing of the row is read, it is the same for every row. */
function expressionBound(
  expression: Expression,
  type: ValueType,
  whole: Rounding,
  site: Readers,
): BoundReader {
  const only = onlyValue(expression.root);
  const reader = site.expression(expression);
  if (only === undefined) return rowBound(reader, type, whole);
  const { kind } = reader.type;
  return constantBound(
    type.zone !== undefined && kind === "date"
      ? literalBound({ kind, value: only, text: "" }, type, whole)
      : convert(only, unitsOf(reader.type), unitsOf(type), whole),
  );
}

function constantBound(constant: number): BoundReader {
  let vector = new Float64Array(0);
  return {
    constant,
    read: ({ rows }) => {
      if (vector.length < rows.count) {
        vector = new Float64Array(rows.count).fill(constant);
      }
      return vector;
    },
  };
}

function literalBound(
  said: Literal,
  type: ValueType,
  whole: Rounding,
): number {
  const literal = inZone(said, type.zone);
  const units = unitsOf(type);
  switch (literal.kind) {
    case "int":
    case "float":
      if (type.kind === "decimal") {
        return parseDecimal(literal.text, type.scale) ??
          convert(literal.value, 1, units, whole);
      }
      return convert(literal.value, 1, units, whole);
    case "date":
      return convert(literal.value, DAY, units, whole);
    case "time":
    case "timestamp":
    case "interval":
      return convert(literal.value, POWERS[literal.scale], units, whole);
    default:
      throw new TypeError(
        `Cannot use a ${literal.kind} as a bound: it is neither a number nor a time`,
      );
  }
}

function rowBound(
  column: Pick<ColumnReader, "type" | "read">,
  type: ValueType,
  whole: Rounding,
): BoundReader {
  const from = unitsOf(column.type);
  const isNullable = column.type.nullable;
  const to = unitsOf(type);
  // A date begins at midnight, local time.
  const midnight = type.zone !== undefined && column.type.kind === "date"
    ? instantReader(type.zone)
    : undefined;
  let vector = new Float64Array(0);
  return {
    constant: undefined,
    read(record) {
      const { count } = record.rows;
      if (vector.length < count) vector = new Float64Array(count);
      const { numbers, nulls } = column.read(record);
      for (let i = 0; i < count; i++) {
        vector[i] = isNullable && nulls[i] === 1
          ? NaN
          : midnight !== undefined
          ? midnight(numbers[i] * 86400) * to
          : convert(numbers[i], from, to, whole);
      }
      return vector;
    },
  };
}

/** Units are steps per 1 (numbers) or per second (times); a day is 1/86400 of a step per second. */
const DAY = 1 / 86400;
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

function unitsOf(type: ValueType): number {
  if (type.kind === "date") return DAY;
  return POWERS[type.scale];
}

/** The same quantity in other units; exact where it is a whole number of both. */
function convert(
  value: number,
  from: number,
  to: number,
  whole: Rounding,
): number {
  if (from === to) return round(value, whole);
  if (from === DAY) return value * 86400 * to;
  if (to === DAY) return round(value / (from * 86400), whole);
  if (to >= from) return round(value * (to / from), whole);
  return round(value / (from / to), whole);
}

function round(value: number, whole: Rounding): number {
  if (whole === "up") return Math.ceil(value);
  if (whole === "down") return Math.floor(value);
  return value;
}
