// The person of a row: one for each handle, whichever columns show it. Every part has a draw of its own, so that no
// column moves another; which texts the numbers mean is the locale's business.
import type {
  PartialRecord,
  RandomStream,
  Report,
  Scope,
  Shared,
  Site,
} from "../../core/generator.ts";
import { defaulted, optional, type Parameter } from "../../core/parameters.ts";
import { Strings } from "../../core/values/strings.ts";
import { Locales } from "../_texts/localized.ts";
import { Gender } from "./_gender.ts";
import { Names, sameTexts } from "./_names.ts";
import { valueType } from "../../core/value_type.ts";

/** Draws of the person's stream. Part of version 1: a number, once given, keeps its meaning. */
export const DRAWS = {
  gender: 0,
  first: 1,
  last: 2,
  middle: 3,
  hasMiddle: 4,
  username: 5,
  domain: 6,
  prefix: 7,
  birth: 8,
  middleKind: 9,
  middleLast: 10,
  /** Of two draws each. */
  weightedFirst: 16,
  weightedLast: 18,
  weightedMiddle: 20,
} as const;

/** Parameters of everything that shows a person. */
export const HANDLE = {
  of: defaulted(
    "text",
    "",
    "Another person of the row, shared by all columns that say the same",
  ),
};
export const GENDER = {
  gender: optional(
    "column",
    "The column that says the person's gender: male or female, M or F; drawn where it says neither",
  ),
};
export const NAMED = {
  ...HANDLE,
  ...GENDER,
  weighted: defaulted(
    "flag",
    false,
    "Names as frequent as in the census, where that is known (en_US: 1990); else all are equally likely",
  ),
};
/** What all texts that show a name of the person are alike in. */
export const NAME_TEXT = {
  group: "people",
  localized: true,
  params: NAMED,
  shares: personShared,
  check: checkGender,
  type: () => valueType("text"),
} as const;
export const MIDDLE = {
  ...NAMED,
  middle_from: defaulted(
    "choice",
    "first",
    "What a middle name is: another first name, or any: half of the time another family name",
    { choices: ["first", "any"] },
  ),
};

interface PersonParams {
  of: string;
  gender?: string;
  weighted?: boolean;
  middle_from?: string;
}

/** For `Generator.shares` of everything that shows a person. */
export function personShared<S extends Record<string, Parameter>>(
  { of }: PersonParams,
): Shared<S> {
  return {
    thing: `person/${of}`,
    params: ["gender", "weighted", "middle_from"] as never[],
  };
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
  readonly firstNames: Strings;
  readonly lastNames: Strings;
  /** What `middle` chooses from. */
  readonly middleNames: Strings;
  readonly #first: Names;
  readonly #last: Names;
  /** Family names where neither gender, locale nor frequency has a say in them. */
  readonly #plainLast: number | undefined;
  readonly #middleFrom: string;
  readonly #random: RandomStream;
  readonly #key: string;
  readonly #gender: Gender;

  constructor(
    site: Site,
    { of, gender, weighted, middle_from = "first" }: PersonParams,
  ) {
    const locales = this.locales = new Locales(site, of);
    this.#first = new Names(
      locales,
      ["first_name_male", "first_name_female"],
      weighted
        ? ["first_name_male_census", "first_name_female_census"]
        : undefined,
    );
    this.#last = new Names(
      locales,
      ["last_name", "last_name_female"],
      weighted ? ["last_name_census", "last_name_census"] : undefined,
    );
    this.firstNames = this.#first.strings;
    this.lastNames = this.#last.strings;
    if (!weighted && locales.names.length === 1) {
      const male = site.list("last_name", locales.names[0]);
      const female = site.list("last_name_female", locales.names[0]);
      // One list for both: then it stands once, and all entries are equally likely to the last bit.
      if (sameTexts(male, female)) {
        this.lastNames = male;
        this.#plainLast = male.size;
      }
    }
    this.#middleFrom = middle_from;
    this.middleNames = middle_from === "any"
      ? Strings.concat([this.firstNames, this.lastNames])
      : this.firstNames;
    this.#random = site.shared("person", of);
    this.#gender = new Gender(site, { of, gender }, DRAWS.gender);
    this.#key = `person/${of}/${locales.key}/${gender ?? ""}/${weighted}/`;
  }

  /** `MALE` or `FEMALE` of _gender.ts. */
  gender(record: PartialRecord): Uint32Array {
    return this.#gender.read(record);
  }

  /** Entries of `firstNames`. */
  first(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}first`, (out) => {
      const draws = { plain: DRAWS.first, weighted: DRAWS.weightedFirst };
      this.draw(this.#first, record, draws, out);
    });
  }

  /** Entries of `lastNames`. */
  last(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}last`, (out) => {
      const draws = { plain: DRAWS.last, weighted: DRAWS.weightedLast };
      this.#drawLast(record, draws, out);
    });
  }

  /** Entries of `middleNames`, other than the first and last name where there is another. */
  middle(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}middle/${this.#middleFrom}`, (out) => {
      const first = this.first(record);
      const draws = { plain: DRAWS.middle, weighted: DRAWS.weightedMiddle };
      this.draw(this.#first, record, draws, out);
      this.#first.avoid(record, this.gender(record), first, out);
      if (this.#middleFrom === "any") this.#mixInLast(record, out);
    });
  }

  /** Makes half of the middle names family names. */
  #mixInLast(record: PartialRecord, out: Uint32Array): void {
    const own = this.last(record);
    const last = record.share(`${this.#key}middle last`, (other) => {
      const draws = { plain: DRAWS.middleLast, weighted: DRAWS.weightedMiddle };
      this.#drawLast(record, draws, other);
      if (this.#plainLast === undefined) {
        this.#last.avoid(record, this.gender(record), own, other);
        return;
      }
      for (let i = 0; i < record.rows.count; i++) {
        if (other[i] !== own[i]) continue;
        other[i] = other[i] + 1 === this.#plainLast ? 0 : other[i] + 1;
      }
    });
    const kind = this.words(record, DRAWS.middleKind);
    const firsts = this.firstNames.size;
    for (let i = 0; i < record.rows.count; i++) {
      if (kind[i] >>> 31 === 1) out[i] = firsts + last[i];
    }
  }

  /** Random words for a decision about the person. */
  words(record: PartialRecord, draw: number): Uint32Array {
    return record.share(
      `${this.#key}${draw}`,
      (out) => this.#random.words(record.rows, draw, out),
    );
  }

  /** Entries that fit the person. */
  draw(
    names: Names,
    record: PartialRecord,
    draws: { plain: number; weighted: number },
    out: Uint32Array,
  ): void {
    names.draw(record, this.gender(record), this.#random, draws, out);
  }

  #drawLast(
    record: PartialRecord,
    draws: { plain: number; weighted: number },
    out: Uint32Array,
  ): void {
    if (this.#plainLast === undefined) {
      this.draw(this.#last, record, draws, out);
    } else {
      this.#random.below(record.rows, draws.plain, this.#plainLast, out);
    }
  }
}
