// The distributions as textbooks have them, by other ways than thrust's own: sums and integrals with the engine's
// mathematics.
import type { DistributionSpec, Literal } from "../../../../core/parameters.ts";
import {
  type Following,
  type Limit,
  prepareSampler,
  type Units,
} from "../../../../core/values/distributions.ts";
import { Rows } from "../../../../core/values/rows.ts";
import { RandomContext } from "../../../../source/context/random.ts";

export const INT: Units = { kind: "int", scale: 0 };
export const FLOAT: Units = { kind: "float", scale: 0 };
export const DATE: Units = { kind: "date", scale: 0 };
export const SECONDS: Units = { kind: "timestamp", scale: 0 };
export const CENTS: Units = { kind: "decimal", scale: 2 };

const context = new RandomContext("theory");

export function number(value: number): Literal {
  return { kind: "float", value, text: String(value) };
}

export function spec(
  type: string,
  parameters: Record<string, number | Literal> = {},
): DistributionSpec {
  return {
    type,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        typeof value === "number" ? number(value) : value,
      ]),
    ),
  };
}

export function histogram(bins: [number, number, number][]): DistributionSpec {
  return {
    type: "histogram",
    parameters: {},
    bins: bins.map(([from, to, weight]) => ({
      from: number(from),
      to: number(to),
      weight,
    })),
  };
}

/** Values of rows 0 and on. */
export function sample(
  dist: DistributionSpec,
  units: Units,
  low: Limit,
  high: Limit,
  count = 1_000_000,
  following?: Following,
): Float64Array {
  const out = new Float64Array(count);
  const rows = new Rows(count).range(0, count);
  prepareSampler(dist, units).sample(
    context.stream("t", "c", dist.type),
    rows,
    0,
    low,
    high,
    out,
    following,
  );
  return out;
}

/** How many of the values are each of the whole numbers from `low` to `high`; those beyond count to the ends. */
export function counted(
  values: Float64Array,
  low: number,
  high: number,
): number[] {
  const counts = new Array(high - low + 1).fill(0);
  for (const value of values) {
    counts[Math.min(high, Math.max(low, Math.floor(value))) - low]++;
  }
  return counts;
}

export function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** ln Γ, by Stirling's series behind 20. */
function logGamma(x: number): number {
  let less = 0;
  for (; x < 20; x++) less += Math.log(x);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 +
    1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - less;
}

export function poisson(mean: number): (k: number) => number {
  return (k) => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
}

export function binomial(trials: number, p: number): (k: number) => number {
  return (k) =>
    k > trials ? 0 : Math.exp(
      logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1) +
        k * Math.log(p) + (trials - k) * Math.log1p(-p),
    );
}

/** The standard normal distribution function, by Simpson's rule. */
export function phi(z: number): number {
  if (z < -9) return 0;
  const steps = 400;
  const width = (z + 9) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const at = -9 + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-at * at / 2);
  }
  return sum * width / 3 / Math.sqrt(2 * Math.PI);
}

/** A table of a beta distribution's function, integrated over ln(x / (1 - x)) by the trapezium rule. */
export function betaCdf(alpha: number, beta: number): (x: number) => number {
  const steps = 400_000;
  const from = -50 / alpha - 20;
  const to = 50 / beta + 20;
  const width = (to - from) / steps;
  const sums = new Float64Array(steps + 1);
  const peak = Math.log(alpha / beta);
  const logDensity = (t: number) =>
    alpha * t -
    (alpha + beta) * (t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(
        Math.exp(t),
      ));
  const top = logDensity(peak);
  let last = 0;
  for (let i = 1; i <= steps; i++) {
    const density = Math.exp(logDensity(from + i * width) - top);
    sums[i] = sums[i - 1] + (last + density) / 2;
    last = density;
  }
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const place = (Math.log(x) - Math.log1p(-x) - from) / width;
    const i = Math.min(steps - 1, Math.max(0, Math.floor(place)));
    return (sums[i] + (place - i) * (sums[i + 1] - sums[i])) / sums[steps];
  };
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) /
      values.length,
  );
}
