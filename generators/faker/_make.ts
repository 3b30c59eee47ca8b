// Makes the values of a column by calling a method of Faker once a row.
import { ThrustError } from "../../core/errors.ts";
import type { Prepared, Site, Vector } from "../../core/generator.ts";
import type { Kind } from "../../core/value_type.ts";
import {
  FIRST_DAY,
  formatTimestamp,
  LAST_DAY,
} from "../../core/values/calendar.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";
import { Locales } from "../_texts/localized.ts";
import { WordScratch } from "../_scratch.ts";
import { encodeUtf8 } from "../_texts/utf8.ts";
import { type LocalFaker, type Method, quietly } from "./_local_faker.ts";
import { isTime, messageOf } from "./_probe.ts";

const MS_OF_DAY = 86400000;
/** Longer texts are encoded by the platform. */
const SHORT = 64;

const encoder = new TextEncoder();

/** A method in one of the column's locales. */
export interface LocalMethod {
  faker: LocalFaker;
  method: Method;
}

/**
 * @param name As in the Genfile, for messages.
 * @param methods One for each of the site's locales.
 */
export function prepareFaker(
  name: string,
  methods: readonly LocalMethod[],
  args: readonly unknown[],
  site: Site,
): Prepared {
  const locales = new Locales(site);
  const random = site.random();
  const first = new WordScratch();
  const second = new WordScratch();
  const { kind, scale } = site.type;
  const put = kind === "text" ? putText : numberPutter(kind, scale);
  return {
    storage: kind === "text" ? "slices" : "numbers",
    fill(record, out) {
      const { rows } = record;
      const picks = locales.picks(record);
      const a = first.of(rows.count);
      const b = second.of(rows.count);
      random.words(rows, 0, a);
      random.words(rows, 1, b);
      for (const { faker } of methods) faker.setNow(site.now);
      quietly(() => {
        for (let i = 0; i < rows.count; i++) {
          const { faker, method } = methods[picks === undefined ? 0 : picks[i]];
          faker.start(a[i], b[i]);
          let state: string | undefined;
          try {
            state = put(method(...args), out, i);
          } catch (thrown) {
            state = messageOf(thrown);
          }
          if (state !== undefined) refuse(name, site, rows.numbers[i], state);
        }
      });
    },
  };
}

/** Writes a value for row `i`; gives what is wrong with it. */
type Put = (value: unknown, out: Vector, i: number) => string | undefined;

function putText(value: unknown, out: Vector, i: number): string | undefined {
  const at = i === 0 ? 0 : out.ends[i - 1];
  out.starts[i] = out.ends[i] = at;
  if (value === undefined || value === null) {
    out.nulls[i] = 1;
    return undefined;
  }
  const text = textOf(value);
  if (text === undefined) return "it gave a list or a table";
  const sound = text.isWellFormed() ? text : text.toWellFormed();
  const bytes = out.reserve(at + 3 * sound.length, at);
  out.ends[i] = sound.length <= SHORT
    ? encodeUtf8(sound, bytes, at)
    : at + encoder.encodeInto(sound, bytes.subarray(at)).written;
  return undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (isTime(value)) return formatTimestamp(value.getTime(), 3);
  return typeof value === "object" || typeof value === "function"
    ? undefined
    : String(value);
}

function numberPutter(kind: Kind, scale: number): Put {
  return (value, out, i) => {
    if (value === undefined || value === null) {
      out.nulls[i] = 1;
      return undefined;
    }
    const number = numberOf(value, kind, scale);
    if (number === undefined) return `it gave ${String(value)}`;
    out.numbers[i] = number;
    return undefined;
  };
}

/** Undefined where the value is not one of the kind. */
function numberOf(
  value: unknown,
  kind: Kind,
  scale: number,
): number | undefined {
  if (kind === "bool") {
    return typeof value === "boolean" ? Number(value) : undefined;
  }
  if (kind === "date" || kind === "timestamp") {
    const ms = isTime(value) ? value.getTime() : NaN;
    const day = Math.floor(ms / MS_OF_DAY);
    if (!(day >= FIRST_DAY && day <= LAST_DAY)) return undefined;
    return kind === "date" ? day : ms;
  }
  if (typeof value !== "number") return undefined;
  switch (kind) {
    case "int":
      return Number.isSafeInteger(value) ? value : undefined;
    case "decimal": {
      const scaled = Math.round(value * POWERS_OF_TEN[scale]);
      return Number.isSafeInteger(scaled) ? scaled : undefined;
    }
    default:
      return Number.isFinite(value) ? value : undefined;
  }
}

function refuse(name: string, site: Site, row: number, state: string): never {
  throw new ThrustError(
    "VALUE_REFUSED",
    `Cannot make row ${row} of "${site.table}.${site.column}" by ${name}: ${state}, other than in the rows that were ` +
      `tried; type = "text" or other arguments may do`,
    { table: site.table, field: site.column, row },
  );
}
