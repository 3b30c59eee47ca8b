// Columns that a template changes row by row, because their texts are not in a dictionary.
import type { ColumnReader } from "../../core/generator.ts";
import { writeUuid } from "../../core/values/uuid_text.ts";
import { compileFilters } from "./_filters.ts";
import { numberWriter } from "./_numbers.ts";
import type { Filter } from "./_parse.ts";
import type { TextPart } from "./_parts.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A character may become three (ß SS, ΐ Ϊ́), and each of them is no longer than it was. */
const CHANGE_GROWTH = 3;

export function filteredPart(
  source: ColumnReader,
  filters: readonly Filter[],
): TextPart {
  const change = compileFilters(filters);
  let growth = 1;
  let extra = 0;
  for (const { name, width } of filters) {
    if (name === "pad") extra += width;
    else if (name !== "trim" && name !== "first") {
      growth *= CHANGE_GROWTH;
      extra *= CHANGE_GROWTH;
    }
  }
  const part: TextPart = {
    source,
    maxBytes: extra,
    write: () => {},
  };
  if (source.prepared.storage === "slices") {
    part.addRoom = (record, nulls, room) => {
      const { starts, ends } = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 0) room[i] += growth * (ends[i] - starts[i]);
      }
    };
    part.write = (record, nulls, bytes, ends) => {
      const texts = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 1) continue;
        const text = decode(texts.bytes, texts.starts[i], texts.ends[i]);
        ends[i] = encode(change(text), bytes, ends[i]);
      }
    };
    return part;
  }
  if (source.prepared.storage === "words") {
    part.maxBytes += growth * MAX_NUMBER_BYTES;
    part.write = (record, nulls, bytes, ends) => {
      const { words } = source.read(record);
      const scratch = new Uint8Array(MAX_NUMBER_BYTES);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 1) continue;
        const text = decode(scratch, 0, writeUuid(scratch, 0, words, i));
        ends[i] = encode(change(text), bytes, ends[i]);
      }
    };
    return part;
  }
  const { write } = numberWriter(source.type);
  part.maxBytes += growth * MAX_NUMBER_BYTES;
  part.write = (record, nulls, bytes, ends) => {
    const { numbers } = source.read(record);
    const scratch = new Uint8Array(MAX_NUMBER_BYTES);
    for (let i = 0; i < record.rows.count; i++) {
      if (nulls[i] === 1) continue;
      const text = decode(scratch, 0, write(scratch, 0, numbers[i]));
      ends[i] = encode(change(text), bytes, ends[i]);
    }
  };
  return part;
}

/** Numbers, times and UUIDs take no more bytes. */
const MAX_NUMBER_BYTES = 40;

function decode(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

function encode(text: string, out: Uint8Array, at: number): number {
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) {
      return at + i +
        encoder.encodeInto(text.slice(i), out.subarray(at + i)).written;
    }
    out[at + i] = unit;
  }
  return at + length;
}
