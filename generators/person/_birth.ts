// The birth of the row's person: one day for `birth_date`, `age` and documents that tell it.
import type {
  PartialRecord,
  RandomStream,
  Report,
  Scope,
  Shared,
  Site,
} from "../../core/generator.ts";
import { defaulted, type Parameter } from "../../core/parameters.ts";
import {
  civilFromDays,
  daysFromCivil,
  isLeapYear,
} from "../../core/values/calendar.ts";
import { DRAWS, HANDLE } from "./_person.ts";

const DAY = 86_400_000;
const AGES = { minimum: 0, maximum: 150 };

export const BIRTH = {
  ...HANDLE,
  min_age: defaulted("integer", 18, "The youngest, in whole years", AGES),
  max_age: defaulted("integer", 80, "The oldest, in whole years", AGES),
};

export interface BirthParams {
  of: string;
  min_age: number;
  max_age: number;
}

/** For `Generator.shares` of what tells the person's birth. */
export function birthShared<S extends Record<string, Parameter>>(
  { of }: BirthParams,
): Shared<S> {
  return { thing: `person/${of}`, params: ["min_age", "max_age"] as never[] };
}

export function checkAges(
  { min_age, max_age }: BirthParams,
  _scope: Scope,
  report: Report,
): void {
  if (min_age <= max_age) return;
  report(
    "max_age",
    `max_age is ${max_age}, below min_age, which is ${min_age}`,
    "swap them",
  );
}

export class Birth {
  readonly first: number;
  readonly last: number;
  readonly #random: RandomStream;
  readonly #key: string;

  constructor(site: Site, { of, min_age, max_age }: BirthParams) {
    const today = Math.floor(site.now / DAY);
    this.first = yearsBefore(today, max_age + 1) + 1;
    this.last = yearsBefore(today, min_age);
    this.#random = site.shared("person", of);
    this.#key = `person/${of}/birth/${min_age}/${max_age}`;
  }

  /** Days since `first`. */
  days(record: PartialRecord): Uint32Array {
    return record.share(this.#key, (out) => {
      const days = this.last - this.first + 1;
      this.#random.below(record.rows, DRAWS.birth, days, out);
    });
  }
}

/** The same day so many years ago; the last of February for a leap day that was not. */
function yearsBefore(day: number, years: number): number {
  const civil = civilFromDays(day);
  const year = Math.max(1, civil.year - years);
  const isLost = civil.month === 2 && civil.day === 29 && !isLeapYear(year);
  return daysFromCivil(year, civil.month, isLost ? 28 : civil.day);
}

/** Whole years from one day to a later one; who is born on a leap day becomes older on 1 March. */
export function yearsBetween(from: number, to: number): number {
  const one = civilFromDays(from);
  const other = civilFromDays(to);
  const before = other.month < one.month ||
    other.month === one.month && other.day < one.day;
  return other.year - one.year - (before ? 1 : 0);
}
