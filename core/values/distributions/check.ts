// What is wrong with a distribution, as far as it shows without its place in the Genfile.
import type { DistributionSpec } from "../../parameters.ts";
import { type DistributionParameter, DISTRIBUTIONS } from "./catalogue.ts";
import { quantilesOf } from "./laws.ts";
import { binsIn, inUnits, isPoint, isTime, type Units } from "./measures.ts";

/** Less of a distribution in its range is an error: what is drawn would not be what was asked for. */
const LEAST_MASS = 1e-6;

/** What is wrong with a distribution, and what to do. */
export interface Complaint {
  message: string;
  hint: string;
}

/**
 * What is wrong with a distribution; nothing where it can be drawn from.
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
): Complaint[] {
  if (!Object.hasOwn(DISTRIBUTIONS, spec.type)) {
    return [{
      message: `unknown distribution "${spec.type}"`,
      hint: `there are ${Object.keys(DISTRIBUTIONS).join(", ")}`,
    }];
  }
  const found: Complaint[] = [];
  const { parameters } = DISTRIBUTIONS[spec.type];
  for (const [name, literal] of Object.entries(spec.parameters)) {
    if (!Object.hasOwn(parameters, name)) {
      found.push({
        message: `"${spec.type}" has no parameter "${name}"`,
        hint: "leave it out",
      });
      continue;
    }
    const value = inUnits(literal, parameters[name].measure, units);
    const wanted = value === undefined
      ? expectedText(parameters[name], units)
      : limitsBroken(parameters[name], value);
    if (wanted !== undefined) {
      found.push({
        message: `"${name}" is not ${wanted}`,
        hint: exampleOf(parameters[name], units),
      });
    }
  }
  for (const [name, { required }] of Object.entries(parameters)) {
    const given = name === "bins"
      ? spec.bins
      : spec.parameters[name] ?? spec.following?.[name];
    if (required && given === undefined) {
      found.push({
        message: `"${spec.type}" needs "${name}"`,
        hint: `write { type = "${spec.type}", ${name} = … }`,
      });
    }
  }
  if (spec.type === "exponential") checkExponential(spec, units, found);
  if (spec.bins !== undefined) checkBins(spec, units, found);
  if (found.length > 0) return found;
  // What the range cuts cannot be told.
  if (spec.following !== undefined) return found;
  if (low !== undefined && high !== undefined && low <= high) {
    checkRange(spec, units, low, high, found);
  }
  return found;
}

/** What a parameter's value would have to be. */
export function limitsBroken(
  { limits }: DistributionParameter,
  value: number,
): string | undefined {
  if (limits === "positive" && !(value > 0 && value < Infinity)) {
    return "above 0";
  }
  if (!(value > -Infinity && value < Infinity)) return "finite";
  if (limits === "count" && !(value >= 0 && Math.floor(value) === value)) {
    return "a whole number from 0 on";
  }
  const isShare = value >= 0 && value <= 1;
  if (limits === "share" && !isShare) return "from 0 to 1";
  return limits === "positive share" && !(isShare && value > 0)
    ? "above 0 and at most 1"
    : undefined;
}

function checkExponential(
  spec: DistributionSpec,
  units: Units,
  found: Complaint[],
): void {
  const { rate } = spec.parameters;
  const mean = spec.parameters.mean ?? spec.following?.mean;
  if (mean === undefined && rate === undefined) {
    found.push({
      message: `"exponential" needs "mean" or "rate"`,
      hint: `write { type = "exponential", mean = … }`,
    });
  } else if (mean !== undefined && rate !== undefined) {
    found.push({
      message: `"mean" and "rate" of "exponential" say the same thing`,
      hint: "leave one of them out",
    });
  }
  if (rate !== undefined && isTime(units)) {
    found.push({
      message: `"rate" is for numbers: give "mean", an interval`,
      hint: `write mean = "30 days"`,
    });
  }
}

const POSITION: DistributionParameter = { measure: "position", summary: "" };

function checkBins(
  spec: DistributionSpec,
  units: Units,
  found: Complaint[],
): void {
  const bins = binsIn(spec, units);
  const position = expectedText(POSITION, units);
  bins.forEach(({ from, to }, i) => {
    const name = `bins[${i}]`;
    if (from !== from || to !== to) {
      found.push({
        message: `an end of ${name} is not ${position}`,
        hint: exampleOf(POSITION, units),
      });
    } else if (!(from < to)) {
      found.push({
        message: `${name} ends before it begins`,
        hint: "a bin is [from, to, weight], from ≤ x < to",
      });
    } else if (units.kind !== "float" && Math.ceil(from) >= Math.ceil(to)) {
      found.push({
        message: `no value lies in ${name}`,
        hint: "put its ends further apart",
      });
    }
  });
  const order = bins.map((bin, i) => ({ ...bin, i }))
    .sort((a, b) => a.from - b.from);
  for (let i = 1; i < order.length; i++) {
    if (order[i].from < order[i - 1].to) {
      const [one, other] = [order[i - 1].i, order[i].i].sort((a, b) => a - b);
      found.push({
        message: `bins[${one}] and bins[${other}] overlap`,
        hint: "a bin ends before its to: the next may begin there",
      });
    }
  }
}

function checkRange(
  spec: DistributionSpec,
  units: Units,
  low: number,
  high: number,
  found: Complaint[],
): void {
  if (spec.type !== "uniform" && !(high - low < Infinity)) {
    found.push({
      message: "the ends of the range are too far apart for a distribution",
      hint: "put them nearer together",
    });
    return;
  }
  const { mode } = spec.parameters;
  if (spec.type === "triangular" && mode !== undefined) {
    const isLength = isPoint(units) &&
      (mode.kind === "float" || mode.kind === "int");
    const value = inUnits(mode, "place", units)! + (isLength ? low : 0);
    if (!(value >= low && value <= high)) {
      found.push({
        message: `"mode" is not between the ends of the range`,
        hint: "move it, or an end",
      });
    }
  }
  const quantiles = quantilesOf(spec, units);
  if (quantiles === undefined) return;
  quantiles.range(low, high);
  const value = quantiles.at(0.5);
  if (value !== value) {
    found.push({
      message: `"${spec.type}" gives whole numbers, and the range has none`,
      hint: "put the ends of the range further apart",
    });
  } else if (low < high && quantiles.within < LEAST_MASS) {
    found.push({
      message:
        `less than a millionth of this "${spec.type}" lies between the ends of the range`,
      hint: "move the range to where its values are, or change its parameters",
    });
  }
}

function expectedText(
  { measure }: DistributionParameter,
  units: Units,
): string {
  if (!isTime(units)) return "a number";
  if (units.kind === "interval" && measure !== "number") return "an interval";
  const point = units.kind === "time" ? "a time" : "a date";
  switch (measure) {
    case "position":
      return point;
    case "place":
      return `${point} or an interval`;
    case "length":
      return "an interval";
    default:
      return "a number";
  }
}

/** How one would write it. */
function exampleOf(
  { measure }: DistributionParameter,
  units: Units,
): string {
  if (!isTime(units) || measure === "number") return "expected a number";
  if (measure === "length" || units.kind === "interval") {
    return `expected a length of time, such as "30 days"`;
  }
  return units.kind === "time"
    ? "expected a time, such as 08:30:00"
    : "expected a date, such as 2026-01-31";
}
