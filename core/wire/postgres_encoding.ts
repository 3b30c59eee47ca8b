// How values travel to PostgreSQL's columns in binary COPY. The target decides it by the columns that it finds, and the
// sources write it: so it is said here, where both can see it.
import type { ValueType } from "../value_type.ts";

/** What stands between a field's length and the next field (PostgreSQL's documentation has no list: `*_recv` do). */
export type Encoding =
  | "int2"
  | "int4"
  | "int8"
  | "float4"
  | "float8"
  | "numeric"
  | "bool"
  | "date" // int4: days since 2000-01-01
  | "time" // int8: microseconds since midnight
  | "timestamp" // int8: microseconds since 2000-01-01
  | "local timestamp" // the same of local time
  | "interval" // int8: microseconds; int4: days; int4: months
  | "uuid"
  | "text" // UTF-8
  | "json" // UTF-8
  | "jsonb" // a byte of version, then UTF-8
  | "bytea"
  | "inet"
  | "macaddr";

/** An array: each item's encoding, and the server's number of their type. */
export interface ArrayEncoding {
  item: Encoding;
  oid: number;
}

/** How a column's values travel. */
export type ColumnEncoding = Encoding | ArrayEncoding;

/** What receives a column's values, and those of its items where it is an array. */
export interface Receiver {
  /** The name of a function. */
  receive: string;
  item?: { receive: string; oid: number } | null;
}

/** The encodings by the function with which the server receives a type; a domain has its base type's. */
const RECEIVED_BY: Readonly<Record<string, Encoding>> = {
  int2recv: "int2",
  int4recv: "int4",
  int8recv: "int8",
  float4recv: "float4",
  float8recv: "float8",
  numeric_recv: "numeric",
  boolrecv: "bool",
  date_recv: "date",
  time_recv: "time",
  timestamp_recv: "timestamp",
  timestamptz_recv: "timestamp",
  interval_recv: "interval",
  uuid_recv: "uuid",
  textrecv: "text",
  varcharrecv: "text",
  bpcharrecv: "text",
  namerecv: "text",
  citextrecv: "text",
  enum_recv: "text",
  json_recv: "json",
  xml_recv: "text",
  jsonb_recv: "jsonb",
  bytearecv: "bytea",
  inet_recv: "inet",
  macaddr_recv: "macaddr",
};

const INTEGERS: readonly Encoding[] = [
  ...["int2", "int4", "int8", "numeric", "float8"] as const,
];

/** Receives points in time without time zone. */
const WITHOUT_ZONE = "timestamp_recv";

/** The encodings that any value can be written as. */
const OF_ANY: readonly Encoding[] = ["text", "json", "jsonb"];

/** The encodings that a kind of value has beside those. */
const OF_KIND: Readonly<Record<ValueType["kind"], readonly Encoding[]>> = {
  int: INTEGERS,
  float: ["float4", "float8"],
  decimal: ["numeric", "float8"],
  bool: ["bool"],
  date: ["date", "timestamp"],
  time: ["time"],
  timestamp: ["timestamp"],
  interval: ["interval"],
  uuid: ["uuid"],
  text: ["bytea", "inet", "macaddr"],
  bytes: ["bytea"],
  json: [],
  array: [],
};

/** The same as `encodingOf`, of arrays too. */
export function columnEncodingOf(
  type: ValueType,
  { receive, item }: Receiver,
): ColumnEncoding | undefined {
  if (type.kind !== "array" || !item) return encodingOf(type, receive);
  const of = type.item!;
  const encoding = encodingOf(of, item.receive);
  if (encoding === undefined) return undefined;
  // Local times are not told from others in an array, nor has a text of bytes the form that a column's has.
  if (of.zone !== undefined) return undefined;
  if (of.kind === "bytes" && encoding !== "bytea") return undefined;
  return { item: encoding, oid: item.oid };
}

/**
 * The encoding of values of a type for a column that the server receives by a function; undefined where it must read
 * them as text to make of them what the column holds.
 */
export function encodingOf(
  type: ValueType,
  receive: string,
): Encoding | undefined {
  const encoding = Object.hasOwn(RECEIVED_BY, receive)
    ? RECEIVED_BY[receive]
    : undefined;
  if (encoding === undefined) return undefined;
  if (OF_ANY.includes(encoding)) return encoding;
  const { kind, scale, zone } = type;
  if (
    receive === WITHOUT_ZONE && kind === "timestamp" && zone !== undefined
  ) return "local timestamp";
  const known = kind === "decimal" && scale === 0 ? INTEGERS : OF_KIND[kind];
  return known.includes(encoding) ? encoding : undefined;
}
