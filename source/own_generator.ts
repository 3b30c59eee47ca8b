// Generators that a program brings along: a function from an address to a value, made into one of thrust's own.
import { type Generator, generator, type Site } from "../core/generator.ts";
import type { RandomStream, Vector } from "../core/generator.ts";
import type { Parameter, ParameterKind } from "../core/parameters.ts";
import { type Kind, type ValueType, valueType } from "../core/value_type.ts";
import { parseDate, parseTimestamp } from "../core/values/calendar.ts";
import { toScaled } from "../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";

/** Where a value stands, and the random numbers that belong to that place alone. */
export interface Address {
  readonly seed: string;
  readonly table: string;
  readonly column: string;
  /** From 0. */
  readonly row: number;
  /**
   * A number from 0 on, below 1.
   *
   * @param draw Use another number, from 0 to 65,535, for each independent decision.
   */
  random(draw?: number): number;
  /** A whole number from 0 on, below n (at most 2^53), all equally likely. */
  below(n: number, draw?: number): number;
}

/** What a value of a program's own generator is. */
export type OwnValue = number | string | boolean | Date | null;

/**
 * A generator of one's own.
 *
 * `value` is a pure function: for the same address and parameters it gives the same value, wherever and whenever it is
 * called. It keeps nothing, and asks neither the clock nor `Math.random`.
 */
export interface OwnGenerator {
  /** As said in `gen = "…"`. */
  name: string;
  /** One line, a sentence without a full stop. */
  summary: string;
  /** What its values are; of `date` and `timestamp`, a `Date` or an ISO text. */
  kind: "int" | "float" | "decimal" | "bool" | "date" | "timestamp" | "text";
  /** Digits after the point, of a decimal. */
  scale?: number;
  /** Whether a value may be null. */
  nullable?: boolean;
  /** What may be said beside `gen`: made with `optional`, `defaulted` and `required`. */
  params?: Record<string, Parameter>;
  // deno-lint-ignore no-explicit-any
  value(address: Address, params: any): OwnValue;
}

/** Kinds of parameters that mean the same outside of thrust. */
const PLAIN: readonly ParameterKind[] = [
  ...["integer", "number", "probability", "flag", "text", "choice"] as const,
];
const TIMESTAMP_SCALE = 3;
const DAY = 86_400_000;
const encoder = new TextEncoder();

/** @throws {TypeError} If the generator is not described as it must be. */
export function ownGenerator(own: OwnGenerator): Generator {
  const { name, summary, params = {} } = own;
  const wrong = Object.entries(params).find(([, { kind }]) =>
    !PLAIN.includes(kind)
  );
  if (wrong !== undefined) {
    throw new TypeError(
      `Cannot add the generator "${name}": its parameter "${
        wrong[0]
      }" is of the kind ${wrong[1].kind}, and may be ${PLAIN.join(", ")}`,
    );
  }
  const kind = own.kind as Kind;
  const type = valueType(kind, {
    scale: kind === "timestamp" ? TIMESTAMP_SCALE : own.scale ?? 0,
    nullable: own.nullable ?? false,
  });
  return generator({
    name,
    group: "choice",
    summary,
    example: `{ gen = "${name}" }`,
    params,
    type: () => type,
    prepare: (given, site) =>
      kind === "text"
        ? {
          storage: "slices",
          fill: ({ rows }, out) =>
            fillTexts(
              own,
              given,
              new Place(site),
              rows.numbers,
              rows.count,
              out,
            ),
        }
        : {
          storage: "numbers",
          fill: ({ rows }, out) =>
            fillNumbers(
              own,
              given,
              type,
              new Place(site),
              rows.numbers,
              rows.count,
              out,
            ),
        },
  });
}

class Place implements Address {
  readonly seed: string;
  readonly table: string;
  readonly column: string;
  row = 0;
  readonly #stream: RandomStream;

  constructor(site: Site) {
    this.seed = site.seed;
    this.table = site.table;
    this.column = site.column;
    this.#stream = site.random();
  }

  random(draw = 0): number {
    return this.#stream.fractionAt(this.row, draw);
  }

  below(n: number, draw = 0): number {
    return this.#stream.belowAt(this.row, draw, n);
  }
}

function fillNumbers(
  own: OwnGenerator,
  params: unknown,
  type: ValueType,
  place: Place,
  rows: Float64Array,
  count: number,
  { numbers, nulls }: Vector,
): void {
  for (let i = 0; i < count; i++) {
    place.row = rows[i];
    const value = own.value(place, params);
    if (value === null && own.nullable) {
      nulls[i] = 1;
      continue;
    }
    const number = numberOf(value, type);
    if (number === undefined) throw refusal(own, place, value);
    numbers[i] = number;
  }
}

/** A value in the units of the type's vector; undefined where it is none. */
function numberOf(value: OwnValue, { kind, scale }: ValueType) {
  switch (kind) {
    case "int":
      return Number.isSafeInteger(value) ? value as number : undefined;
    case "float":
      return Number.isFinite(value) ? value as number : undefined;
    case "decimal":
      return typeof value === "number" ? toScaled(value, scale) : undefined;
    case "bool":
      return typeof value === "boolean" ? Number(value) : undefined;
    case "date":
      if (typeof value === "string") return parseDate(value);
      return value instanceof Date
        ? whole(Math.floor(value.getTime() / DAY))
        : undefined;
    case "timestamp":
      if (value instanceof Date) return whole(value.getTime());
      if (typeof value !== "string") return undefined;
      return milliseconds(value);
  }
}

function milliseconds(text: string): number | undefined {
  const parsed = parseTimestamp(text);
  return parsed &&
    whole(
      parsed.value * POWERS_OF_TEN[TIMESTAMP_SCALE] /
        POWERS_OF_TEN[parsed.scale],
    );
}

function whole(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}

function fillTexts(
  own: OwnGenerator,
  params: unknown,
  place: Place,
  rows: Float64Array,
  count: number,
  out: Vector,
): void {
  const { starts, ends, nulls } = out;
  let at = 0;
  for (let i = 0; i < count; i++) {
    place.row = rows[i];
    starts[i] = ends[i] = at;
    const value = own.value(place, params);
    if (value === null && own.nullable) {
      nulls[i] = 1;
      continue;
    }
    if (typeof value !== "string") throw refusal(own, place, value);
    const bytes = out.reserve(at + 3 * value.length, at);
    at += encoder.encodeInto(value, bytes.subarray(at)).written;
    ends[i] = at;
  }
}

function refusal(
  { name, kind }: OwnGenerator,
  { table, column, row }: Place,
  value: unknown,
): TypeError {
  return new TypeError(
    `Cannot use what the generator "${name}" gives for row ${row} of column "${column}" of table "${table}": ${
      value instanceof Date ? "an invalid date" : JSON.stringify(value)
    } is no ${kind}`,
  );
}
