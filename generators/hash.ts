// Hashes of other columns of the row, as hexadecimal digits.
import { generator } from "../core/generator.ts";
import { defaulted, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { HEX } from "../core/values/uuid_text.ts";
import { copyBytes } from "./_bytes.ts";
import { ColumnTexts } from "./_column_texts.ts";
import { digesterOf } from "../core/values/runtime.ts";
import { INTEGER_WRITER } from "./template/_numbers.ts";

/** Bytes of each algorithm's result. */
const BYTES: Readonly<Record<string, number>> = {
  md5: 16,
  sha1: 20,
  sha256: 32,
};
const HYPHEN = 45;
const COLON = 58;
const COMMA = 44;

export const hash = generator({
  name: "hash",
  group: "identifiers",
  summary: "A hash of other columns of the row, in hexadecimal digits",
  example: `{ gen = "hash", of = "id", algorithm = "sha256" }`,
  params: {
    of: required(
      "columns",
      "The column whose text is hashed (NULL where it is), or several: then what is hashed has LENGTH:TEXT, for " +
        "each, the length in bytes, and -, for NULL",
    ),
    algorithm: defaulted("choice", "md5", "The hash function", {
      choices: Object.keys(BYTES),
    }),
  },
  type: ({ of }, scope) =>
    valueType("text", {
      nullable: of.length === 1 && (scope.column(of[0])?.nullable ?? false),
    }),
  prepare({ of, algorithm }, site) {
    const texts = of.map((column) => new ColumnTexts(column, site));
    const length = 2 * BYTES[algorithm];
    const digest = digesterOf(algorithm);
    const result = new Uint8Array(BYTES[algorithm]);
    const messageOf = texts.length === 1 ? textOf(texts[0]) : joined(texts);
    return {
      storage: "slices",
      plain: true,
      fill(record, out) {
        const { count } = record.rows;
        for (const one of texts) one.read(record);
        const bytes = out.reserve(length * count);
        const { starts, ends, nulls } = out;
        for (let i = 0; i < count; i++) {
          const start = length * i;
          starts[i] = start;
          ends[i] = start + length;
          if (texts.length === 1 && texts[0].nulls[i] === 1) {
            nulls[i] = 1;
            continue;
          }
          digest(messageOf(i), result);
          writeHex(result, bytes, start);
        }
      },
    };
  },
});

/** Writes two digits for each byte of `from`. */
function writeHex(from: Uint8Array, out: Uint8Array, at: number): void {
  for (let i = 0; i < from.length; i++) {
    const digits = HEX[from[i]];
    out[at++] = digits;
    out[at++] = digits >> 8;
  }
}

function textOf(texts: ColumnTexts): (i: number) => Uint8Array {
  return (i) => texts.bytes.subarray(texts.starts[i], texts.ends[i]);
}

/** Puts the texts of a row together so that no others give the same: netstrings (D. J. Bernstein, 1997). */
function joined(all: readonly ColumnTexts[]): (i: number) => Uint8Array {
  let message = new Uint8Array(256);
  return (i) => {
    let room = 0;
    for (const { starts, ends } of all) {
      room += ends[i] - starts[i] + INTEGER_WRITER.maxBytes + 2;
    }
    if (message.length < room) message = new Uint8Array(2 * room);
    let at = 0;
    for (const { bytes, starts, ends, nulls } of all) {
      if (nulls[i] === 1) {
        message[at++] = HYPHEN;
      } else {
        at = INTEGER_WRITER.write(message, at, ends[i] - starts[i]);
        message[at++] = COLON;
        at = copyBytes(bytes, starts[i], ends[i], message, at);
      }
      message[at++] = COMMA;
    }
    return message.subarray(0, at);
  };
}
