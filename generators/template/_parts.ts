// The parts of a template, compiled: each appends its text to all texts of a chunk in one tight loop.
import type { ColumnReader, PartialRecord } from "../../core/generator.ts";
import { Strings } from "../../core/values/strings.ts";
import { UUID_BYTES, writeUuid } from "../../core/values/uuid_text.ts";
import { copyBytes, copyEntry } from "../_texts/bytes.ts";
import { ZeroScratch } from "../_scratch.ts";
import { Slots } from "../_texts/slots.ts";
import type { NumberWriter } from "./_numbers.ts";

/** Larger dictionaries stay as they are: slots would only take memory. */
const MAX_SLOTS = 65536;

/**
 * Appends one part to every text of a chunk.
 *
 * Parts keep nothing between calls (a template may read itself through a reference): they read their column again,
 * which the record has by then.
 */
export interface TextPart {
  /** The column it reads, where NULL makes the whole text NULL. */
  source: ColumnReader | undefined;
  /** No text of this part is longer; a part with `addRoom` says so for each row. */
  maxBytes: number;
  /** Adds to `room[i]` the bytes that row `i` may need. */
  addRoom?(
    record: PartialRecord,
    nulls: Uint8Array,
    room: Uint32Array,
  ): void;
  /** Writes at `ends[i]` and moves it, but where `nulls[i]` is 1. */
  write(
    record: PartialRecord,
    nulls: Uint8Array,
    bytes: Uint8Array,
    ends: Uint32Array,
  ): void;
}

/** The same text in every row. */
export function literalPart(text: string): TextPart {
  const strings = Strings.from([text]);
  const slots = Slots.of(strings);
  const literal = strings.bytes;
  const first = new ZeroScratch();
  return {
    source: undefined,
    maxBytes: slots?.width ?? literal.length,
    write({ rows }, nulls, bytes, ends) {
      if (slots !== undefined) {
        slots.append(first.of(rows.count), rows.count, nulls, bytes, ends);
        return;
      }
      for (let i = 0; i < rows.count; i++) {
        ends[i] = copyBytes(literal, 0, literal.length, bytes, ends[i]);
      }
    },
  };
}

/** A column of dictionary entries; `strings` are its texts as they shall be written. */
export function entriesPart(source: ColumnReader, strings: Strings): TextPart {
  const slots = strings.size <= MAX_SLOTS ? Slots.of(strings) : undefined;
  return {
    source,
    maxBytes: slots?.width ?? strings.maxBytes,
    write(record, nulls, bytes, ends) {
      const { indexes } = source.read(record);
      const { count } = record.rows;
      if (slots !== undefined) {
        slots.append(indexes, count, nulls, bytes, ends);
        return;
      }
      for (let i = 0; i < count; i++) {
        if (nulls[i] === 1) continue;
        ends[i] = copyEntry(strings, indexes[i], bytes, ends[i]);
      }
    },
  };
}

/** A column of texts, as they are. */
export function slicesPart(source: ColumnReader): TextPart {
  return {
    source,
    maxBytes: 0,
    addRoom(record, nulls, room) {
      const { starts, ends } = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 0) room[i] += ends[i] - starts[i];
      }
    },
    write(record, nulls, bytes, ends) {
      const texts = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 1) continue;
        ends[i] = copyBytes(
          texts.bytes,
          texts.starts[i],
          texts.ends[i],
          bytes,
          ends[i],
        );
      }
    },
  };
}

/** A column kept as numbers. */
export function numbersPart(
  source: ColumnReader,
  { write, maxBytes }: NumberWriter,
): TextPart {
  return {
    source,
    maxBytes,
    write(record, nulls, bytes, ends) {
      const { numbers } = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 0) ends[i] = write(bytes, ends[i], numbers[i]);
      }
    },
  };
}

/** A column of UUIDs. */
export function uuidPart(source: ColumnReader): TextPart {
  return {
    source,
    maxBytes: UUID_BYTES,
    write(record, nulls, bytes, ends) {
      const { words } = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 0) ends[i] = writeUuid(bytes, ends[i], words, i);
      }
    },
  };
}
