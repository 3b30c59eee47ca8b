// The law that a column's values follow, as cells with probabilities: what chi-square compares counts with.
import type { DistributionSpec, Literal } from "../core/parameters.ts";
import type { ColumnPlan, Plan, TablePlan } from "../core/plan.ts";
import type { ValueType } from "../core/value_type.ts";
import { prepareSampler } from "../core/values/distributions.ts";
import { Cells, cellStorage } from "./cells.ts";
import { constantOf } from "./promises.ts";
import { setFromText } from "./text_values.ts";

/** The law of a column. */
export interface Law {
  /** As messages say it: `uniform`, `zipf`, `80 : 15 : 5`. */
  name: string;
  probabilities: Float64Array;
  /** Which of the law's cells a value is in; -1 where it is in none. */
  cellOf(cells: Cells, i: number): number;
}

/** A law that cannot be compared with values, and why. */
export interface Lawless {
  name: string;
  why: string;
}

/** Parameters with which values are not drawn one by one from one law. */
const UNLIKE: readonly string[] = [
  ...["order", "step", "distinct", "within", "except", "at"],
];

/** Cells of a law over a range. */
const BINS = 64;

export function lawOf(
  plan: Plan,
  table: TablePlan,
  column: ColumnPlan,
): { law?: Law; lawless?: Lawless } {
  const { generator, params, type } = column;
  if (UNLIKE.some((name) => params[name] !== undefined)) return {};
  const { dist } = params as { dist?: DistributionSpec };
  if (Object.keys(dist?.following ?? {}).length > 0) {
    const why = "its parameters follow the row";
    return { lawless: { name: dist!.type, why } };
  }
  switch (generator) {
    case "bool": {
      const p = constantOf(plan, { ...type, kind: "float" }, params.p);
      return p === undefined ? {} : { law: ofTruth(p) };
    }
    case "values":
      return ofValues(column);
    case "int":
    case "float":
    case "decimal":
    case "date":
    case "time":
    case "timestamp":
      return ofRange(plan, column);
  }
  const law = generator === "ref" ? ofPicks(plan, table, column) : undefined;
  if (law !== undefined) return { law };
  return dist === undefined || table.rows === 0 ? {} : {
    lawless: { name: dist.type, why: "values do not tell rows or entries" },
  };
}

function ofTruth(p: number): Law {
  return {
    name: `true with ${p}`,
    probabilities: Float64Array.of(1 - p, p),
    cellOf: (cells, i) => cells.numbers[i],
  };
}

/** A list of values: equally likely, by weights, or by a distribution over their ranks. */
function ofValues({ params, type }: ColumnPlan): { law?: Law } {
  const values = params.values as Literal[];
  const weights = params.weights as number[] | undefined;
  const dist = params.dist as DistributionSpec | undefined;
  const shares = dist === undefined || dist.type === "uniform"
    ? Float64Array.from(weights ?? values.map(() => 1))
    : rankShares(dist, values.length);
  const total = shares.reduce((sum, one) => sum + one, 0);
  const scratch = new Cells(cellStorage(type));
  const places = new Map<number, number>();
  const probabilities: number[] = [];
  scratch.begin();
  values.forEach((value, k) => {
    setFromText(scratch, 0, textOf(value), type);
    scratch.begin();
    const mark = markOf(scratch, 0);
    const place = places.get(mark) ?? probabilities.push(0) - 1;
    places.set(mark, place);
    probabilities[place] += shares[k] / total;
  });
  return {
    law: {
      name: dist?.type ?? (weights === undefined ? "uniform" : "weights"),
      probabilities: Float64Array.from(probabilities),
      cellOf: (cells, i) => places.get(markOf(cells, i)) ?? -1,
    },
  };
}

function textOf(literal: Literal): string {
  return "text" in literal
    ? literal.text.replaceAll("_", "")
    : String(literal.value);
}

/** A number that stands for a value: the value itself, or a hash of its text. */
function markOf(cells: Cells, i: number): number {
  if (cells.storage === "numbers") return cells.numbers[i];
  const { bytes } = cells;
  let low = 0x811c9dc5 | 0;
  let high = 0x1b873593;
  for (let at = cells.starts[i]; at < cells.ends[i]; at++) {
    low = Math.imul(low ^ bytes[at], 0x01000193);
    high = Math.imul(high + bytes[at], 0x5bd1e995) ^ low >>> 13;
  }
  return (high >>> 11) * 4294967296 + (low >>> 0);
}

function rankShares(
  dist: DistributionSpec,
  size: number,
): Float64Array {
  const cdf = cdfOf(dist, { kind: "int", scale: 0, nullable: false });
  const shares = new Float64Array(size);
  let before = 0;
  for (let k = 0; k < size; k++) {
    const until = cdf(k, 0, size - 1);
    shares[k] = Math.max(0, until - before);
    before = until;
  }
  return shares;
}

/** P(value ≤ x) between two ends. */
type Cdf = (x: number, low: number, high: number) => number;

function cdfOf(dist: DistributionSpec, type: ValueType): Cdf {
  const sampler = prepareSampler(dist, type);
  return (x, low, high) => sampler.cdf(x, low, high);
}

/** Numbers and times between two ends that are the same for every row. */
function ofRange(
  plan: Plan,
  { params, type, generator }: ColumnPlan,
): { law?: Law } {
  const low = constantOf(plan, type, params.min ?? params.from);
  let high = constantOf(plan, type, params.max ?? params.to);
  if (low === undefined || high === undefined || !(low < high)) return {};
  if (!Number.isFinite(low) || !Number.isFinite(high)) return {};
  const whole = type.kind !== "float";
  const first = whole ? Math.ceil(low) : low;
  if (generator === "timestamp") high = Math.ceil(high) - 1;
  const last = whole ? Math.floor(high) : high;
  const dist = params.dist as DistributionSpec | undefined;
  return { law: ofNumbers(dist, type, whole, first, last, (value) => value) };
}

/** Numbers from one to another; `rank` gives the one that a value stands for. */
function ofNumbers(
  dist: DistributionSpec | undefined,
  type: ValueType,
  whole: boolean,
  first: number,
  last: number,
  rank: (value: number) => number,
): Law {
  const isUniform = dist === undefined || dist.type === "uniform";
  const cdf = isUniform ? uniformCdf(whole) : cdfOf(dist, type);
  const edges = edgesOf(whole, first, last, isUniform ? undefined : cdf);
  const probabilities = new Float64Array(edges.length);
  let before = 0;
  edges.forEach((edge, k) => {
    const until = k === edges.length - 1 ? 1 : cdf(edge, first, last);
    probabilities[k] = Math.max(0, until - before);
    before = Math.max(before, until);
  });
  return {
    name: dist?.type ?? "uniform",
    probabilities,
    cellOf(cells, i) {
      const value = rank(cells.numbers[i]);
      if (!(value >= first && value <= last)) return -1;
      let from = 0;
      let to = edges.length - 1;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (value <= edges[middle]) to = middle;
        else from = middle + 1;
      }
      return from;
    },
  };
}

/** Rows that references pick, where the values that they show are those of a sequence and so tell their row. */
function ofPicks(
  plan: Plan,
  table: TablePlan,
  { params }: ColumnPlan,
): Law | undefined {
  const { ref, of, dist } = params as {
    ref: { table: string; column: string };
    of?: string;
    dist?: DistributionSpec;
  };
  const target = plan.tables.find(({ name }) => name === ref.table)!;
  const shown = target.columns.find(({ name }) => name === ref.column)!;
  const isPick = of === undefined && target !== table &&
    (dist !== undefined || table.per === undefined);
  if (!isPick || shown.generator !== "sequence" || target.rows < 2) {
    return undefined;
  }
  if (shown.null > 0 || shown.when !== undefined) return undefined;
  const { start, step } = shown.params as { start: number; step: number };
  return ofNumbers(
    dist,
    { kind: "int", scale: 0, nullable: false },
    true,
    0,
    target.rows - 1,
    (value) => (value - start) / step,
  );
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
