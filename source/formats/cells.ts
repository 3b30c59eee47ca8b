// What cells have in common in all text formats: how numbers, times and UUIDs are written, and how a format's way to
// write a text is put to work on entries and on slices.
import type {
  Cell,
  ColumnShape,
  EntriesWriter,
  NumberWriter,
  WordsWriter,
} from "../../core/format.ts";
import { bareZone, type Kind, type ValueType } from "../../core/value_type.ts";
import { Strings } from "../../core/values/strings.ts";
import { OFFSET_BYTES } from "../../core/values/zone.ts";
import { arrayWriter } from "./write/array_text.ts";
import { hexWriter } from "./write/bytes_text.ts";
import { decimalBytes, decimalWriter } from "./write/decimal.ts";
import { FLOAT_BYTES, writeFloat } from "./write/float.ts";
import { INTEGER_BYTES, writeInteger } from "./write/integer.ts";
import { INTERVAL_BYTES, intervalWriter } from "./write/interval.ts";
import { jsonWriter } from "./write/json_text.ts";
import { AS_IT_IS, type TextWriter } from "./write/text.ts";
import {
  DATE_BYTES,
  localWriter,
  TIME_BYTES,
  TIMESTAMP_BYTES,
  timestampWriter,
  timeWriter,
  writeDate,
} from "./write/time.ts";
import { UUID_BYTES, writeUuid } from "./write/uuid.ts";

const encoder = new TextEncoder();

/** ASCII or UTF-8 bytes of a literal. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Where a format differs from the others. */
export interface Spelling {
  /** What stands for NULL. */
  null: string;
  /** Stand around the values of these kinds. */
  quotes: Partial<Record<Kind, string>>;
  /** `2022-01-01T12:34:56Z`, or `2022-01-01 12:34:56`. Default: the first. */
  timestamp?: "iso" | "space";
  /** Whether local times always have their offsets, for a reader who takes what he needs. */
  offsets?: boolean;
  /** `true` and `false` by default. */
  bool?: readonly [no: string, yes: string];
  /** How texts are written that are not plain. */
  text(column: ColumnShape): TextWriter;
  /** How bytes are written. Default: `\\x` and hexadecimal digits. */
  bytes?: TextWriter;
  /** Arrays as PostgreSQL's literals, or as JSON. Default: the first. */
  arrays?: "literal" | "json";
  /** What refuses the NUL character of a JSON value or an array; without it, there may be one. */
  refuse?(column: ColumnShape): () => never;
}

const HEX = hexWriter("\\x");

/** A column's cell. `before` stands in front of it. */
export function textCell(
  column: ColumnShape,
  before: string,
  spelling: Spelling,
): Cell {
  const { type, storage, plain } = column;
  const quote = spelling.quotes[type.kind] ?? "";
  const zone = type.kind === "timestamp" && type.zone === undefined &&
      spelling.timestamp !== "space"
    ? "Z"
    : "";
  const around = {
    before: bytesOf(before),
    null: bytesOf(spelling.null),
    open: bytesOf(quote),
    close: bytesOf(zone + quote),
  };
  if (storage === "numbers" || storage === "words") {
    return { ...around, ...scalarWriter(type, spelling) };
  }
  const writer = plain && type.kind === "text"
    ? AS_IT_IS
    : textWriter(column, spelling);
  return storage === "entries"
    ? { ...around, ...entriesWriter(column, writer) }
    : { ...around, storage, ...writer };
}

/** How a column kept as entries or slices is written. */
function textWriter(column: ColumnShape, spelling: Spelling): TextWriter {
  const { type } = column;
  if (type.kind === "bytes") return spelling.bytes ?? HEX;
  const texts = spelling.text(column);
  if (type.kind === "text") return texts;
  const refuse = spelling.refuse?.(column);
  return type.kind === "array" && spelling.arrays !== "json"
    ? arrayWriter(type, texts, refuse)
    : jsonWriter(texts, refuse);
}

/** A column's cells: one, or one for each of its parts. `before` stands in front of the first. */
export function textCells(
  column: ColumnShape,
  before: string,
  spelling: Spelling,
): Cell[] {
  if (column.parts === undefined) return [textCell(column, before, spelling)];
  const { parts, after } = column.parts;
  const quote = spelling.quotes.text ?? "";
  return parts.map((part, i): Cell => ({
    before: bytesOf(i === 0 ? before + quote + part.before : part.before),
    null: new Uint8Array(0),
    close: i === parts.length - 1 ? bytesOf(after + quote) : undefined,
    ...(part.strings !== undefined
      ? { storage: "entries", strings: part.strings }
      : scalarWriter(part.source.type, spelling)),
  }));
}

/** The writer of a value that is no text, without quotes and the Z of UTC. */
function scalarWriter(
  type: ValueType,
  spelling: Spelling,
): NumberWriter | WordsWriter {
  const { scale } = type;
  switch (type.kind) {
    case "uuid":
      return { storage: "words", write: writeUuid, maxBytes: UUID_BYTES };
    case "int":
      return numbers(writeInteger, INTEGER_BYTES);
    case "decimal":
      return numbers(decimalWriter(scale), decimalBytes(scale));
    case "float":
      return numbers(writeFloat, FLOAT_BYTES);
    case "bool":
      return boolWriter(...spelling.bool ?? ["false", "true"]);
    case "date":
      return numbers(writeDate, DATE_BYTES);
    case "time":
      return numbers(timeWriter(scale), TIME_BYTES);
    case "timestamp": {
      const isSpace = spelling.timestamp === "space";
      const write = timestampWriter(scale, isSpace ? " " : "T");
      if (type.zone === undefined) return numbers(write, TIMESTAMP_BYTES);
      const isBare = isSpace ||
        spelling.offsets !== true && bareZone(type) !== undefined;
      return numbers(
        localWriter(type.zone, scale, write, isBare),
        TIMESTAMP_BYTES + OFFSET_BYTES,
      );
    }
    case "interval":
      return numbers(intervalWriter(scale), INTERVAL_BYTES);
    default:
      throw new TypeError(
        `Cannot write ${type.kind} as a scalar: it has no number`,
      );
  }
}

function numbers(
  write: NumberWriter["write"],
  maxBytes: number,
): NumberWriter {
  return { storage: "numbers", write, maxBytes };
}

/** Words of at most eight bytes. */
function boolWriter(no: string, yes: string): NumberWriter {
  const words = new DataView(new ArrayBuffer(16));
  for (const [i, text] of [no, yes].entries()) {
    for (let k = 0; k < text.length; k++) {
      words.setUint8(8 * i + k, text.charCodeAt(k));
    }
  }
  const noLow = words.getInt32(0, true);
  const noHigh = words.getInt32(4, true);
  const yesLow = words.getInt32(8, true);
  const yesHigh = words.getInt32(12, true);
  return numbers(function writeBool(out, at, value) {
    out.setInt32(at, value === 1 ? yesLow : noLow, true);
    out.setInt32(at + 4, value === 1 ? yesHigh : noHigh, true);
    return at + (value === 1 ? yes.length : no.length);
  }, 8);
}

/** The entries of a column's dictionary as a format writes them. */
export function entriesWriter(
  column: ColumnShape,
  writer: TextWriter,
): EntriesWriter {
  const strings = column.strings!;
  if (writer.keeps?.(strings)) return { storage: "entries", strings };
  const { bytes, offsets, size } = strings;
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const room = writer.growth * bytes.length + writer.extra * size + 16;
  const out = new Uint8Array(room);
  const view = new DataView(out.buffer);
  const ends = new Uint32Array(size + 1);
  for (let i = 0, at = 0; i < size; i++) {
    at = writer.write(view, at, from, offsets[i], offsets[i + 1]);
    ends[i + 1] = at;
  }
  return {
    storage: "entries",
    strings: new Strings(out.slice(0, ends[size]), ends),
  };
}
