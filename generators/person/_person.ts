// The person of a row: one for each handle, whichever columns show it. Every part has a draw of its own, so that no
// column moves another; which texts the numbers mean is the locale's business.
import type {
  PartialRecord,
  RandomStream,
  Report,
  Scope,
  Shared,
  Site,
  Strings,
} from "../../core/generator.ts";
import { defaulted, optional, type Parameter } from "../../core/parameters.ts";
import { joinLists, Locales, type LocalList } from "../_localized.ts";
import { genderReader } from "./_gender.ts";

const TWO_MINUS_32 = 1 / 4294967296;

/** Draws of the person's stream. Part of version 1: a number, once given, keeps its meaning. */
export const DRAWS = {
  gender: 0,
  first: 1,
  last: 2,
  middle: 3,
  hasMiddle: 4,
  username: 5,
  domain: 6,
} as const;

/** Parameters of everything that shows a person. */
export const HANDLE = {
  of: defaulted(
    "text",
    "",
    "Another person of the row, shared by all columns that say the same",
  ),
};
export const NAMED = {
  ...HANDLE,
  gender: optional(
    "column",
    "The column that says the person's gender: male or female, M or F; drawn where it says neither",
  ),
};

interface PersonParams {
  of: string;
  gender?: string;
}

/** For `Generator.shares` of everything that shows a person. */
export function personShared<S extends Record<string, Parameter>>(
  { of }: PersonParams,
): Shared<S> {
  return { thing: `person/${of}`, params: ["gender"] as never[] };
}

/** For `Generator.check` of names. */
export function checkGender(
  { gender }: PersonParams,
  scope: Scope,
  report: Report,
): void {
  if (gender === undefined) return;
  const kind = scope.column(gender)?.kind;
  if (kind === undefined || kind === "text") return;
  report(
    "gender",
    `gender is taken from "${gender}", which is not text`,
    "expected a column with male and female, or M and F",
  );
}

/** What columns may ask of a person; numbers a row each, made by the first that asks and kept for the others. */
export class Person {
  readonly locales: Locales;
  /** Of each locale the male first names, then the female ones. */
  readonly firstNames: Strings;
  readonly lastNames: Strings;
  /** By locale and gender: `2 * locale + gender`. */
  readonly #first: LocalList;
  /** The same, or by locale alone where no locale's names follow the gender. */
  readonly #last: LocalList;
  readonly #lastByGender: boolean;
  readonly #random: RandomStream;
  readonly #key: string;
  readonly #gender:
    | ((record: PartialRecord, drawn: Uint32Array) => void)
    | undefined;

  constructor(site: Site, { of, gender }: PersonParams) {
    this.locales = new Locales(site, of);
    this.#first = this.byGender("first_name_male", "first_name_female");
    this.firstNames = this.#first.strings;
    const lists = this.locales.each("last_name");
    const female = this.locales.each("last_name_female");
    this.#lastByGender = lists.some((list, i) => !sameTexts(list, female[i]));
    this.#last = this.#lastByGender
      ? this.byGender("last_name", "last_name_female")
      : joinLists(lists);
    this.lastNames = this.#last.strings;
    this.#random = site.shared("person", of);
    this.#gender = gender === undefined
      ? undefined
      : genderReader(site.reader(gender));
    this.#key = `person/${of}/${this.locales.key}/${gender ?? ""}/`;
  }

  /** Lists of each locale, by `2 * locale + gender`. */
  byGender(male: string, female: string): LocalList {
    const females = this.locales.each(female);
    return joinLists(
      this.locales.each(male).flatMap((list, i) => [list, females[i]]),
    );
  }

  /** `MALE` or `FEMALE` of _gender.ts. */
  gender(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}gender`, (out) => {
      const { rows } = record;
      this.#random.words(rows, DRAWS.gender, out);
      for (let i = 0; i < rows.count; i++) out[i] >>>= 31;
      this.#gender?.(record, out);
    });
  }

  /** Entries of `firstNames`. */
  first(record: PartialRecord): Uint32Array {
    return record.share(
      `${this.#key}first`,
      (out) => this.drawByGender(this.#first, record, DRAWS.first, out),
    );
  }

  /** Entries of `firstNames`, other than the first name where there is another. */
  middle(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}middle`, (out) => {
      const first = this.first(record);
      this.drawByGender(this.#first, record, DRAWS.middle, out);
      this.#avoid(record, first, out);
    });
  }

  /** Where both are the same, the name after it in the same list. */
  #avoid(record: PartialRecord, first: Uint32Array, out: Uint32Array): void {
    const { starts, sizes } = this.#first;
    const gender = this.gender(record);
    const picks = this.locales.picks(record);
    for (let i = 0; i < record.rows.count; i++) {
      if (out[i] !== first[i]) continue;
      const list = gender[i] + (picks === undefined ? 0 : 2 * picks[i]);
      const next = out[i] + 1;
      out[i] = next === starts[list] + sizes[list] ? starts[list] : next;
    }
  }

  /** Entries of `lastNames`. */
  last(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}last`, (out) => {
      if (this.#lastByGender) {
        this.drawByGender(this.#last, record, DRAWS.last, out);
      } else {
        this.locales.draw(this.#last, record, this.#random, DRAWS.last, out);
      }
    });
  }

  /** Random words for a decision about the person. */
  words(record: PartialRecord, draw: number): Uint32Array {
    return record.share(
      `${this.#key}${draw}`,
      (out) => this.#random.words(record.rows, draw, out),
    );
  }

  /** An entry of lists made by `byGender`, of the person's locale and gender. */
  drawByGender(
    { starts, sizes }: LocalList,
    record: PartialRecord,
    draw: number,
    out: Uint32Array,
  ): void {
    const gender = this.gender(record);
    const picks = this.locales.picks(record);
    const { count } = record.rows;
    this.#random.words(record.rows, draw, out);
    // No redraws: with some thousand names, none is likelier than another by more than 10^-6 of its share.
    // No branches either: nothing could tell beforehand which way they go.
    if (picks === undefined) {
      const males = sizes[0];
      const females = sizes[1];
      for (let i = 0; i < count; i++) {
        const choices = males + gender[i] * (females - males);
        out[i] = gender[i] * males + out[i] * choices * TWO_MINUS_32;
      }
      return;
    }
    for (let i = 0; i < count; i++) {
      const list = 2 * picks[i] + gender[i];
      out[i] = starts[list] + out[i] * sizes[list] * TWO_MINUS_32;
    }
  }
}

function sameTexts(one: Strings, other: Strings): boolean {
  if (one.size !== other.size) return false;
  return one.toArray().join("\n") === other.toArray().join("\n");
}
