// Each distribution against its theory: a million draws, by chi-square or Kolmogorov and Smirnov, with fixed seeds.
import { assert, assertEquals } from "@std/assert";
import type { DistributionSpec } from "../../../../core/parameters.ts";
import { parseDate } from "../../../../core/values/calendar.ts";
import type { Units } from "../../../../core/values/distributions.ts";
import { assertCounts, assertDistributed } from "../../../statistics.ts";
import {
  betaCdf,
  binomial,
  CENTS,
  counted,
  DATE,
  deviation,
  FLOAT,
  histogram,
  INT,
  mean,
  normalised,
  number,
  phi,
  poisson,
  sample,
  SECONDS,
  spec,
} from "./_theory.ts";

/** Whole numbers from `low` to `high` against the weight of each. */
function assertWhole(
  dist: DistributionSpec,
  units: Units,
  low: number,
  high: number,
  weight: (k: number) => number,
): void {
  const values = sample(dist, units, low, high);
  assert(values.every((k) => Number.isInteger(k) && k >= low && k <= high));
  const weights = Array.from(
    { length: high - low + 1 },
    (_, i) => weight(low + i),
  );
  assertCounts(counted(values, low, high), normalised(weights));
}

/** Doubles against a distribution function of what is not cut. */
function assertCut(
  dist: DistributionSpec,
  low: number,
  high: number,
  cdf: (x: number) => number,
): void {
  const values = sample(dist, FLOAT, low, high);
  assert(values.every((x) => x >= low && x < high));
  const below = cdf(low);
  const within = cdf(high) - below;
  assertDistributed(values, (x) => (cdf(x) - below) / within);
}

/** The chance of the nearest whole number, of a law that begins at `low` or before. */
function nearest(cdf: (x: number) => number, low = -Infinity) {
  return (k: number) => cdf(k + 0.5) - cdf(Math.max(low, k - 0.5));
}

const phiTable = Float64Array.from(
  { length: 18_001 },
  (_, i) => phi(i / 1000 - 9),
);

/** `phi` between tabled values, which is right to 10^-7. */
function quickPhi(z: number): number {
  if (z <= -9) return 0;
  if (z >= 9) return 1;
  const place = (z + 9) * 1000;
  const i = Math.floor(place);
  return phiTable[i] + (place - i) * (phiTable[i + 1] - phiTable[i]);
}

Deno.test("lognormal has a normal logarithm, cut at both ends", () => {
  for (
    const [mean, stddev, low, high] of [
      [0, 1, 0, 1e9],
      [4, 1, 1, 5000],
      [4, 0.25, 50, 60],
      [-3, 2, 0.5, 2],
    ]
  ) {
    assertCut(
      spec("lognormal", { mean, stddev }),
      low,
      high,
      (x) => x > 0 ? quickPhi((Math.log(x) - mean) / stddev) : 0,
    );
  }
  const logs = sample(
    spec("lognormal", { mean: 2, stddev: 0.5 }),
    FLOAT,
    0,
    1e12,
  ).map(Math.log);
  assert(Math.abs(mean(logs) - 2) < 0.003);
  assert(Math.abs(deviation(logs) - 0.5) < 0.003);
});

Deno.test("lognormal on whole units takes the nearest, cents are of the decimal", () => {
  const cdf = (x: number) => x > 0 ? phi((Math.log(x) - 1) / 0.8) : 0;
  assertWhole(
    spec("lognormal", { mean: 1, stddev: 0.8 }),
    INT,
    1,
    30,
    nearest(cdf),
  );
  assertWhole(
    spec("lognormal", { mean: 1, stddev: 0.8 }),
    CENTS,
    100,
    1000,
    (cents) => cdf((cents + 0.5) / 100) - cdf((cents - 0.5) / 100),
  );
});

Deno.test("lognormal on dates is about the days since the first", () => {
  const from = parseDate("2020-01-01")!;
  const cdf = (x: number) => x > 0 ? phi((Math.log(x) - 3) / 0.5) : 0;
  assertWhole(
    spec("lognormal", { mean: 3, stddev: 0.5 }),
    DATE,
    from,
    from + 90,
    (day) => cdf(day - from + 0.5) - cdf(day - from - 0.5),
  );
});

Deno.test("pareto falls off by its shape from the lower end", () => {
  for (
    const [shape, low, high] of [
      [1, 1, 1e6],
      [3, 20, 1e9],
      [0.3, 2, 50],
      [0.01, 1, 1e300],
      [1000, 1, 2],
    ]
  ) {
    assertCut(
      spec("pareto", { shape }),
      low,
      high,
      (x) => -Math.expm1(-shape * Math.log(x / low)),
    );
  }
  assertWhole(
    spec("pareto", { shape: 1.2 }),
    INT,
    5,
    200,
    nearest((x) => 1 - (x / 5) ** -1.2, 5),
  );
});

Deno.test("pareto has a scale of its own where the lower end is no size", () => {
  assertCut(
    spec("pareto", { shape: 2, scale: 10 }),
    -5,
    1e9,
    (x) => 1 - (1 + (x + 5) / 10) ** -2,
  );
  const rank = nearest((x) => 1 - (1 + x) ** -1.5, 0);
  assertWhole(spec("pareto", { shape: 1.5 }), INT, 0, 99, rank);
  const from = parseDate("2024-01-01")!;
  const days = spec("pareto", { shape: 1, scale: number(30 * 86400) });
  assertWhole(
    days,
    DATE,
    from,
    from + 364,
    (day) => nearest((x) => 1 - 1 / (1 + x / 30), 0)(day - from),
  );
});

Deno.test("poisson counts events, cut at both ends", () => {
  for (
    const [mean, low, high] of [
      [3, 0, 40],
      [0.01, 0, 10],
      [0.5, 1, 4],
      [40, 30, 35],
      [900, 800, 1050],
      [9999, 9500, 10500],
    ]
  ) assertWhole(spec("poisson", { mean }), INT, low, high, poisson(mean));
});

Deno.test("poisson with a large mean is right where it becomes an expansion", () => {
  const at = 10_001; // 10,000 is still a table
  assertWhole(
    spec("poisson", { mean: at }),
    INT,
    9500,
    10_500,
    poisson(at),
  );
  // Cells of a quarter of a deviation, by the midpoints of a thousandth.
  const big = 1e9;
  const deviation = Math.sqrt(big);
  const weight = poisson(big);
  const cells = Array.from({ length: 40 }, (_, cell) => {
    let sum = 0;
    for (let i = 0; i < 250; i++) {
      sum += weight(big + deviation * ((cell - 20) / 4 + (i + 0.5) / 1000));
    }
    return sum;
  });
  const cellOf = sample(spec("poisson", { mean: big }), INT, 0, 1e12)
    .map((k) => (k - big) / deviation * 4 + 20);
  assertCounts(counted(cellOf, 0, 39), normalised(cells));
});

Deno.test("binomial counts what succeeds", () => {
  for (
    const [trials, p, low, high] of [
      [10, 0.3, 0, 10],
      [1, 0.5, 0, 1],
      [50, 0.99, 30, 50],
      [1_000_000_000, 3e-9, 0, 40],
      [40_100, 0.5, 19_500, 20_500],
      [100_000, 0.2, 15_500, 20_500],
    ]
  ) {
    assertWhole(
      spec("binomial", { trials, p }),
      INT,
      low,
      high,
      binomial(trials, p),
    );
  }
  const sure = (p: number) =>
    new Set(sample(spec("binomial", { trials: 7, p }), INT, 0, 9, 1000));
  assertEquals(sure(0), new Set([0]));
  assertEquals(sure(1), new Set([7]));
});

Deno.test("geometric counts failures", () => {
  for (const [p, low, high] of [[0.3, 0, 60], [0.01, 100, 300], [0.9, 1, 5]]) {
    assertWhole(
      spec("geometric", { p }),
      INT,
      low,
      high,
      (k) => (1 - p) ** k,
    );
  }
  const p = 1e-9;
  const values = sample(spec("geometric", { p }), INT, 0, 2 ** 53);
  assertDistributed(values, (k) => -Math.expm1((k + 1) * Math.log1p(-p)));
  assertEquals(
    new Set(sample(spec("geometric", { p: 1 }), INT, 0, 9, 1000)),
    new Set([0]),
  );
});

Deno.test("counts are whole numbers of the value's own units", () => {
  const decimals = sample(spec("poisson", { mean: 3 }), CENTS, 0, 4000);
  assertCounts(
    counted(decimals.map((cents) => cents / 100), 0, 40),
    normalised(Array.from({ length: 41 }, (_, k) => poisson(3)(k))),
  );
  assert(decimals.every((cents) => cents % 100 === 0));
  const floats = sample(spec("binomial", { trials: 4, p: 0.5 }), FLOAT, 0.5, 4);
  assertCounts(counted(floats, 1, 3), normalised([4, 6, 4]));
  const from = parseDate("2024-02-01")!;
  const week = spec("poisson", { mean: number(7 * 86400) });
  assertWhole(week, DATE, from, from + 30, (day) => poisson(7)(day - from));
  const start = from * 86400;
  const ten = spec("poisson", { mean: 10 });
  assertWhole(
    ten,
    SECONDS,
    start,
    start + 60,
    (second) => poisson(10)(second - start),
  );
});

Deno.test("triangular rises to its mode and falls", () => {
  for (const [mode, low, high] of [[20, 0, 100], [0, 0, 1], [9, -1, 9]]) {
    const width = high - low;
    const cdf = (x: number) =>
      x < mode
        ? (x - low) ** 2 / (width * (mode - low))
        : mode === high && x >= high
        ? 1
        : 1 - (high - x) ** 2 / (width * (high - mode));
    assertCut(spec("triangular", { mode }), low, high, cdf);
  }
  const middle = sample(spec("triangular"), FLOAT, 10, 20);
  assert(Math.abs(mean(middle) - 15) < 0.02);
  // The ends of the range are the law's own, so the first and last value have half a cell.
  assertWhole(
    spec("triangular", { mode: 3 }),
    INT,
    0,
    10,
    (k) => {
      const cdf = (x: number) =>
        x <= 0 ? 0 : x >= 10 ? 1 : x < 3 ? x * x / 30 : 1 - (10 - x) ** 2 / 70;
      return cdf(k + 0.5) - cdf(k - 0.5);
    },
  );
});

Deno.test("the mode of triangular on dates is a date or the time since the first", () => {
  const from = parseDate("2024-01-01")!;
  const month = { kind: "float", value: 30 * 86400, text: "30 days" } as const;
  const day = { kind: "date", value: from + 30, text: "2024-01-31" } as const;
  assertEquals(
    sample(spec("triangular", { mode: month }), DATE, from, from + 100, 1000),
    sample(spec("triangular", { mode: day }), DATE, from, from + 100, 1000),
  );
});

Deno.test("beta fills the range by its shapes", () => {
  for (
    const [alpha, beta] of [
      [2, 5],
      [1, 1],
      [0.5, 0.5],
      [5, 0.2],
      [30, 70],
      [1000, 1000],
      [1, 1000],
    ]
  ) {
    const cdf = betaCdf(alpha, beta);
    assertCut(
      spec("beta", { alpha, beta }),
      -10,
      30,
      (x) => cdf((x + 10) / 40),
    );
  }
  const cdf = betaCdf(2, 3);
  assertWhole(
    spec("beta", { alpha: 2, beta: 3 }),
    INT,
    1,
    11,
    nearest((x) => cdf((x - 1) / 10)),
  );
});

Deno.test("beta of tiny shapes lies at the ends", () => {
  const cuts = [1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.5, 0.99, 1 - 1e-5];
  for (const [alpha, beta] of [[0.01, 0.01], [0.01, 1000], [0.05, 2]]) {
    const cdf = betaCdf(alpha, beta);
    const values = sample(spec("beta", { alpha, beta }), FLOAT, 0, 1)
      .map((x) => cuts.filter((cut) => x >= cut).length);
    const shares = [...cuts, 1].map((cut, i) =>
      cdf(cut) - (i === 0 ? 0 : cdf(cuts[i - 1]))
    );
    assertCounts(counted(values, 0, cuts.length), normalised(shares));
  }
});

Deno.test("a histogram gives its bins their weights", () => {
  const bins = histogram([[10, 20, 3], [0, 10, 1], [50, 60, 2], [60, 61, 0]]);
  const weight = (k: number) =>
    k < 10 ? 1 : k < 20 ? 3 : k >= 50 && k < 60 ? 2 : 0;
  assertWhole(bins, INT, 0, 100, weight);
  assertWhole(bins, INT, 5, 54, weight);
  assertWhole(bins, INT, 15, 15, weight);
  const shares = (x: number) =>
    x < 10
      ? x / 60
      : x < 20
      ? (10 + 3 * (x - 10)) / 60
      : x < 50
      ? 40 / 60
      : x < 60
      ? (40 + 2 * (x - 50)) / 60
      : 1;
  assertCut(bins, 0, 100, shares);
  assertCut(bins, 7.5, 52.5, shares);
  const halves = histogram([[-0.5, 1.5, 2], [1.5, 3, 1]]); // 0 and 1; 2
  assertWhole(halves, INT, -5, 5, (k) => k === 0 || k === 1 || k === 2 ? 1 : 0);
});
