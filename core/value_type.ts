// What the values of a column are, before any format or database has a say.
import type { Zone } from "./values/zone.ts";

/** The kinds of values, and how a vector keeps each (see `Storage`). */
export type Kind =
  | "int" // numbers: integers, exact to ±2^53
  | "float" // numbers: doubles
  | "decimal" // numbers: integers scaled by 10^scale, exact to ±2^53
  | "bool" // numbers: 0 or 1
  | "date" // numbers: days since 1970-01-01
  | "time" // numbers: 10^-scale seconds since midnight
  | "timestamp" // numbers: 10^-scale seconds since 1970-01-01T00:00:00Z
  | "interval" // numbers: 10^-scale seconds; days have 86,400
  | "uuid" // words: four 32-bit words a value, most significant first
  | "text" // entries or slices: UTF-8
  | "bytes" // entries or slices: the bytes themselves
  | "json" // entries or slices: a JSON value, as text
  | "array"; // entries or slices: a JSON array of values of one type (`item`), as text

/**
 * How a vector keeps its values.
 *
 * | storage | fields of the vector |
 * |---|---|
 * | `numbers` | `numbers[i]` |
 * | `words` | `words[4 * i]` to `words[4 * i + 3]` |
 * | `entries` | `strings`, entry `indexes[i]` |
 * | `slices` | `bytes` from `starts[i]` to `ends[i]` |
 */
export type Storage = "numbers" | "words" | "entries" | "slices";

export interface ValueType {
  kind: Kind;
  /** Decimal digits kept after the point: of a decimal, or of a time's, timestamp's or interval's seconds. Else 0. */
  scale: number;
  /** Numbers, dates and times: no value is below or above these (in the vector's own units). */
  min?: number;
  max?: number;
  /** text: how many characters every value has, where that is known and the same for all. */
  width?: number;
  /** The type in SQL where it does not follow from the kind (`inet`, `numeric(12,2)`). */
  sql?: string;
  /** timestamp: whose local time is written; UTC where nothing is said. */
  zone?: Zone;
  /** array: the type of its items. */
  item?: ValueType;
  /** Nullable by its kind of definition, yet the ends that it lies between leave no NULL: keys may be made of it. */
  neverNull?: boolean;
  /** No value but NULL occurs: it goes with any kind. */
  onlyNull?: boolean;
  /** Whether NULL may occur. The reader of the Genfile completes it from the column's `null`. */
  nullable: boolean;
}

/** A value type of that kind; scale 0, never NULL. */
export function valueType(
  kind: Kind,
  rest: Partial<ValueType> = {},
): ValueType {
  return { kind, scale: 0, nullable: false, ...rest };
}

const WITHOUT_ZONE = /^\s*timestamp\s*(?:\(\s*\d+\s*\)\s*)?(?:without\b.*)?$/i;

/** Whether a type in SQL keeps points in time as local times, without an offset. */
export function isWithoutZone(sqlType: string | undefined): boolean {
  return sqlType !== undefined && WITHOUT_ZONE.test(sqlType);
}

/** The zone whose local time is written without its offset; undefined where points in time are written as such. */
export function bareZone({ kind, zone, sql }: ValueType): Zone | undefined {
  return kind === "timestamp" && isWithoutZone(sql) ? zone : undefined;
}
