// Account names made from a person's name: the same for `username` and for the local part of `email`.
import type {
  Generator,
  PartialRecord,
  Site,
  Strings,
  Vector,
} from "../../core/generator.ts";
import { slug } from "../../core/values/slug.ts";
import { writeInteger } from "../../core/values/decimal.ts";
import { copyEntry, writePair } from "../_texts/bytes.ts";
import { DRAWS, type NAMED, Person } from "./_person.ts";

/** An underscore, a dot and a number. */
const MAX_TAIL = 20;
const TWO_32 = 4294967296;
const DOT = 46;
const UNDERSCORE = 95;

const FIRST_DOT_LAST = 0;
const FIRST_UNDERSCORE_LAST = 1;
const FIRST_LAST = 2;
const INITIAL_LAST = 3;
const FIRST_DOT_LAST_NUMBER = 4;
const FIRST_UNDERSCORE_LAST_NUMBER = 5;

/** Sixteen equally likely forms; the upper four bits of the person's word say which. */
const FORMS = Uint8Array.of(
  ...new Array(5).fill(FIRST_DOT_LAST),
  ...new Array(2).fill(FIRST_UNDERSCORE_LAST),
  ...new Array(2).fill(FIRST_LAST),
  ...new Array(3).fill(INITIAL_LAST),
  ...new Array(2).fill(FIRST_DOT_LAST_NUMBER),
  ...new Array(2).fill(FIRST_UNDERSCORE_LAST_NUMBER),
);

/** Writes the account name of row `i` of the record; gives the position after it. */
export type WriteUsername = (
  i: number,
  out: Uint8Array,
  at: number,
) => number;

export class Usernames {
  /** No account name takes more bytes. */
  readonly maxBytes: number;
  readonly #person: Person;
  readonly #first: Strings;
  readonly #last: Strings;

  constructor(site: Site, params: { of: string; gender?: string }) {
    this.#person = new Person(site, params);
    this.#first = slugs(this.#person.firstNames);
    this.#last = slugs(this.#person.lastNames);
    this.maxBytes = this.#first.maxBytes + this.#last.maxBytes +
      MAX_TAIL;
  }

  get person(): Person {
    return this.#person;
  }

  /** A writer for the rows of the record. */
  writer(record: PartialRecord): WriteUsername {
    const name = this.#names(record);
    const words = this.#person.words(record, DRAWS.username);
    return (i, out, at) => {
      const form = FORMS[words[i] >>> 28];
      if (form < FIRST_DOT_LAST_NUMBER) return name(i, form, out, at);
      at = name(i, form - FIRST_DOT_LAST_NUMBER, out, at);
      // 16 of the lower bits as a number from 1 to 99.
      return writePair(out, at, 1 + ((words[i] & 0xffff) * 99 >>> 16));
    };
  }

  /**
   * A writer of names that end in a number of their own, one more than the rank. What stands before it does not end
   * in a digit, so different numbers make different names.
   */
  numberedWriter(record: PartialRecord, ranks: Float64Array): WriteUsername {
    const name = this.#names(record);
    const words = this.#person.words(record, DRAWS.username);
    return (i, out, at) => {
      const form = FORMS[words[i] >>> 28];
      at = name(i, form & 3, out, at);
      const last = out[at - 1];
      if (last >= 48 && last <= 57) out[at++] = DOT;
      return writeInteger(out, at, ranks[i] + 1);
    };
  }

  /** Writes names in one of the forms without a number. */
  #names(
    record: PartialRecord,
  ): (i: number, form: number, out: Uint8Array, at: number) => number {
    const first = this.#person.first(record);
    const last = this.#person.last(record);
    const firstNames = this.#first;
    const lastNames = this.#last;
    return (i, form, out, at) => {
      if (form === INITIAL_LAST) {
        out[at++] = firstNames.bytes[firstNames.offsets[first[i]]];
        return copyEntry(lastNames, last[i], out, at);
      }
      at = copyEntry(firstNames, first[i], out, at);
      if (form === FIRST_DOT_LAST) out[at++] = DOT;
      else if (form === FIRST_UNDERSCORE_LAST) out[at++] = UNDERSCORE;
      return copyEntry(lastNames, last[i], out, at);
    };
  }
}

/** Names as slugs; one that has no Latin letter is called by its number. */
function slugs(names: Strings): Strings {
  let number = 0;
  return names.map((name) => {
    number++;
    return slug(name) || `user${number}`;
  });
}

/** What stands behind each account name: an entry of `entries`, chosen by the person's word for `draw`. */
interface Ending {
  entries: Strings;
  draw: number;
}

/** The functions of a generator of account names, with an ending or without; unique ones have a number in them. */
export function accountFunctions(
  ending?: Ending,
): Required<Pick<Generator<typeof NAMED>, "prepare" | "ranked">> {
  return {
    prepare(params, site) {
      const usernames = new Usernames(site, params);
      const write = writerOf(usernames, ending);
      return {
        storage: "slices",
        plain: true,
        fill: (record, out) => write(usernames.writer(record), record, out),
      };
    },
    ranked(params, site) {
      const usernames = new Usernames(site, params);
      const write = writerOf(usernames, ending);
      return {
        storage: "slices",
        plain: true,
        fill: (record, ranks, out) =>
          write(usernames.numberedWriter(record, ranks), record, out),
      };
    },
  };
}

/** Writes the account names of a record's rows, and what stands behind them. */
function writerOf(
  { maxBytes, person }: Usernames,
  ending: Ending | undefined,
): (write: WriteUsername, record: PartialRecord, out: Vector) => void {
  const room = maxBytes + (ending?.entries.maxBytes ?? 0);
  return (write, record, out) => {
    const { count } = record.rows;
    const words = ending && person.words(record, ending.draw);
    const bytes = out.reserve(room * count);
    const { starts, ends } = out;
    let at = 0;
    for (let i = 0; i < count; i++) {
      starts[i] = at;
      at = write(i, bytes, at);
      if (words !== undefined) {
        const { entries } = ending!;
        const entry = words[i] * entries.size / TWO_32;
        at = copyEntry(entries, entry | 0, bytes, at);
      }
      ends[i] = at;
    }
  };
}
