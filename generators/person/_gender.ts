// Genders as people write them in a column of their own.
import type {
  ColumnReader,
  PartialRecord,
  RandomStream,
  Site,
} from "../../core/generator.ts";
import { Strings } from "../../core/values/strings.ts";

const MALE = 0;
const FEMALE = 1;
const UNKNOWN = 2;

const MALE_WORDS = [
  ...["m", "male", "man", "boy"],
  ...["masculino", "homem", "laki-laki", "pria", "l"],
];
const FEMALE_WORDS = [
  ...["f", "female", "woman", "girl", "w"],
  ...["feminino", "mulher", "perempuan", "wanita", "p"],
];

/** What a column of genders made by thrust says: male, then female, in whatever words. */
export class GenderWords extends Strings {
  static of(words: readonly [string, string]): GenderWords {
    const { bytes, offsets } = Strings.from(words);
    return new GenderWords(bytes, offsets);
  }
}

/** Changes drawn genders to those that a column says; where it says none that is known, the drawn one stays. */
function genderReader(
  column: ColumnReader,
): (record: PartialRecord, drawn: Uint32Array) => void {
  const { strings } = column.prepared;
  const meanings = strings === undefined ? undefined : Uint8Array.from(
    { length: strings.size },
    (_, entry) =>
      strings instanceof GenderWords ? entry : meaningOf(
        strings.bytes,
        strings.offsets[entry],
        strings.offsets[entry + 1],
      ),
  );
  return (record, drawn) => {
    const { nulls, indexes, bytes, starts, ends } = column.read(record);
    for (let i = 0; i < record.rows.count; i++) {
      if (column.type.nullable && nulls[i] === 1) continue;
      const meaning = meanings === undefined
        ? meaningOf(bytes, starts[i], ends[i])
        : meanings[indexes[i]];
      if (meaning !== UNKNOWN) drawn[i] = meaning;
    }
  };
}

const WORDS = wordsByLength();

function wordsByLength(): Map<number, { word: string; meaning: number }[]> {
  const all = new Map<number, { word: string; meaning: number }[]>();
  const pairs = [[MALE_WORDS, MALE], [FEMALE_WORDS, FEMALE]] as const;
  for (const [words, meaning] of pairs) {
    for (const word of words) {
      const known = all.get(word.length) ?? [];
      all.set(word.length, [...known, { word, meaning }]);
    }
  }
  return all;
}

/** Compares without regard to case. */
function meaningOf(bytes: Uint8Array, start: number, end: number): number {
  const known = WORDS.get(end - start);
  if (known === undefined) return UNKNOWN;
  for (const { word, meaning } of known) {
    let same = 0;
    while (
      start + same < end &&
      lowerByte(bytes[start + same]) === word.charCodeAt(same)
    ) same++;
    if (start + same === end) return meaning;
  }
  return UNKNOWN;
}

function lowerByte(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

/** The gender of a row's person: drawn, unless a column says it. */
export class Gender {
  readonly #random: RandomStream;
  readonly #key: string;
  readonly #draw: number;
  readonly #said:
    | ((record: PartialRecord, drawn: Uint32Array) => void)
    | undefined;

  /** @param draw The number of its draw from the person's words. */
  constructor(
    site: Site,
    { of, gender }: { of: string; gender?: string },
    draw: number,
  ) {
    this.#random = site.shared("person", of);
    this.#key = `person/${of}/${gender ?? ""}/gender`;
    this.#draw = draw;
    this.#said = gender === undefined
      ? undefined
      : genderReader(site.reader(gender));
  }

  /** `MALE` or `FEMALE`. */
  read(record: PartialRecord): Uint32Array {
    return record.share(this.#key, (out) => {
      const { rows } = record;
      this.#random.words(rows, this.#draw, out);
      for (let i = 0; i < rows.count; i++) out[i] >>>= 31;
      this.#said?.(record, out);
    });
  }
}
