// Hashes of other columns of the row, as hexadecimal digits.
import { generator } from "../core/generator.ts";
import { defaulted, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { writeDigits } from "../core/values/digits.ts";
import {
  HASH_BYTES,
  type HashAlgorithm,
  hashersOf,
  PlainHasher,
} from "../core/values/hasher.ts";
import { copyBytes } from "./_texts/bytes.ts";
import { ColumnTexts } from "./_texts/column_texts.ts";

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
      choices: Object.keys(HASH_BYTES),
    }),
  },
  type: ({ of }, scope) =>
    valueType("text", {
      nullable: of.length === 1 && (scope.column(of[0])?.nullable ?? false),
    }),
  prepare({ of, algorithm }, site) {
    const texts = of.map((column) => new ColumnTexts(column, site));
    const length = 2 * HASH_BYTES[algorithm as HashAlgorithm];
    const hasherFor = hashersOf(algorithm as HashAlgorithm);
    const plain = new PlainHasher(algorithm as HashAlgorithm);
    const message = texts.length === 1 ? textOf(texts[0]) : joined(texts);
    const nullable = texts.length === 1;
    return {
      storage: "slices",
      plain: true,
      fill(record, out) {
        const { count } = record.rows;
        // A column that reads this one in earlier rows has it made for those meanwhile.
        for (const one of texts) one.prepare(record);
        for (const one of texts) one.read(record);
        const bytes = out.reserve(length * count);
        const { starts, ends, nulls } = out;
        const hasher = hasherFor(count);
        hasher.start(bytes);
        for (let i = 0; i < count; i++) {
          const size = message.lengthOf(i);
          const at = hasher.place(size);
          if (at === undefined) {
            hasher.finish();
            hashAlone(plain, message, i, bytes.subarray(length * i));
            hasher.start(bytes.subarray(length * (i + 1)));
          } else {
            message.write(i, hasher.memory, at);
          }
        }
        hasher.finish();
        for (let i = 0; i < count; i++) {
          starts[i] = length * i;
          ends[i] = length * (i + 1);
        }
        if (!nullable) return;
        const missing = texts[0].nulls;
        for (let i = 0; i < count; i++) nulls[i] |= missing[i];
      },
    };
  },
});

/** What is hashed, for each row; what is NULL alone has no bytes, and nobody looks at its hash. */
interface Message {
  lengthOf(i: number): number;
  write(i: number, out: Uint8Array, at: number): void;
}

/** A text too long for a hasher that takes many at once. */
function hashAlone(
  plain: PlainHasher,
  message: Message,
  i: number,
  out: Uint8Array,
): void {
  plain.start(out);
  const at = plain.place(message.lengthOf(i));
  message.write(i, plain.memory, at);
  plain.finish();
}

function textOf(texts: ColumnTexts): Message {
  return {
    lengthOf: (i) => texts.nulls[i] === 1 ? 0 : texts.ends[i] - texts.starts[i],
    write(i, out, at) {
      const { bytes, starts, ends, nulls } = texts;
      if (nulls[i] === 0) copyBytes(bytes, starts[i], ends[i], out, at);
    },
  };
}

/** Puts the texts of a row together so that no others give the same: netstrings (D. J. Bernstein, 1997). */
function joined(all: readonly ColumnTexts[]): Message {
  return {
    lengthOf(i) {
      let length = 0;
      for (let k = 0; k < all.length; k++) {
        const { starts, ends, nulls } = all[k];
        const size = ends[i] - starts[i];
        length += nulls[i] === 1 ? 2 : digitsOf(size) + size + 2;
      }
      return length;
    },
    write(i, out, at) {
      for (let k = 0; k < all.length; k++) {
        const { bytes, starts, ends, nulls } = all[k];
        if (nulls[i] === 1) {
          out[at++] = HYPHEN;
        } else {
          const size = ends[i] - starts[i];
          at = writeDigits(out, at, size, digitsOf(size));
          out[at++] = COLON;
          at = copyBytes(bytes, starts[i], ends[i], out, at);
        }
        out[at++] = COMMA;
      }
    },
  };
}

/** Digits of a length. */
function digitsOf(length: number): number {
  let digits = 1;
  for (let limit = 10; length >= limit; limit *= 10) digits++;
  return digits;
}
