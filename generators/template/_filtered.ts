// Columns that a template changes row by row, because their texts are not in a dictionary.
import type {
  ColumnReader,
  PartialRecord,
  Vector,
} from "../../core/generator.ts";
import { UUID_BYTES, writeUuid } from "../../core/values/uuid_text.ts";
import { decodeUtf8, encodeUtf8 } from "../_texts/utf8.ts";
import { copyAscii, filterAscii } from "./_ascii.ts";
import { changeCharacters, changesCharacters } from "./_characters.ts";
import { compileFilters } from "./_filters.ts";
import { numberWriter } from "./_numbers.ts";
import type { Filter } from "./_parse.ts";
import type { TextPart } from "./_parts.ts";

/** A character may become three (ß SS, ΐ Ϊ́), and each of them is no longer than it was. */
const CHANGE_GROWTH = 3;

export function filteredPart(
  source: ColumnReader,
  filters: readonly Filter[],
): TextPart {
  switch (source.prepared.storage) {
    case "slices":
      return filteredSlices(source, filters);
    case "words":
      return filteredDigits(
        source,
        filters,
        UUID_BYTES,
        (out, at, { words }, i) => writeUuid(out, at, words, i),
      );
    default: {
      const { write, maxBytes } = numberWriter(source.type);
      return filteredDigits(
        source,
        filters,
        maxBytes,
        (out, at, { numbers }, i) => write(out, at, numbers[i]),
      );
    }
  }
}

function filteredSlices(
  source: ColumnReader,
  filters: readonly Filter[],
): TextPart {
  const change = compileFilters(filters);
  const [first, ...more] = filters;
  const isSlug = first.name === "slug";
  // A slug is ASCII, whatever it was made of, and so takes the other filters.
  const byCharacter = isSlug || more.length === 0 && changesCharacters(first);
  let growth = 1;
  let extra = 0;
  for (const { name, width } of filters) {
    if (name === "pad") extra += width;
    else if (name !== "trim" && name !== "first") {
      growth *= CHANGE_GROWTH;
      extra *= CHANGE_GROWTH;
    }
  }
  return {
    source,
    maxBytes: extra,
    addRoom(record, nulls, room) {
      const { starts, ends } = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 0) room[i] += growth * (ends[i] - starts[i]);
      }
    },
    write(record, nulls, out, at) {
      const { bytes, starts, ends } = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 1) continue;
        const start = at[i];
        if (
          !isSlug && copyAscii(bytes, starts[i], ends[i], out, start)
        ) {
          const end = start + ends[i] - starts[i];
          at[i] = filterAscii(filters, out, start, end);
        } else if (byCharacter) {
          const end = changeCharacters(
            first,
            bytes,
            starts[i],
            ends[i],
            out,
            start,
          );
          at[i] = filterAscii(more, out, start, end);
        } else {
          const text = decodeUtf8(bytes, starts[i], ends[i]);
          at[i] = encodeUtf8(change(text), out, start);
        }
      }
    },
  };
}

/** Writes value `i` of a vector as ASCII. */
type WriteValue = (
  out: Uint8Array,
  at: number,
  vector: Vector,
  i: number,
) => number;

function filteredDigits(
  source: ColumnReader,
  filters: readonly Filter[],
  maxBytes: number,
  write: WriteValue,
): TextPart {
  const widths = filters.map(({ width }) => width);
  return {
    source,
    maxBytes: Math.max(maxBytes, ...widths),
    write(record: PartialRecord, nulls, out, at) {
      const vector = source.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        if (nulls[i] === 1) continue;
        const end = write(out, at[i], vector, i);
        at[i] = filterAscii(filters, out, at[i], end);
      }
    },
  };
}
