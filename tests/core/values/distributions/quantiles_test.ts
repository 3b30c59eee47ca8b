// Laws of all distributions on all kinds of values, extreme parameters among them: values lie in the range, quantiles
// never fall, and shares are the inverse of quantiles.
import { assert, assertEquals } from "@std/assert";
import type { DistributionSpec } from "../../../../core/parameters.ts";
import { parseDate } from "../../../../core/values/calendar.ts";
import {
  checkDistribution,
  prepareSampler,
  type Units,
} from "../../../../core/values/distributions.ts";
import {
  CENTS,
  DATE,
  FLOAT,
  histogram,
  INT,
  number,
  sample,
  SECONDS,
  spec,
} from "./_theory.ts";

const MOST = Number.MAX_SAFE_INTEGER;
const FROM = parseDate("2020-01-01")!;
const DAY = 86400;

/** What each is about, its range, and whether doubles are too coarse there for shares to come back. */
const CASES: [DistributionSpec, Units, number, number, "coarse"?][] = [
  [spec("uniform"), INT, -MOST, MOST],
  [spec("uniform"), FLOAT, -1e308, 1e308],
  [spec("normal"), INT, 0, 1],
  [spec("normal"), FLOAT, -1e300, 1e300],
  [spec("normal", { mean: 5, stddev: 1e-300 }), FLOAT, 0, 10, "coarse"],
  [spec("normal", { mean: 5, stddev: 1e-300 }), INT, 0, 10],
  [spec("normal", { mean: 5e14, stddev: 1 }), INT, 0, MOST],
  [spec("normal", { mean: 0, stddev: 1e5 }), INT, -5, 5],
  [spec("normal", { mean: 50, stddev: 9 }), CENTS, 0, 9999],
  [spec("lognormal", { mean: 0, stddev: 1 }), FLOAT, 0, 1e300],
  [spec("lognormal", { mean: 700, stddev: 1 }), FLOAT, 0, 1.7e308],
  [spec("lognormal", { mean: -700, stddev: 100 }), FLOAT, 0, 1, "coarse"],
  [spec("lognormal", { mean: 3, stddev: 1e-12 }), INT, 0, 100],
  [spec("lognormal", { mean: 3, stddev: 1 }), DATE, FROM, FROM + 900],
  [spec("exponential", { mean: 1e-300 }), FLOAT, 0, 1],
  [spec("exponential", { mean: 1e5 }), INT, 0, 9],
  [spec("exponential", { rate: 3 }), CENTS, -50, 9000],
  [spec("exponential", { mean: number(DAY) }), SECONDS, 0, 9 * DAY],
  [spec("pareto", { shape: 1e-6 }), INT, 1, MOST],
  [spec("pareto", { shape: 0.01 }), FLOAT, 1, 1e300],
  [spec("pareto", { shape: 1000 }), FLOAT, 5, 1e9],
  [spec("pareto", { shape: 1e6 }), INT, 1, 1e9],
  [spec("pareto", { shape: 1, scale: number(DAY) }), DATE, FROM, FROM + 99],
  [spec("zipf", { exponent: 0.001 }), INT, 0, 1e6],
  [spec("zipf", { exponent: 0.999999999 }), INT, 0, 1e9],
  [spec("zipf", { exponent: 1 }), INT, 0, MOST],
  [spec("zipf", { exponent: 1.000000001 }), INT, 0, MOST],
  [spec("zipf", { exponent: 50 }), INT, 1, 9],
  [spec("zipf", { exponent: 1.2 }), FLOAT, 0.5, 900],
  [spec("poisson", { mean: 1e-9 }), INT, 0, 100],
  [spec("poisson", { mean: 3 }), FLOAT, 0, 100],
  [spec("poisson", { mean: 99 }), INT, 80, 85],
  [spec("poisson", { mean: 1e9 }), INT, 0, MOST],
  [spec("poisson", { mean: 1e15 }), INT, 0, MOST],
  [spec("poisson", { mean: number(9 * DAY) }), DATE, FROM, FROM + 30],
  [spec("binomial", { trials: 0, p: 0.5 }), INT, 0, 9],
  [spec("binomial", { trials: 1e9, p: 1e-12 }), INT, 0, 1e9],
  [spec("binomial", { trials: 1e9, p: 0.5 }), INT, 0, 1e9],
  [spec("binomial", { trials: 1e9, p: 1 - 1e-12 }), INT, 0, 1e9],
  [spec("binomial", { trials: 2 ** 53, p: 0.1 }), INT, 0, MOST],
  [spec("binomial", { trials: 5, p: 1 }), CENTS, 0, 900],
  [spec("geometric", { p: 1e-300 }), FLOAT, 0, 1e305],
  [spec("geometric", { p: 1e-9 }), INT, 5, MOST],
  [spec("geometric", { p: 1 - 1e-12 }), INT, 0, 9],
  [spec("geometric", { p: 1 }), INT, 0, 9],
  [spec("triangular"), FLOAT, -1e300, 1e300],
  [spec("triangular", { mode: 0 }), FLOAT, 0, 1e-300],
  [spec("triangular", { mode: 3 }), INT, 0, 9],
  [spec("triangular", { mode: number(9 * DAY) }), DATE, FROM, FROM + 9],
  [spec("beta", { alpha: 1, beta: 1 }), INT, 0, 9],
  [spec("beta", { alpha: 0.01, beta: 0.01 }), FLOAT, 0, 1, "coarse"],
  [spec("beta", { alpha: 0.01, beta: 1000 }), INT, 0, 1000],
  [spec("beta", { alpha: 1000, beta: 0.01 }), FLOAT, -7, 5, "coarse"],
  [spec("beta", { alpha: 1000, beta: 1000 }), FLOAT, 0, 1],
  [spec("beta", { alpha: 1e9, beta: 1e9 }), FLOAT, 0, 1],
  [spec("beta", { alpha: 1e-6, beta: 3 }), INT, 0, 9],
  [histogram([[0, 1, 1], [5, 6, 1e-3], [6, 900, 7]]), INT, 0, 800],
  [histogram([[-1e5, 1e5, 1]]), FLOAT, 0, 1],
];

/** Shares from end to end, the outermost that a fraction can be among them. */
const SHARES = [
  ...[0, 2 ** -52, 1e-12, 1e-9, 1e-6, 1e-3],
  ...Array.from({ length: 199 }, (_, i) => (i + 1) / 200),
  ...[1 - 1e-3, 1 - 1e-6, 1 - 1e-9, 1 - 2 ** -52],
];

for (const [dist, units, low, high, coarse] of CASES) {
  const parameters = Object.entries(dist.parameters).map(([name, literal]) =>
    ` ${name} ${literal.value}`
  );
  const name = `${dist.type}${parameters} on ${units.kind}, ${low} to ${high}`;

  Deno.test(`${name}: quantiles never fall, and shares lead back`, () => {
    assertEquals(checkDistribution(dist, units, low, high), []);
    const sampler = prepareSampler(dist, units);
    let last = -Infinity;
    let lastShare = 0;
    for (const u of SHARES) {
      const value = sampler.quantile(u, low, high);
      assert(value >= low && value <= high, `${value} at ${u}`);
      assert(value >= last, `${last}, then ${value}`);
      if (units.kind !== "float") assert(Number.isSafeInteger(value));
      else assert(value < high);
      last = value;
      const share = sampler.cdf(value, low, high);
      assert(share >= lastShare && share <= 1);
      lastShare = share;
      if (coarse) continue;
      // Of whole numbers the share at a value reaches beyond u, and that before it does not.
      assert(share >= u - 2e-8, `${share} at ${value}, the quantile of ${u}`);
      const before = isStepped(dist, units)
        ? sampler.cdf(value - step(dist, units), low, high)
        : share;
      assert(before <= u + 2e-8, `${before} before ${value}, of ${u}`);
    }
    assertEquals(sampler.cdf(high, low, high), 1);
    assertEquals(sampler.cdf(low - 1 - Math.abs(low) / 9, low, high), 0);
  });

  Deno.test(`${name}: values lie in the range`, () => {
    for (const value of sample(dist, units, low, high, 20_000)) {
      assert(value >= low && value <= high, `${value}`);
      if (units.kind !== "float") assert(Number.isSafeInteger(value));
      else assert(value < high);
    }
  });
}

function isStepped(dist: DistributionSpec, units: Units): boolean {
  return units.kind !== "float" ||
    ["zipf", "poisson", "geometric", "binomial"].includes(dist.type);
}

function step(dist: DistributionSpec, units: Units): number {
  const counts = ["poisson", "geometric", "binomial"].includes(dist.type);
  return counts && units === CENTS ? 100 : 1;
}

Deno.test("parameters that follow the row give what constants give", () => {
  const count = 400;
  const vector = (at: (i: number) => number) =>
    Float64Array.from({ length: count }, (_, i) => at(i));
  const cases: [string, Record<string, Float64Array>, Units][] = [
    [
      "normal",
      { mean: vector((i) => i), stddev: vector((i) => 1 + i % 9) },
      INT,
    ],
    ["normal", { stddev: vector((i) => 1 + i % 9) }, FLOAT],
    [
      "lognormal",
      { mean: vector((i) => i / 99), stddev: vector((i) => 1 + i % 9) },
      FLOAT,
    ],
    ["exponential", { mean: vector((i) => 1 + i) }, INT],
    ["exponential", { rate: vector((i) => 1 + i) }, FLOAT],
    ["pareto", { shape: vector((i) => 0.1 + i) }, FLOAT],
    ["poisson", { mean: vector((i) => 0.1 + i * i / 7) }, INT],
    [
      "binomial",
      { trials: vector((i) => i), p: vector((i) => i / count) },
      INT,
    ],
    ["geometric", { p: vector((i) => (i + 1) / count) }, INT],
    ["triangular", { mode: vector((i) => i) }, FLOAT],
  ];
  for (const [type, following, units] of cases) {
    const together = sample(
      spec(type),
      units,
      0,
      1000,
      count,
      following,
    );
    for (let i = 0; i < count; i += 7) {
      const parameters = Object.fromEntries(
        Object.entries(following).map(([name, values]) => [name, values[i]]),
      );
      const alone = sample(spec(type, parameters), units, 0, 1000, i + 1)[i];
      assertEquals(together[i], alone, `${type}, row ${i}`);
    }
  }
});

Deno.test("a row whose parameters make no distribution has no value", () => {
  const wrong: [string, Record<string, number>][] = [
    ["normal", { mean: NaN }],
    ["normal", { stddev: 0 }],
    ["lognormal", { mean: 0, stddev: -1 }],
    ["exponential", { mean: 0 }],
    ["exponential", { rate: -3 }],
    ["pareto", { shape: 0 }],
    ["poisson", { mean: -1 }],
    ["binomial", { trials: 2.5, p: 0.5 }],
    ["binomial", { trials: 2, p: 1.5 }],
    ["geometric", { p: 0 }],
  ];
  for (const [type, parameters] of wrong) {
    const following = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        Float64Array.of(value, value),
      ]),
    );
    const values = sample(spec(type), FLOAT, 0, 9, 2, following);
    assertEquals([...values], [NaN, NaN], type);
  }
});
