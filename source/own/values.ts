// Values that a function of one's own gives, as vectors; what cannot be kept is refused with its place.
import { ThrustError } from "../../core/errors.ts";
import type { RandomStream, Rows, Site, Vector } from "../../core/generator.ts";
import type { ValueType } from "../../core/value_type.ts";
import { parseDate, parseTimestamp } from "../../core/values/calendar.ts";
import { toScaled } from "../../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";
import type { Address, OwnGenerator, OwnValue } from "./contract.ts";

export const TIMESTAMP_SCALE = 3;
const DAY = 86_400_000;
const encoder = new TextEncoder();

export class Place implements Address {
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
export function fill(
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
