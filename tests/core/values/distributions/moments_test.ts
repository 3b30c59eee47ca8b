// Means and deviations of ten million draws, all from the same fractions: what a small bias would show in.
import { assert } from "@std/assert";
import type { DistributionSpec } from "../../../../core/parameters.ts";
import {
  prepareSampler,
  type Units,
} from "../../../../core/values/distributions.ts";
import { Rows } from "../../../../core/values/rows.ts";
import { RandomContext } from "../../../../source/context/random.ts";
import { FLOAT, histogram, INT, spec } from "./_theory.ts";

const COUNT = 10_000_000;
const CHUNK = 10_000;
const stream = new RandomContext("moments").stream("t", "c", "value");

const fractions = new Float64Array(COUNT);
const rows = new Rows(CHUNK);
for (let row = 0; row < COUNT; row += CHUNK) {
  stream.fractions(
    rows.range(row, CHUNK),
    0,
    fractions.subarray(row, row + CHUNK),
  );
}

/** The law, where it is practically not cut, and its mean, variance and kurtosis (3 is that of normal). */
const CASES: [
  DistributionSpec,
  Units,
  number,
  number,
  number,
  number,
  number,
][] = [
  [spec("uniform"), FLOAT, 0, 12, 6, 12, 1.8],
  [spec("normal", { mean: 5, stddev: 3 }), FLOAT, -50, 60, 5, 9, 3],
  [
    spec("normal", { mean: 0.3, stddev: 40 }),
    INT,
    -900,
    900,
    0.3,
    1600 + 1 / 12,
    3,
  ],
  [
    spec("lognormal", { mean: 1, stddev: 0.25 }),
    FLOAT,
    0,
    1e9,
    Math.exp(1 + 0.03125),
    Math.expm1(0.0625) * Math.exp(2.0625),
    4.1,
  ],
  [spec("exponential", { mean: 7 }), FLOAT, 1, 1e6, 8, 49, 9],
  [spec("pareto", { shape: 12 }), FLOAT, 1, 1e30, 12 / 11, 12 / (121 * 10), 14],
  [spec("poisson", { mean: 3.7 }), INT, 0, 1000, 3.7, 3.7, 3 + 1 / 3.7],
  [spec("poisson", { mean: 123_456 }), INT, 0, 1e9, 123_456, 123_456, 3],
  [spec("binomial", { trials: 20, p: 0.35 }), INT, 0, 20, 7, 4.55, 3],
  [
    spec("binomial", { trials: 1e9, p: 0.001 }),
    INT,
    0,
    1e9,
    1e6,
    999_000,
    3,
  ],
  [spec("geometric", { p: 0.2 }), INT, 0, 1e9, 4, 20, 9.05],
  [
    spec("triangular", { mode: 3 }),
    FLOAT,
    0,
    12,
    5,
    (9 + 144 - 36) / 18,
    2.4,
  ],
  [spec("beta", { alpha: 2, beta: 6 }), FLOAT, 0, 1, 0.25, 12 / (64 * 9), 3],
  [spec("beta", { alpha: 0.5, beta: 0.5 }), FLOAT, 0, 1, 0.5, 0.125, 1.5],
  [histogram([[0, 6, 1], [6, 12, 1]]), FLOAT, 0, 12, 6, 12, 1.8],
];

for (const [dist, units, low, high, mean, variance, kurtosis] of CASES) {
  const given = Object.entries(dist.parameters).map(([name, { value }]) =>
    ` ${name} ${value}`
  );
  Deno.test(`${dist.type}${given} on ${units.kind}: ten million draws have its mean and variance`, () => {
    const sampler = prepareSampler(dist, units);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < COUNT; i++) {
      const off = sampler.quantile(fractions[i], low, high) - mean;
      sum += off;
      squares += off * off;
    }
    // Five standard errors: once in two million right samples.
    const bias = sum / COUNT;
    assert(
      Math.abs(bias) < 5 * Math.sqrt(variance / COUNT),
      `the mean is off by ${bias}`,
    );
    const found = squares / COUNT - bias * bias;
    assert(
      Math.abs(found - variance) <
        5 * variance * Math.sqrt((kurtosis - 1) / COUNT),
      `the variance is ${found}, not ${variance}`,
    );
  });
}
