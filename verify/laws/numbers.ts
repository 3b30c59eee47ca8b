// Laws of numbers and times between two ends: cells of about the same probability.
import type { DistributionSpec, Literal } from "../../core/parameters.ts";
import type { TablePlan } from "../../core/plan.ts";
import type { ValueType } from "../../core/value_type.ts";
import { prepareSampler } from "../../core/values/distributions.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";
import { constantOf, type Drawn, type Law, type Lawless } from "./law.ts";

/** Cells of a law over a range. */
const BINS = 64;
/** Where values rise, the steps between neighbours that leave their law as it is. */
const APART = 100;

/** Ranks from 0, all of them whole. */
export const RANK: ValueType = { kind: "int", scale: 0, nullable: false };

/** A law of numbers. */
interface NumberLaw extends Law {
  /** The greatest share of values on one step, on average over a cell. */
  densest: number;
  placeOf(rank: number): number;
}

/** P(value ≤ x) between two ends. */
type Cdf = (x: number, low: number, high: number) => number;

function cdfOf(dist: DistributionSpec, type: ValueType): Cdf {
  const sampler = prepareSampler(dist, type);
  return (x, low, high) => sampler.cdf(x, low, high);
}

/** How likely each rank below `size` is, asked for in rising order. */
export function rankLaw(
  dist: DistributionSpec,
  size: number,
): (rank: number) => number {
  const cdf = cdfOf(dist, RANK);
  let before = 0;
  return (rank) => {
    const until = cdf(rank, 0, size - 1);
    const share = Math.max(0, until - before);
    before = until;
    return share;
  };
}

/** Numbers and times between two ends that are the same for every row. */
export function ofRange(
  { plan, table, column: { params, type, generator } }: Drawn,
): Law | Lawless | undefined {
  const { dist, order, step } = params as {
    dist?: DistributionSpec;
    order?: string;
    step?: Literal;
  };
  // Each value is one step from the last.
  if (order !== undefined && step !== undefined) return undefined;
  const low = constantOf(plan, type, params.min ?? params.from);
  let high = constantOf(plan, type, params.max ?? params.to);
  if (low === undefined || high === undefined) {
    return { why: "its range follows the row" };
  }
  if (!(low < high)) return undefined;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const whole = type.kind !== "float";
  const first = whole ? Math.ceil(low) : low;
  if (generator === "timestamp") high = Math.ceil(high) - 1;
  const last = whole ? Math.floor(high) : high;
  if (step !== undefined) return ofSteps(dist, step, type, first, last);
  const law = ofNumbers(dist, type, whole, first, last, (value) => value);
  const isCrowded = order !== undefined && whole &&
    law.densest * mostInOrder(table) * APART > 1;
  return isCrowded ? { why: "values rise step by step" } : law;
}

/** How many values stand in order together. */
function mostInOrder({ per, rows }: TablePlan): number {
  return per !== undefined && "max" in per ? per.max : rows;
}

/** Values on a grid, equally likely. */
function ofSteps(
  dist: DistributionSpec | undefined,
  step: Literal,
  type: ValueType,
  first: number,
  last: number,
): Law | Lawless {
  if (dist !== undefined && dist.type !== "uniform") {
    return { why: "its values lie on steps" };
  }
  const apart = stepOf(step, type);
  const isFloat = type.kind === "float";
  const steps = isFloat
    ? stepsBelow(first, last, apart) - 1
    : Math.floor((last - first) / apart + 1e-6);
  if (steps < 1) return { why: "there is one step" };
  return ofNumbers(
    undefined,
    RANK,
    true,
    0,
    steps,
    (value) => Math.round((value - first) / apart),
  );
}

/** The upper end of floats is not among them. */
function stepsBelow(low: number, high: number, step: number): number {
  const steps = Math.ceil((high - low) / step);
  return low + step * (steps - 1) < high ? steps : steps - 1;
}

/** A step in the units of a vector. */
function stepOf(step: Literal, { kind, scale }: ValueType): number {
  const value = Number(step.value);
  if (step.kind !== "interval") {
    return kind === "decimal" ? value * POWERS_OF_TEN[scale] : value;
  }
  const seconds = value / POWERS_OF_TEN[step.scale];
  return kind === "date" ? seconds / 86400 : seconds * POWERS_OF_TEN[scale];
}

/** Numbers from one to another; `rank` gives the one that a value stands for. */
export function ofNumbers(
  dist: DistributionSpec | undefined,
  type: ValueType,
  whole: boolean,
  first: number,
  last: number,
  rank: (value: number) => number,
): NumberLaw {
  const isUniform = dist === undefined || dist.type === "uniform";
  const cdf = isUniform ? uniformCdf(whole) : cdfOf(dist, type);
  const edges = edgesOf(whole, first, last, isUniform ? undefined : cdf);
  const probabilities = new Float64Array(edges.length);
  let before = 0;
  let densest = 0;
  const placeOf = (value: number) => {
    if (!(value >= first && value <= last)) return -1;
    let from = 0;
    let to = edges.length - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (value <= edges[middle]) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  edges.forEach((edge, k) => {
    const until = k === edges.length - 1 ? 1 : cdf(edge, first, last);
    const share = probabilities[k] = Math.max(0, until - before);
    const width = k === 0 ? edge - first + 1 : edge - edges[k - 1];
    densest = Math.max(densest, share / width);
    before = Math.max(before, until);
  });
  return {
    name: dist?.type ?? "uniform",
    probabilities,
    densest,
    placeOf,
    cellOf: (cells, i) => placeOf(rank(cells.numbers[i])),
  };
}

function uniformCdf(whole: boolean): Cdf {
  return (x, low, high) =>
    whole ? (x - low + 1) / (high - low + 1) : (x - low) / (high - low);
}

/** The last value of each cell: of about the same probability, found by halving where the law is not uniform. */
function edgesOf(
  whole: boolean,
  first: number,
  last: number,
  cdf: Cdf | undefined,
): Float64Array {
  const edges: number[] = [];
  for (let k = 1; k < BINS; k++) {
    const share = k / BINS;
    const edge = cdf === undefined
      ? first + (last - first) * share
      : halved(cdf, share, first, last);
    const placed = whole ? Math.floor(edge) : edge;
    if (
      placed < last && placed >= first && placed > (edges.at(-1) ?? -Infinity)
    ) {
      edges.push(placed);
    }
  }
  return Float64Array.from([...edges, last]);
}

function halved(cdf: Cdf, share: number, first: number, last: number): number {
  let low = first;
  let high = last;
  for (let step = 0; step < 60; step++) {
    const middle = low + (high - low) / 2;
    if (cdf(middle, first, last) < share) low = middle;
    else high = middle;
  }
  return high;
}
