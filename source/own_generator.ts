// Generators that a program brings along: a function from an address to a value, made into one of thrust's own.
import { type Generator, generator, type Site } from "../core/generator.ts";
import type { RandomStream, Rows, Vector } from "../core/generator.ts";
import { ThrustError } from "../core/errors.ts";
import type {
  Parameter,
  ParameterKind,
  ParameterValues,
} from "../core/parameters.ts";
import { type Kind, type ValueType, valueType } from "../core/value_type.ts";
import { parseDate, parseTimestamp } from "../core/values/calendar.ts";
import { toScaled } from "../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";

/** Where a value stands, and the random numbers that belong to that place alone. */
export interface Address {
  /** The run's seed, as text. */
  readonly seed: string;
  /** The name of the table. */
  readonly table: string;
  /** The name of the column; of one inside `json` or `array`, the outer one's and its own. */
  readonly column: string;
  /** The number of the row, from 0. */
  readonly row: number;
  /**
   * A number from 0 on, below 1, in steps of 2^-52.
   *
   * @param draw Use another number, from 0 to 65,535, for each independent decision.
   */
  random(draw?: number): number;
  /** A whole number from 0 on, below n (at most 2^53), all equally likely. */
  below(n: number, draw?: number): number;
}

/** What a value of a program's own generator is. */
export type OwnValue = number | string | boolean | Date | null;

/** What `gen = "…"` may have beside it, by name: made with `optional`, `defaulted` and `required`. */
export type OwnParameters = Record<string, Parameter>;

/** What parameters come to; any where they are not described in the type. */
export type OwnArguments<S> = S extends OwnParameters ? ParameterValues<S>
  // deno-lint-ignore no-explicit-any
  : any;

/**
 * A generator of one's own.
 *
 * `value` is a pure function: for the same address and parameters it gives the same value, wherever and whenever it is
 * called. It keeps nothing, and asks neither the clock nor `Math.random`.
 *
 * @typeParam S The type of `params`, so that `value` knows its parameters: `OwnGenerator<typeof params>`.
 */
export interface OwnGenerator<S extends OwnParameters | undefined = undefined> {
  /** As said in `gen = "…"`: words of letters, digits and `_`, with dots between them. */
  name: string;
  /** One line, a sentence without a full stop. */
  summary: string;
  /** What its values are; of `date` and `timestamp`, a `Date` or an ISO text. */
  kind: (typeof KINDS)[number];
  /** Digits after the point, of a decimal; default: 0. */
  scale?: number;
  /** Whether a value may be null; default: false. */
  nullable?: boolean;
  /**
   * What may be said beside `gen`: made with `optional`, `defaulted` and `required`, of the kinds `integer`, `number`,
   * `probability` (from 0 to 1), `flag` (a boolean), `text` and `choice` (one of its `choices`).
   */
  params?: S extends OwnParameters ? S : OwnParameters;
  /** The value that stands at an address. What it throws ends the run, with the row's place. */
  value(address: Address, params: OwnArguments<S>): OwnValue;
  /** All different values, for columns that are `unique`; without it such a column is an error. */
  domain?: {
    /** How many there are, at most 2^53. */
    size(params: OwnArguments<S>): number;
    /** The value of a number from 0 on, below the size: another for each, and never null. */
    value(rank: number, params: OwnArguments<S>): OwnValue;
  };
}

const KINDS = [
  ...["int", "float", "decimal", "bool", "date", "timestamp", "text"] as const,
];

/** Kinds of parameters that mean the same outside of thrust. */
const PLAIN: readonly ParameterKind[] = [
  ...["integer", "number", "probability", "flag", "text", "choice"] as const,
];
const TIMESTAMP_SCALE = 3;
const DAY = 86_400_000;
const encoder = new TextEncoder();

/** @throws {TypeError} If the generator is not described as it must be. */
export function ownGenerator(own: OwnGenerator): Generator {
  checkDescribed(own);
  const { name, summary, params = {}, domain } = own;
  const kind = own.kind as Kind;
  const type = valueType(kind, {
    scale: kind === "timestamp" ? TIMESTAMP_SCALE : own.scale ?? 0,
    nullable: own.nullable ?? false,
  });
  const storage = kind === "text" ? "slices" : "numbers";
  return generator({
    name,
    group: "choice",
    summary,
    example: exampleOf(own),
    params,
    type: () => type,
    prepare: (given, site) => ({
      storage,
      fill({ rows }, out) {
        const place = new Place(site);
        fill(own, type, place, rows, out, () => own.value(place, given));
      },
    }),
    ...(domain && {
      domain: (given) => sizeOf(own, domain.size(given)),
      ranked: (given, site) => ({
        storage,
        fill({ rows }, ranks, out) {
          const place = new Place(site);
          const made = (i: number) => domain.value(ranks[i], given);
          fill(own, type, place, rows, out, made);
        },
      }),
    }),
  });
}

function checkDescribed(own: OwnGenerator): void {
  const { name, kind, value, params = {} } = own;
  const refused = (state: string) =>
    new TypeError(`Cannot add the generator "${name}": ${state}`);
  if (!/^\w+(\.\w+)*$/.test(name)) {
    throw refused("its name is not of letters, digits, _ and dots");
  }
  if (!KINDS.includes(kind)) {
    throw refused(`its kind is ${kind}, and may be ${KINDS.join(", ")}`);
  }
  if (typeof value !== "function") throw refused("it has no function value");
  for (const [parameter, { kind }] of Object.entries(params)) {
    if (PLAIN.includes(kind)) continue;
    throw refused(
      `its parameter "${parameter}" is of the kind ${kind}, and may be ${
        PLAIN.join(", ")
      }`,
    );
  }
}

/** A column with what must be said. */
function exampleOf({ name, params = {} }: OwnGenerator): string {
  const needed = Object.entries(params).filter(([, { required }]) => required);
  const said = needed.map(([key]) => `, ${key} = …`).join("");
  return `{ gen = "${name}"${said} }`;
}

function sizeOf({ name }: OwnGenerator, size: number): number {
  if (Number.isInteger(size) && size >= 0 && size <= 2 ** 53) return size;
  throw new TypeError(
    `Cannot use the generator "${name}": its domain has the size ${size}, which is no whole number up to 2^53`,
  );
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

/** @param made Gives the value of the i-th of these rows, which the place stands at then. */
function fill(
  own: OwnGenerator,
  type: ValueType,
  place: Place,
  rows: Rows,
  out: Vector,
  made: (i: number) => OwnValue,
): void {
  const write = type.kind === "text" ? writerOfTexts(out) : undefined;
  for (let i = 0; i < rows.count; i++) {
    place.row = rows.numbers[i];
    let value: OwnValue;
    try {
      value = made(i);
    } catch (thrown) {
      throw failure(own, place, thrown);
    }
    const isNull = value === null && own.nullable === true;
    if (isNull) out.nulls[i] = 1;
    if (write !== undefined) {
      if (typeof value !== "string" && !isNull) {
        throw refusal(own, place, value);
      }
      write(i, isNull ? "" : value as string);
    } else if (!isNull) {
      const number = numberOf(value, type);
      if (number === undefined) throw refusal(own, place, value);
      out.numbers[i] = number;
    }
  }
}

function writerOfTexts(out: Vector): (i: number, text: string) => void {
  let at = 0;
  return (i, text) => {
    out.starts[i] = at;
    const bytes = out.reserve(at + 3 * text.length, at);
    at += encoder.encodeInto(text, bytes.subarray(at)).written;
    out.ends[i] = at;
  };
}

/** A value in the units of the type's vector; undefined where it is none. */
function numberOf(
  value: OwnValue,
  { kind, scale }: ValueType,
): number | undefined {
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
      return typeof value === "string" ? milliseconds(value) : undefined;
    default:
      return undefined;
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

function failure(
  { name }: OwnGenerator,
  place: Place,
  thrown: unknown,
): ThrustError {
  return placed(
    place,
    (at) => `Cannot make ${at}: the generator "${name}" has thrown ${thrown}`,
    thrown,
  );
}

function refusal(
  { name, kind }: OwnGenerator,
  place: Place,
  value: unknown,
): ThrustError {
  const said = value instanceof Date
    ? "an invalid date"
    : JSON.stringify(value);
  return placed(
    place,
    (at) =>
      `Cannot use what the generator "${name}" gives for ${at}: ${said} is no ${kind}`,
  );
}

function placed(
  { table, column, row }: Place,
  message: (at: string) => string,
  cause?: unknown,
): ThrustError {
  return new ThrustError(
    "SOURCE_FAILED",
    message(`row ${row} of column "${column}" of table "${table}"`),
    { table, field: column, row },
    cause === undefined ? undefined : { cause },
  );
}
