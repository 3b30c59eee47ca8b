// Random bytes.
import type { RandomStream } from "../core/generator.ts";
import { generator } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import type { Rows } from "../core/values/rows.ts";
import { constantOf, followsNullable, wholeBound } from "./_ranges/bounds.ts";
import { checkWhole } from "./_texts/whole.ts";

const MAX_LENGTH = 65536;
/** So many bytes are counted where values are unique: 2^48 are more than any table has rows. The others are drawn. */
const RANKED_BYTES = 6;

export const bytes = generator({
  name: "bytes",
  group: "structured",
  summary: "Random bytes",
  example: `{ gen = "bytes", length = 32 }`,
  params: {
    length: defaulted(
      "bound",
      wholeBound(16),
      `Number of bytes, 0 to ${MAX_LENGTH}`,
    ),
  },
  type: ({ length }, scope) =>
    valueType("bytes", { nullable: followsNullable(scope, length) }),
  check({ length }, scope, report) {
    checkWhole("length", length, [0, MAX_LENGTH], scope, report);
  },
  domain({ length }, scope) {
    const value = constantOf(length, scope)?.value as number | undefined;
    return value === undefined
      ? undefined
      : powerOf256(Math.min(value, RANKED_BYTES));
  },
  prepare({ length }, site) {
    const { constant, read } = site.bound(length, "down");
    const draws = new Draws(site.random());
    return {
      storage: "slices",
      fill(record, out) {
        const { rows } = record;
        const { starts, ends, nulls } = out;
        const asked = constant === undefined ? read(record) : undefined;
        let total = 0;
        let longest = 0;
        for (let i = 0; i < rows.count; i++) {
          let size = constant ?? 0;
          if (asked !== undefined) {
            if (asked[i] !== asked[i]) nulls[i] = 1;
            size = asked[i] > 0 ? Math.min(asked[i], MAX_LENGTH) : 0;
          }
          starts[i] = total;
          total += size;
          ends[i] = total;
          if (size > longest) longest = size;
        }
        // Whole words are stored, each over the end of the one before it.
        const bytes = out.reserve(total + 4);
        draws.write(rows, bytes, starts, ends, 0, longest);
      },
    };
  },
  ranked({ length }, site) {
    const { constant = 0 } = site.bound(length, "down");
    const counted = Math.min(constant, RANKED_BYTES);
    const draws = new Draws(site.random());
    return {
      storage: "slices",
      fill({ rows }, ranks, out) {
        const { starts, ends } = out;
        const bytes = out.reserve(constant * rows.count + 4);
        for (let i = 0; i < rows.count; i++) {
          starts[i] = i * constant;
          ends[i] = starts[i] + constant;
        }
        draws.write(rows, bytes, starts, ends, 0, constant);
        for (let i = 0; i < rows.count; i++) {
          let rest = ranks[i];
          for (let k = starts[i] + counted - 1; k >= starts[i]; k--) {
            const higher = Math.floor(rest / 256);
            bytes[k] = rest - 256 * higher;
            rest = higher;
          }
        }
      },
    };
  },
});

function powerOf256(exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power *= 256;
  return power;
}

/** Random words, four bytes of each row's text at a time. */
class Draws {
  readonly #random: RandomStream;
  #words = new Int32Array(0);

  constructor(random: RandomStream) {
    this.#random = random;
  }

  /** Writes bytes `from` to `until` of each text that has so many; up to three more are spoilt behind the last one. */
  write(
    rows: Rows,
    bytes: Uint8Array,
    starts: Uint32Array,
    ends: Uint32Array,
    from: number,
    until: number,
  ): void {
    const { count } = rows;
    if (this.#words.length < count) this.#words = new Int32Array(count);
    const words = this.#words;
    const out = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let place = from; place < until; place += 4) {
      this.#random.words(rows, place >> 2, words);
      for (let i = 0; i < count; i++) {
        const at = starts[i] + place;
        if (at + 4 <= ends[i]) {
          out.setInt32(at, words[i], true);
        } else {
          for (let k = at, word = words[i]; k < ends[i]; k++, word >>= 8) {
            bytes[k] = word;
          }
        }
      }
    }
  }
}
