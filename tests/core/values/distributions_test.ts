import { assert, assertEquals } from "@std/assert";
import type { DistributionSpec, Literal } from "../../../core/parameters.ts";
import { parseDate } from "../../../core/values/calendar.ts";
import {
  checkDistribution,
  type Limit,
  prepareSampler,
  type Units,
} from "../../../core/values/distributions.ts";
import { exp, normalCdf, pow } from "../../../core/values/math.ts";
import { Rows } from "../../../core/values/rows.ts";
import { RandomContext } from "../../../source/context/random.ts";
import { assertCounts, assertDistributed } from "../../statistics.ts";
import { spec } from "./distributions/_theory.ts";

const COUNT = 1_000_000;
const INT: Units = { kind: "int", scale: 0 };
const FLOAT: Units = { kind: "float", scale: 0 };
const context = new RandomContext("distributions");

function date(text: string): Literal {
  return { kind: "date", value: parseDate(text)!, text };
}

function sample(
  dist: DistributionSpec | undefined,
  units: Units,
  low: Limit,
  high: Limit,
  count = COUNT,
): Float64Array {
  const out = new Float64Array(count);
  const stream = context.stream("t", "c", dist?.type ?? "");
  prepareSampler(dist, units)
    .sample(stream, new Rows(count).range(0, count), 1, low, high, out);
  return out;
}

/** Tests whole values from `low` to `high` against probabilities of each. */
function assertWhole(
  values: Float64Array,
  low: number,
  high: number,
  probability: (value: number) => number,
): void {
  const counts = new Array(high - low + 1).fill(0);
  for (const value of values) {
    assert(Number.isInteger(value) && value >= low && value <= high);
    counts[value - low]++;
  }
  const shares = counts.map((_, i) => probability(low + i));
  const total = shares.reduce((sum, share) => sum + share, 0);
  assertCounts(counts, shares.map((share) => share / total));
}

Deno.test("uniform values are equally often, on units and between", () => {
  assertWhole(sample(undefined, INT, -3, 3), -3, 3, () => 1);
  assertWhole(sample(spec("uniform"), INT, 10, 1009), 10, 1009, () => 1);
  assertDistributed(sample(undefined, FLOAT, -2, 6), (x) => (x + 2) / 8);
});

Deno.test("uniform integers reach over all of ±2^53", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const values = sample(undefined, INT, -most, most);
  assert(values.every(Number.isSafeInteger));
  assertDistributed(values, (x) => (x + most) / (2 * most));
});

Deno.test("normal follows its mean and deviation and is cut at the ends", () => {
  for (
    const [mean, stddev, low, high] of [
      [60, 15, 0, 100],
      [0, 1, 2, 9],
      [0, 1, -9, -3],
      [5, 100, 0, 10],
    ]
  ) {
    const cdf = (x: number) => normalCdf((x - mean) / stddev);
    const values = sample(spec("normal", { mean, stddev }), FLOAT, low, high);
    // Above the mean the upper tails are the accurate ones.
    const upper = (x: number) => normalCdf((mean - x) / stddev);
    assertDistributed(
      values,
      (x) =>
        low > mean
          ? (upper(low) - upper(x)) / (upper(low) - upper(high))
          : (cdf(x) - cdf(low)) / (cdf(high) - cdf(low)),
    );
  }
});

Deno.test("normal stands in the middle by default, a sixth wide", () => {
  assertDistributed(
    sample(spec("normal"), FLOAT, 10, 70),
    (x) =>
      (normalCdf((x - 40) / 10) - normalCdf(-3)) /
      (normalCdf(3) - normalCdf(-3)),
  );
});

Deno.test("normal on whole units takes the nearest", () => {
  assertWhole(
    sample(spec("normal", { mean: 2.2, stddev: 3 }), INT, 0, 12),
    0,
    12,
    (k) => normalCdf((k + 0.5 - 2.2) / 3) - normalCdf((k - 0.5 - 2.2) / 3),
  );
});

Deno.test("exponential starts at the lower end", () => {
  for (const [parameters, mean] of [[{ mean: 3 }, 3], [{ rate: 4 }, 0.25]]) {
    const dist = spec("exponential", parameters as Record<string, number>);
    const m = mean as number;
    assertDistributed(
      sample(dist, FLOAT, 5, 25),
      (x) => (1 - exp(-(x - 5) / m)) / (1 - exp(-20 / m)),
    );
  }
  assertWhole(
    sample(spec("exponential", { mean: 5 }), INT, 2, 30),
    2,
    30,
    (k) => exp(-Math.max(0, k - 2.5) / 5) - exp(-(k - 1.5) / 5),
  );
});

Deno.test("exponential over a range far below its mean is nearly even", () => {
  assertDistributed(
    sample(spec("exponential", { mean: 1000 }), FLOAT, 0, 0.01),
    (x) => x / 0.01,
  );
});

Deno.test("zipf gives ranks from the lower end by their power", () => {
  for (
    const [exponent, ranks] of [
      [1, 10],
      [1, 1000],
      [1.1, 500],
      [0.3, 50],
      [2, 100],
      [3.5, 20],
      [2, 2],
    ]
  ) {
    assertWhole(
      sample(spec("zipf", { exponent }), INT, 7, 6 + ranks),
      7,
      6 + ranks,
      (k) => pow(k - 6, -exponent),
    );
  }
  assertWhole(sample(spec("zipf"), INT, 0, 99), 0, 99, (k) => 1 / (k + 1));
});

Deno.test("zipf over 2^53 ranks costs no more and is right", () => {
  const exponent = 1.5;
  const n = 2 ** 53;
  const values = sample(spec("zipf", { exponent }), INT, 0, n - 1);
  const heads = Array.from({ length: 1000 }, (_, k) => pow(k + 1, -exponent));
  // The sum behind the heads, by its integral (Euler and Maclaurin's first terms).
  const rest = 2 / Math.sqrt(1001) - 2 / Math.sqrt(n) +
    pow(1001, -exponent) / 2 + exponent / 12 * pow(1001, -exponent - 1);
  const shares = [...heads, rest];
  const total = shares.reduce((sum, share) => sum + share, 0);
  const counts = new Array(1001).fill(0);
  for (const value of values) {
    assert(Number.isSafeInteger(value) && value >= 0 && value < n);
    counts[Math.min(value, 1000)]++;
  }
  assertCounts(counts, shares.map((share) => share / total));
});

Deno.test("zipf on floats goes in whole steps and stays below the end", () => {
  const values = sample(spec("zipf", { exponent: 1 }), FLOAT, 0.5, 4);
  const counts = [0, 0, 0, 0];
  for (const value of values) counts[value - 0.5]++;
  assertEquals(Object.keys(counts).length, 4);
  assertCounts(counts, [1, 1 / 2, 1 / 3, 1 / 4].map((x) => x / (25 / 12)));
});

const ALL: [string, DistributionSpec | undefined, Units][] = [
  ["uniform on units", undefined, INT],
  ["uniform between", undefined, FLOAT],
  ["normal on units", spec("normal"), INT],
  ["normal between", spec("normal", { mean: 3, stddev: 40 }), FLOAT],
  ["exponential on units", spec("exponential", { mean: 8 }), INT],
  ["exponential between", spec("exponential", { mean: 8 }), FLOAT],
  ["zipf on units", spec("zipf", { exponent: 1.2 }), INT],
  ["zipf in steps", spec("zipf", { exponent: 0.7 }), FLOAT],
];

for (const [name, dist, units] of ALL) {
  Deno.test(`${name}: limits that follow the row give what constants give`, () => {
    const count = 500;
    const low = Float64Array.from({ length: count }, (_, i) => i % 7 - 3);
    const high = Float64Array.from({ length: count }, (_, i) => i % 50 + 4);
    low[10] = high[20] = NaN;
    low[30] = high[30] + 1;
    const together = sample(dist, units, low, high, count);
    for (let i = 0; i < count; i++) {
      const alone = sample(dist, units, low[i], high[i], i + 1)[i];
      assertEquals(together[i], alone);
      if (i === 10 || i === 20 || i === 30) assertEquals(alone, NaN);
      else assert(alone >= low[i] && alone <= high[i]);
    }
    // One of the two constant.
    assertEquals(
      sample(dist, units, 0, high, count),
      sample(dist, units, new Float64Array(count), high, count),
    );
  });

  Deno.test(`${name}: a range of one value gives that value`, () => {
    assertEquals(new Set(sample(dist, units, 5, 5, 100)), new Set([5]));
  });

  Deno.test(`${name}: rows in any order give what they give in order`, () => {
    const order = [7, 3, 2 ** 40 + 1, 3, 0];
    const rows = new Rows(order.length);
    rows.reset(order.length);
    rows.numbers.set(order);
    rows.seal();
    const stream = context.stream("t", "c", "order");
    const sampler = prepareSampler(dist, units);
    const out = new Float64Array(order.length);
    sampler.sample(stream, rows, 0, 0, 90, out);
    order.forEach((row, i) => {
      const one = new Float64Array(1);
      sampler.sample(stream, new Rows(1).range(row, 1), 0, 0, 90, one);
      assertEquals(out[i], one[0]);
    });
  });

  Deno.test(`${name}: quantiles rise from end to end and give the samples`, () => {
    const { quantile } = prepareSampler(dist, units);
    let last = -Infinity;
    for (let i = 0; i <= 1000; i++) {
      const value = quantile(Math.min(i / 1000, 1 - 2 ** -52), -20, 60);
      assert(value >= last && value >= -20 && value <= 60);
      last = value;
    }
    assertEquals(quantile(0.5, 2, 1), NaN);
    // These are drawn in ways of their own, which lead to the same law.
    if (name === "uniform on units" || dist?.type === "zipf") return;
    const values = sample(dist, units, -20, 60, 100);
    const stream = context.stream("t", "c", dist?.type ?? "");
    values.forEach((value, row) =>
      assertEquals(value, quantile(stream.fractionAt(row, 1), -20, 60))
    );
  });
}

Deno.test("parameters are in the value's own units", () => {
  const decimal: Units = { kind: "decimal", scale: 2 };
  const mean = (values: Float64Array) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const near = (actual: number, wanted: number, by: number) =>
    assert(Math.abs(actual - wanted) < by, `${actual} is not near ${wanted}`);
  near(
    mean(sample(spec("normal", { mean: 12.5, stddev: 1 }), decimal, 0, 10000)),
    1250,
    1,
  );
  near(
    mean(sample(spec("exponential", { rate: 2 }), decimal, 0, 100000)),
    50,
    0.5,
  );
  const from = parseDate("2020-01-01")!;
  const days: Units = { kind: "date", scale: 0 };
  near(
    mean(sample(
      spec("normal", { mean: date("2020-07-01"), stddev: 5 * 86400 }),
      days,
      from,
      from + 365,
    )),
    parseDate("2020-07-01")!,
    0.1,
  );
  near(
    mean(sample(
      spec("exponential", { mean: 30 * 86400 }),
      days,
      from,
      from + 10000,
    )),
    from + 30,
    0.5,
  );
  near(
    mean(sample(
      spec("normal", { mean: date("2020-07-01"), stddev: 86400 }),
      { kind: "timestamp", scale: 3 },
      from * 86400e3,
      (from + 365) * 86400e3 - 1,
    )),
    parseDate("2020-07-01")! * 86400e3,
    86400e3 / 100,
  );
});

Deno.test("wrong distributions are told what is wrong", () => {
  const days: Units = { kind: "date", scale: 0 };
  const cases: [DistributionSpec, Units, string[]][] = [
    [spec("uniform"), INT, []],
    [spec("normal"), days, []],
    [spec("zipf", { exponent: 1 }), days, []],
    [spec("gauss"), INT, ['unknown distribution "gauss"']],
    [spec("toString"), INT, ['unknown distribution "toString"']],
    [spec("normal", { sigma: 1 }), INT, ['"normal" has no parameter "sigma"']],
    [spec("normal", { stddev: 0 }), INT, ['"stddev" is not above 0']],
    [spec("normal", { mean: NaN }), INT, ['"mean" is not finite']],
    [spec("normal", { mean: 5 }), days, ['"mean" is not a date']],
    [
      spec("normal", { mean: date("2020-01-01") }),
      INT,
      ['"mean" is not a number'],
    ],
    [
      spec("exponential"),
      INT,
      ['"exponential" needs "mean" or "rate"'],
    ],
    [
      spec("exponential", { mean: 1, rate: 1 }),
      INT,
      ['"mean" and "rate" of "exponential" say the same thing'],
    ],
    [
      spec("exponential", { rate: 1 }),
      days,
      ['"rate" is for numbers: give "mean", an interval'],
    ],
    [spec("zipf", { exponent: -1 }), INT, ['"exponent" is not above 0']],
  ];
  for (const [dist, units, messages] of cases) {
    const found = checkDistribution(dist, units);
    assertEquals(found.map(({ message }) => message), messages);
  }
});

Deno.test("less than a millionth inside the range is refused", () => {
  const far = spec("normal", { mean: 0, stddev: 1 });
  const refused = (low: number, high: number) =>
    checkDistribution(far, FLOAT, low, high).length === 1;
  assertEquals(refused(4.7, 100), false); // 1.3 · 10^-6
  assertEquals(refused(4.8, 100), true); // 0.8 · 10^-6
  assertEquals(refused(-100, -4.8), true);
  assertEquals(refused(-1, 1), false);
  const flat = spec("exponential", { mean: 1e9 });
  assertEquals(checkDistribution(flat, FLOAT, 0, 1).length, 1);
  assertEquals(checkDistribution(flat, INT, 5, 5).length, 0);
});

Deno.test("zipf's table of frequent ranks gives what is computed without it", () => {
  const spec = {
    type: "zipf",
    parameters: {
      exponent: { kind: "float" as const, value: 1.1, text: "1.1" },
    },
  };
  for (const count of [1, 2, 3, 80, 2000, 300_000]) {
    const units = { kind: "int", scale: 0 } as const;
    const often = prepareSampler(spec, units);
    const stream = context.stream("zipf", "table", `${count}`);
    const rows = new Rows(1024);
    const some = new Float64Array(1024);
    const other = new Float64Array(1024);
    for (let row = 0; row < 400_000; row += 1024) {
      often.sample(stream, rows.range(row, 1024), 0, 0, count - 1, some);
      // A new one has no table yet.
      prepareSampler(spec, units)
        .sample(stream, rows, 0, 0, count - 1, other);
      assertEquals(some, other);
    }
  }
});

Deno.test("numbers below sizes of their own are what each row gives alone", () => {
  const stream = context.stream("below", "each", "");
  const sizes = Float64Array.from(
    { length: 1000 },
    (_, i) =>
      [1, 2, 3, 1000, 2 ** 21, 2 ** 21 + 1, 2 ** 40 + 7, 2 ** 53][i % 8],
  );
  for (const from of [0, 2 ** 32 - 500, 2 ** 50]) {
    const rows = new Rows(1000).range(from, 1000);
    const out = sizes.slice();
    stream.belowEach(rows, 3, out, out);
    assertEquals(
      out,
      sizes.map((size, i) => stream.belowAt(from + i, 3, size)),
    );
  }
});
