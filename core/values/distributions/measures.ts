// A distribution's parameters in the units of the values it makes.
import type { DistributionSpec, Literal } from "../../parameters.ts";
import type { ValueType } from "../../value_type.ts";
import { POWERS_OF_TEN } from "../digits.ts";
import { DISTRIBUTIONS, type Measure } from "./catalogue.ts";
import type { HistogramBin } from "./histogram.ts";

/** What is drawn: a column's type, or `{ kind: "int", scale: 0 }` for ranks. */
export type Units = Pick<ValueType, "kind" | "scale">;

const SECONDS_OF_DAY = 86400;

/** The parameters by name, in the units of the vector; absent where not given. */
export function measure(
  spec: DistributionSpec,
  units: Units,
): Readonly<Record<string, number | undefined>> {
  const measured: Record<string, number | undefined> = {};
  const { parameters } = DISTRIBUTIONS[spec.type];
  for (const [name, literal] of Object.entries(spec.parameters)) {
    measured[name] = inUnits(literal, parameters[name].measure, units);
  }
  return measured;
}

/** Whether lengths are lengths of time. */
export function isTime(units: Units): boolean {
  return isPoint(units) || units.kind === "interval";
}

/** Whether values are points in time, of which there is no 0: what counts from 0 counts from the lower end. */
export function isPoint({ kind }: Units): boolean {
  return kind === "date" || kind === "time" || kind === "timestamp";
}

/** A histogram's bins in the units of the vector; NaN where a literal is of the wrong kind. */
export function binsIn(spec: DistributionSpec, units: Units): HistogramBin[] {
  return (spec.bins ?? []).map(({ from, to, weight }) => ({
    from: inUnits(from, "position", units) ?? NaN,
    to: inUnits(to, "position", units) ?? NaN,
    weight,
  }));
}

/** Undefined where the literal is of the wrong kind. */
export function inUnits(
  literal: Literal,
  measure: Measure,
  units: Units,
): number | undefined {
  if (measure === "number") return asNumber(literal);
  if (measure === "length") return asLength(literal, units);
  const position = asPosition(literal, units);
  return measure === "place" && isTime(units)
    ? position ?? asLength(literal, units)
    : position;
}

function asNumber(literal: Literal): number | undefined {
  return literal.kind === "int" || literal.kind === "float"
    ? literal.value
    : undefined;
}

/** On dates and times a length comes in seconds. */
function asLength(literal: Literal, units: Units): number | undefined {
  const value = asNumber(literal);
  if (value === undefined) return undefined;
  return units.kind === "date"
    ? value / SECONDS_OF_DAY
    : value * POWERS_OF_TEN[units.scale];
}

function asPosition(literal: Literal, units: Units): number | undefined {
  const unit = POWERS_OF_TEN[units.scale];
  switch (units.kind) {
    case "date":
      if (literal.kind === "date") return literal.value;
      return literal.kind === "timestamp"
        ? literal.value / (SECONDS_OF_DAY * POWERS_OF_TEN[literal.scale])
        : undefined;
    case "timestamp":
      if (literal.kind === "date") return literal.value * SECONDS_OF_DAY * unit;
      return literal.kind === "timestamp"
        ? literal.value / POWERS_OF_TEN[literal.scale] * unit
        : undefined;
    case "time":
      return literal.kind === "time"
        ? literal.value / POWERS_OF_TEN[literal.scale] * unit
        : undefined;
    case "interval":
      return literal.kind === "interval"
        ? literal.value / POWERS_OF_TEN[literal.scale] * unit
        : undefined;
    default: {
      const value = asNumber(literal);
      return value === undefined ? undefined : value * unit;
    }
  }
}
