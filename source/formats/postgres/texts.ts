// Texts, and arrays of anything, in the binary forms of PostgreSQL.
import type { ColumnShape, TableShape } from "../../../core/format.ts";
import type {
  ArrayEncoding,
  ColumnEncoding,
  Encoding,
} from "../../../core/wire/postgres_encoding.ts";
import { refuseNul } from "../refusal.ts";
import { binaryArrayWriter } from "../write/array_binary.ts";
import { arrayWriter } from "../write/array_text.ts";
import { numericWriter } from "../write/binary.ts";
import {
  byteaWriter,
  inetWriter,
  lengthFirst,
  macaddrWriter,
  TEXT_AS_IT_IS,
} from "../write/binary_text.ts";
import { hexWriter } from "../write/bytes_text.ts";
import { jsonWriter } from "../write/json_text.ts";
import { AS_IT_IS, spellingWriter, type TextWriter } from "../write/text.ts";
import { itemGrowth, itemWrite } from "./items.ts";
import { fixedWriter, type NumberWrite } from "./numbers.ts";
import { refusal } from "./refusal.ts";

export const JSONB_VERSION = 1;

const HEX = hexWriter("\\x");

/** Arrays whose items are written as a column of them would be. */
function arrayItemsWriter(
  table: TableShape,
  column: ColumnShape,
  { item: encoding, oid }: ArrayEncoding,
): TextWriter {
  const type = column.type.item!;
  const item: ColumnShape = { ...column, type, plain: false };
  const nul = refuseNul("PostgreSQL's text", table.name, column.name);
  const hasNumber = !TEXTUAL.includes(encoding) && encoding !== "uuid";
  const write = itemWrite(type, encoding, {
    number: hasNumber ? itemNumberWriter(table, item, encoding) : undefined,
    text: CHECKED.includes(encoding) && type.kind === "text"
      ? textWriter(table, item, encoding)
      : undefined,
    head: encoding === "jsonb" ? [JSONB_VERSION] : [],
    refuseNul: nul,
  });
  const writer = binaryArrayWriter(oid, write, itemGrowth(encoding));
  return type.kind === "json" ? jsonWriter(writer, nul) : writer;
}

/** The length is the array's to write, and not the number's. */
function itemNumberWriter(
  table: TableShape,
  item: ColumnShape,
  encoding: Encoding,
): NumberWrite {
  if (encoding !== "numeric") return fixedWriter(table, item, encoding);
  const write = numericWriter(item.type.scale);
  return (out, at, value) => write(out, at - 4, value);
}

/** Encodings of texts. */
const TEXTUAL: readonly Encoding[] = [
  ...["text", "json", "jsonb", "bytea", "inet", "macaddr"] as const,
];
/** Those that not every text is. */
const CHECKED: readonly Encoding[] = ["bytea", "inet", "macaddr"];

export function textWriter(
  table: TableShape,
  column: ColumnShape,
  encoding: ColumnEncoding,
): TextWriter {
  if (typeof encoding !== "string") {
    return arrayItemsWriter(table, column, encoding);
  }
  const notA = (what: string) => (text: string) => {
    throw refusal(table, column, `${JSON.stringify(text)} is not ${what}`);
  };
  const head = encoding === "jsonb" ? [JSONB_VERSION] : [];
  const refuse = refuseNul("PostgreSQL's text", table.name, column.name);
  switch (column.type.kind) {
    case "bytes":
      return encoding === "bytea" ? TEXT_AS_IT_IS : lengthFirst(HEX, head);
    case "json":
      return lengthFirst(jsonWriter(AS_IT_IS, refuse), head);
    case "array":
      return encoding === "text"
        ? lengthFirst(arrayWriter(column.type, AS_IT_IS, refuse), head)
        : lengthFirst(jsonWriter(AS_IT_IS, refuse), head);
  }
  switch (encoding) {
    case "bytea":
      return byteaWriter(notA("an escaped text of bytes"));
    case "inet":
      return inetWriter(notA("an address of the internet"));
    case "macaddr":
      return macaddrWriter(notA("a MAC address"));
  }
  if (column.plain && column.storage === "slices") {
    return head.length === 0 ? TEXT_AS_IT_IS : lengthFirst(AS_IT_IS, head);
  }
  return lengthFirst(spellingWriter(new Map(), refuse), head);
}

/** Of binary jsonb. */
