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
  /** Male first names, then female ones. */
  readonly firstNames: Strings;
  readonly lastNames: Strings;
  readonly #males: number;
  readonly #random: RandomStream;
  readonly #key: string;
  readonly #gender:
    | ((record: PartialRecord, drawn: Uint32Array) => void)
    | undefined;

  constructor(site: Site, { of, gender }: PersonParams) {
    const males = site.list("first_name_male");
    this.firstNames = Strings.concat([males, site.list("first_name_female")]);
    this.lastNames = site.list("last_name");
    this.#males = males.size;
    this.#random = site.shared("person", of);
    this.#gender = gender === undefined
      ? undefined
      : genderReader(site.reader(gender));
    this.#key = `person/${of}/${site.locale}/${gender ?? ""}/`;
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
      (out) => this.#firstNames(record, DRAWS.first, out),
    );
  }

  /** Entries of `firstNames`, other than the first name where there is another. */
  middle(record: PartialRecord): Uint32Array {
    return record.share(`${this.#key}middle`, (out) => {
      const first = this.first(record);
      this.#firstNames(record, DRAWS.middle, out);
      const males = this.#males;
      const all = this.firstNames.size;
      for (let i = 0; i < record.rows.count; i++) {
        if (out[i] !== first[i]) continue;
        const next = out[i] + 1;
        out[i] = next === males ? 0 : next === all ? males : next;
      }
    });
  }

  /** Entries of `lastNames`. */
  last(record: PartialRecord): Uint32Array {
    return record.share(
      `${this.#key}last`,
      (out) =>
        this.#random.below(
          record.rows,
          DRAWS.last,
          this.lastNames.size,
          out,
        ),
    );
  }

  /** Random words for a decision about the person. */
  words(record: PartialRecord, draw: number): Uint32Array {
    return record.share(
      `${this.#key}${draw}`,
      (out) => this.#random.words(record.rows, draw, out),
    );
  }

  #firstNames(record: PartialRecord, draw: number, out: Uint32Array): void {
    const gender = this.gender(record);
    this.#random.words(record.rows, draw, out);
    const males = this.#males;
    const females = this.firstNames.size - males;
    // No redraws: with some thousand names, none is likelier than another by more than 10^-6 of its share.
    // No branches either: nothing could tell beforehand which way they go.
    for (let i = 0; i < record.rows.count; i++) {
      const choices = males + gender[i] * (females - males);
      out[i] = gender[i] * males + out[i] * choices * TWO_MINUS_32;
    }
  }
}
