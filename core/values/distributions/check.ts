// What is wrong with a distribution, as far as it shows without its place in the Genfile.
import type { DistributionSpec } from "../../parameters.ts";
import { type DistributionParameter, DISTRIBUTIONS } from "./catalogue.ts";
import { quantilesOf } from "./laws.ts";
import { binsIn, inUnits, isPoint, isTime, type Units } from "./measures.ts";

/** Less of a distribution in its range is an error: what is drawn would not be what was asked for. */
const LEAST_MASS = 1e-6;

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
    const value = inUnits(literal, parameters[name].measure, units);
    if (value === undefined) {
      const expected = expectedText(parameters[name], units);
      messages.push(`"${name}" is not ${expected}`);
    } else {
      const limits = limitsBroken(parameters[name], value);
      if (limits !== undefined) messages.push(`"${name}" is not ${limits}`);
    }
  }
  for (const [name, { required }] of Object.entries(parameters)) {
    const given = name === "bins"
      ? spec.bins
      : spec.parameters[name] ?? spec.following?.[name];
    if (required && given === undefined) {
      messages.push(`"${spec.type}" needs "${name}"`);
    }
  }
  if (spec.type === "exponential") checkExponential(spec, units, messages);
  if (spec.bins !== undefined) checkBins(spec, units, messages);
  if (messages.length > 0) return messages;
  // What the range cuts cannot be told.
  if (spec.following !== undefined) return messages;
  if (low !== undefined && high !== undefined && low <= high) {
    checkRange(spec, units, low, high, messages);
  }
  return messages;
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
  messages: string[],
): void {
  const { rate } = spec.parameters;
  const mean = spec.parameters.mean ?? spec.following?.mean;
  if (mean === undefined && rate === undefined) {
    messages.push(`"exponential" needs "mean" or "rate"`);
  } else if (mean !== undefined && rate !== undefined) {
    messages.push(`"mean" and "rate" of "exponential" say the same thing`);
  }
  if (rate !== undefined && isTime(units)) {
    messages.push(`"rate" is for numbers: give "mean", an interval`);
  }
}

function checkBins(
  spec: DistributionSpec,
  units: Units,
  messages: string[],
): void {
  const bins = binsIn(spec, units);
  const position = expectedText({ measure: "position", summary: "" }, units);
  bins.forEach(({ from, to }, i) => {
    const name = `bins[${i}]`;
    if (from !== from || to !== to) {
      messages.push(`an end of ${name} is not ${position}`);
    } else if (!(from < to)) {
      messages.push(`${name} ends before it begins`);
    } else if (units.kind !== "float" && Math.ceil(from) >= Math.ceil(to)) {
      messages.push(`no value lies in ${name}`);
    }
  });
  const order = bins.map((bin, i) => ({ ...bin, i }))
    .sort((a, b) => a.from - b.from);
  for (let i = 1; i < order.length; i++) {
    if (order[i].from < order[i - 1].to) {
      const [one, other] = [order[i - 1].i, order[i].i].sort((a, b) => a - b);
      messages.push(`bins[${one}] and bins[${other}] overlap`);
    }
  }
}

function checkRange(
  spec: DistributionSpec,
  units: Units,
  low: number,
  high: number,
  messages: string[],
): void {
  if (spec.type !== "uniform" && !(high - low < Infinity)) {
    messages.push("the ends of the range are too far apart for a distribution");
    return;
  }
  const { mode } = spec.parameters;
  if (spec.type === "triangular" && mode !== undefined) {
    const isLength = isPoint(units) &&
      (mode.kind === "float" || mode.kind === "int");
    const value = inUnits(mode, "place", units)! + (isLength ? low : 0);
    if (!(value >= low && value <= high)) {
      messages.push(`"mode" is not between the ends of the range`);
    }
  }
  const quantiles = quantilesOf(spec, units);
  if (quantiles === undefined) return;
  quantiles.range(low, high);
  const value = quantiles.at(0.5);
  if (value !== value) {
    messages.push(
      `"${spec.type}" gives whole numbers, and the range has none`,
    );
  } else if (low < high && quantiles.within < LEAST_MASS) {
    messages.push(
      `less than a millionth of this "${spec.type}" lies between the ends of the range`,
    );
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
