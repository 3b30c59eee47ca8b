// Distributions over a range of values: checked when a Genfile is read, prepared once for each column and worker.
import type { DistributionSpec } from "../parameters.ts";
import { POWERS_OF_TEN } from "./digits.ts";
import { DISTRIBUTIONS } from "./distributions/catalogue.ts";
import { ExponentialQuantiles } from "./distributions/exponential.ts";
import { inUnits, measure, type Units } from "./distributions/measures.ts";
import { NormalQuantiles } from "./distributions/normal.ts";
import { quantileSampler, type Sampler } from "./distributions/sampler.ts";
import { uniformContinuous, uniformGrid } from "./distributions/uniform.ts";
import { zipf } from "./distributions/zipf.ts";

export { DISTRIBUTIONS } from "./distributions/catalogue.ts";
export type {
  DistributionEntry,
  DistributionParameter,
  Measure,
} from "./distributions/catalogue.ts";
export type { Units } from "./distributions/measures.ts";
export type { Limit, Sampler } from "./distributions/sampler.ts";

/** Less of a distribution in its range is an error: what is drawn would not be what was asked for. */
const LEAST_MASS = 1e-6;

/**
 * A distribution over values of a kind, ready to draw. What can be computed once for a range is computed once.
 *
 * @param spec A distribution without complaints from `checkDistribution`; undefined: uniform.
 * @param units The column's type, or `{ kind: "int", scale: 0 }` for ranks.
 */
export function prepareSampler(
  spec: DistributionSpec | undefined,
  units: Units,
): Sampler {
  const whole = units.kind !== "float";
  if (spec === undefined) return whole ? uniformGrid() : uniformContinuous();
  const given = measure(spec, units);
  switch (spec.type) {
    case "uniform":
      return whole ? uniformGrid() : uniformContinuous();
    case "normal":
      return quantileSampler(
        new NormalQuantiles(given.mean, given.stddev, whole),
      );
    case "exponential":
      return quantileSampler(
        new ExponentialQuantiles(exponentialMean(given, units), whole),
      );
    case "zipf":
      return zipf(given.exponent ?? 1, whole);
  }
  throw new RangeError(
    `Cannot prepare the distribution "${spec.type}": there is none of that name`,
  );
}

/**
 * What is wrong with a distribution, as messages; none where it can be drawn from.
 *
 * @param low Lower end of the range in the units of the vector, as `Sampler.sample` takes it; undefined where it
 * follows the row, and what the range cuts cannot be told.
 * @param high Upper end.
 */
export function checkDistribution(
  spec: DistributionSpec,
  units: Units,
  low?: number,
  high?: number,
): string[] {
  if (!Object.hasOwn(DISTRIBUTIONS, spec.type)) {
    return [`unknown distribution "${spec.type}"`];
  }
  const messages: string[] = [];
  const { parameters } = DISTRIBUTIONS[spec.type];
  for (const [name, literal] of Object.entries(spec.parameters)) {
    if (!Object.hasOwn(parameters, name)) {
      messages.push(`"${spec.type}" has no parameter "${name}"`);
      continue;
    }
    const { measure, positive } = parameters[name];
    const value = inUnits(literal, measure, units);
    if (value === undefined) {
      messages.push(`"${name}" is not ${expected(measure, units)}`);
    } else if (positive && !(value > 0 && value < Infinity)) {
      messages.push(`"${name}" is not above 0`);
    } else if (!(value > -Infinity && value < Infinity)) {
      messages.push(`"${name}" is not finite`);
    }
  }
  if (spec.type === "exponential") checkExponential(spec, units, messages);
  if (messages.length > 0) return messages;
  if (low !== undefined && high !== undefined && low <= high) {
    checkMass(spec, units, low, high, messages);
  }
  return messages;
}

function checkExponential(
  spec: DistributionSpec,
  units: Units,
  messages: string[],
): void {
  const { mean, rate } = spec.parameters;
  if (mean === undefined && rate === undefined) {
    messages.push(`"exponential" needs "mean" or "rate"`);
  } else if (mean !== undefined && rate !== undefined) {
    messages.push(`"mean" and "rate" of "exponential" say the same thing`);
  }
  if (rate !== undefined && isTime(units)) {
    messages.push(`"rate" is for numbers: give "mean", an interval`);
  }
}

function checkMass(
  spec: DistributionSpec,
  units: Units,
  low: number,
  high: number,
  messages: string[],
): void {
  const whole = units.kind !== "float";
  const given = measure(spec, units);
  let quantiles: NormalQuantiles | ExponentialQuantiles;
  if (spec.type === "normal") {
    quantiles = new NormalQuantiles(given.mean, given.stddev, whole);
  } else if (spec.type === "exponential") {
    quantiles = new ExponentialQuantiles(exponentialMean(given, units), whole);
  } else {
    return;
  }
  quantiles.range(low, high);
  if (low < high && quantiles.within < LEAST_MASS) {
    messages.push(
      `less than a millionth of this "${spec.type}" lies between the ends of the range`,
    );
  }
}

/** A rate is in the value's own units, not in those of the vector. */
function exponentialMean(
  given: Readonly<Record<string, number | undefined>>,
  units: Units,
): number {
  return given.mean ?? POWERS_OF_TEN[units.scale] / given.rate!;
}

function isTime(units: Units): boolean {
  return units.kind === "date" || units.kind === "time" ||
    units.kind === "timestamp" || units.kind === "interval";
}

function expected(
  measure: "position" | "length" | "number",
  units: Units,
): string {
  if (measure === "position" && isTime(units)) {
    if (units.kind === "interval") return "an interval";
    return units.kind === "time" ? "a time" : "a date";
  }
  return measure === "length" && isTime(units) ? "an interval" : "a number";
}
