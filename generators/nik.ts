// Indonesian identity numbers: region, birth date (the day of a woman's is 40 more) and a serial number.
import {
  generator,
  type PartialRecord,
  type Ranked,
  type Site,
} from "../core/generator.ts";
import { optional } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { civilFromDays } from "../core/values/calendar.ts";
import { writePair } from "./_texts/bytes.ts";
import { drawnFrom } from "./_ranks/ranked.ts";
import { regions } from "./nik/_regions.ts";
import {
  BIRTH,
  Birth,
  type BirthParams,
  birthShared,
  checkAges,
} from "./person/_birth.ts";
import { Gender } from "./person/_gender.ts";
import { checkGender, DRAWS, GENDER } from "./person/_person.ts";

const LENGTH = 16;
/** Nearly every regency has as many districts. */
const DISTRICTS = 12;
const SERIALS = 9999;
const WOMAN = 40;

function domain(): number {
  return regions().length * DISTRICTS * SERIALS;
}

interface NikParams extends BirthParams {
  gender?: string;
  birth_date?: string;
}

export const nik = generator({
  name: "nik",
  group: "documents",
  summary:
    "Indonesian identity numbers, which tell the birth date and gender of the row's person",
  example: `{ gen = "nik" }`,
  params: {
    ...BIRTH,
    ...GENDER,
    birth_date: optional(
      "column",
      "The column with the birth date; without it, that of the row's person",
    ),
  },
  shares: (params) => {
    const { thing, params: ages } = birthShared(params);
    return { thing, params: [...ages, "gender"] as never[] };
  },
  check(params, scope, report) {
    checkGender(params, scope, report);
    const { birth_date } = params;
    if (birth_date === undefined) {
      checkAges(params, scope, report);
      return;
    }
    const kind = scope.column(birth_date)?.kind;
    if (kind === undefined || kind === "date") return;
    report(
      "birth_date",
      `birth_date is taken from "${birth_date}", which is no date`,
      `expected a column such as "person.birth_date"`,
    );
  },
  readsClock: ({ birth_date }) => birth_date === undefined,
  type: ({ birth_date }, scope) =>
    valueType("text", {
      nullable: birth_date !== undefined &&
        (scope.column(birth_date)?.nullable ?? false),
    }),
  domain,
  prepare: (params, site) =>
    drawnFrom(rankedNik(params, site), domain(), site.random()),
  ranked: rankedNik,
});

/** The rank is region, district and serial number, so that birth and gender do not matter to what is unique. */
function rankedNik(params: NikParams, site: Site): Ranked {
  const gender = new Gender(site, params, DRAWS.gender);
  const readBirth = birthReader(params, site);
  const all = regions();
  return {
    storage: "slices",
    plain: !site.type.nullable,
    fill(record, ranks, out) {
      const { count } = record.rows;
      const genders = gender.read(record);
      const births = readBirth(record, out.nulls);
      const bytes = out.reserve(LENGTH * count);
      for (let i = 0; i < count; i++) {
        const start = i * LENGTH;
        out.starts[i] = start;
        out.ends[i] = start + LENGTH;
        const area = Math.floor(ranks[i] / SERIALS);
        const region = all[(area / DISTRICTS) | 0];
        const serial = 1 + ranks[i] - area * SERIALS;
        const birth = births[i];
        const upper = (region / 100) | 0;
        writePair(bytes, start, upper);
        writePair(bytes, start + 2, region - 100 * upper);
        writePair(bytes, start + 4, 1 + area % DISTRICTS);
        writePair(bytes, start + 6, (birth / 10000 | 0) + WOMAN * genders[i]);
        writePair(bytes, start + 8, (birth / 100 | 0) % 100);
        writePair(bytes, start + 10, birth % 100);
        const first = (serial / 100) | 0;
        writePair(bytes, start + 12, first);
        writePair(bytes, start + 14, serial - 100 * first);
      }
    },
  };
}

/** Births as the number DDMMYY. */
function birthReader(
  params: NikParams,
  site: Site,
): (record: PartialRecord, nulls: Uint8Array) => ArrayLike<number> {
  if (params.birth_date !== undefined) {
    const column = site.reader(params.birth_date);
    return (record, nulls) => {
      const days = column.read(record);
      const births = record.scratch(1);
      for (let i = 0; i < record.rows.count; i++) {
        const isNull = column.type.nullable && days.nulls[i] === 1;
        if (isNull) nulls[i] = 1;
        births[i] = isNull ? 0 : digitsOf(days.numbers[i]);
      }
      return births;
    };
  }
  const birth = new Birth(site, params);
  const table = Uint32Array.from(
    { length: birth.last - birth.first + 1 },
    (_, day) => digitsOf(birth.first + day),
  );
  return (record) => {
    const days = birth.days(record);
    const births = record.scratch(1);
    for (let i = 0; i < record.rows.count; i++) births[i] = table[days[i]];
    return births;
  };
}

function digitsOf(date: number): number {
  const { year, month, day } = civilFromDays(date);
  return day * 10000 + month * 100 + year % 100;
}
