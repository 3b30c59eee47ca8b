// Every distribution on every kind of value, as a Genfile says it: parameters in the value's own units, against
// distribution functions from textbooks.
import { assert, assertEquals } from "@std/assert";
import {
  betaCdf,
  binomial,
  counted,
  normalised,
  phi,
  poisson,
} from "../core/values/distributions/_theory.ts";
import { assertCounts } from "../statistics.ts";
import { NOW, Tables, type Value } from "./_tables.ts";

const ROWS = 20_000;
const DAY = 86400;

/** Where values from 0 to 1000 are made, and how a Genfile says positions and lengths there. */
interface Place {
  column: string;
  before?: string;
  position(x: number): string;
  length(x: number): string;
  /** The number from 0 to 1000 that a value stands for. */
  number(value: Value): number;
  /** Values are whole numbers, or a grid as fine as this. */
  grid: number;
  per?: boolean;
}

const plain = { position: String, length: String, number: Number };
const iso = (seconds: number) =>
  new Date(seconds * 1000).toISOString().slice(0, 19);
const words = Array.from({ length: 1001 }, (_, i) => `"w${i}"`).join(", ");

const PLACES: Record<string, Place> = {
  int: { ...plain, column: `gen = "int", min = 0, max = 1000`, grid: 1 },
  float: { ...plain, column: `gen = "float", min = 0, max = 1000`, grid: 0 },
  decimal: {
    ...plain,
    column: `gen = "decimal", min = 0, max = 1000, scale = 2`,
    number: (cents) => Number(cents) / 100,
    grid: 0.01,
  },
  date: {
    column: `gen = "date", from = 2020-01-01, to = 2022-09-27`,
    position: (x) => iso(NOW / 1000 - 2192 * DAY + x * DAY).slice(0, 10),
    length: (x) => `"${x} days"`,
    number: (day) => Number(day) - NOW / 1000 / DAY + 2192,
    grid: 1,
  },
  time: {
    column: `gen = "time", from = 10:00:00, to = 10:16:40`,
    position: (x) => iso(10 * 3600 + x).slice(11),
    length: (x) => `"${x} seconds"`,
    number: (second) => Number(second) - 36000,
    grid: 1,
  },
  timestamp: {
    column:
      `gen = "timestamp", from = 2026-01-01T00:00:00Z, to = 2026-01-01T00:16:41Z`,
    position: (x) => `${iso(NOW / 1000 + x)}Z`,
    length: (x) => `"${x} s"`,
    number: (second) => Number(second) - NOW / 1000,
    grid: 1,
  },
  "timestamp of milliseconds": {
    column:
      `gen = "timestamp", precision = 3, from = 2026-01-01T00:00:00Z, to = 2026-01-01T00:16:40Z`,
    position: (x) => `${iso(NOW / 1000 + x)}Z`,
    length: (x) => `"${x} s"`,
    number: (milliseconds) => (Number(milliseconds) - NOW) / 1000,
    grid: 0.001,
  },
  interval: {
    column: `gen = "interval", from = "0 s", to = "1000 s"`,
    position: (x) => `"${x} s"`,
    length: (x) => `"${x} s"`,
    number: Number,
    grid: 1,
  },
  ref: {
    ...plain,
    before:
      `[table.r]\nrows = 1001\n[table.r.columns]\nid = { gen = "sequence", start = 0 }`,
    column: `ref = "r.id"`,
    grid: 1,
  },
  values: {
    ...plain,
    column: `values = [${
      Array.from({ length: 1001 }, (_, i) => i).join(", ")
    }]`,
    grid: 1,
  },
  dict: {
    ...plain,
    before: `[dict.words]\nvalues = [${words}]`,
    column: `dict = "words"`,
    number: (word) => Number(String(word).slice(1)),
    grid: 1,
  },
  per: { ...plain, column: "", grid: 1, per: true },
};

interface Law {
  write(place: Place): string;
  /** Of the uncut law. */
  cdf(x: number): number;
  /** Only whole numbers occur. */
  counts?: boolean;
}

function sums(weight: (k: number) => number): (x: number) => number {
  const below = [0];
  for (let k = 0; k < 1200; k++) below.push(below[k] + weight(k));
  return (x) => x < 0 ? 0 : below[Math.min(1199, Math.floor(x)) + 1];
}

const beta = betaCdf(2, 5);

const LAWS: Record<string, Law> = {
  uniform: { write: () => `"uniform"`, cdf: (x) => x / 1001 },
  normal: {
    write: ({ position, length }) =>
      `{ type = "normal", mean = ${position(400)}, stddev = ${length(150)} }`,
    cdf: (x) => phi((x - 400) / 150),
  },
  lognormal: {
    write: () => `{ type = "lognormal", mean = 5, stddev = 0.7 }`,
    cdf: (x) => x <= 0 ? 0 : phi((Math.log(x) - 5) / 0.7),
  },
  exponential: {
    write: ({ length }) => `{ type = "exponential", mean = ${length(150)} }`,
    cdf: (x) => x <= 0 ? 0 : -Math.expm1(-x / 150),
  },
  pareto: {
    write: ({ length }) =>
      `{ type = "pareto", shape = 1.2, scale = ${length(40)} }`,
    cdf: (x) => x <= 0 ? 0 : 1 - (1 + x / 40) ** -1.2,
  },
  poisson: {
    write: ({ length }) => `{ type = "poisson", mean = ${length(300)} }`,
    cdf: sums(poisson(300)),
    counts: true,
  },
  binomial: {
    write: () => `{ type = "binomial", trials = 900, p = 0.3 }`,
    cdf: sums(binomial(900, 0.3)),
    counts: true,
  },
  geometric: {
    write: () => `{ type = "geometric", p = 0.01 }`,
    cdf: sums((k) => 0.01 * 0.99 ** k),
    counts: true,
  },
  triangular: {
    write: ({ length }) => `{ type = "triangular", mode = ${length(300)} }`,
    cdf: (x) =>
      x <= 0
        ? 0
        : x >= 1000
        ? 1
        : x < 300
        ? x * x / 300_000
        : 1 - (1000 - x) ** 2 / 700_000,
  },
  beta: {
    write: () => `{ type = "beta", alpha = 2, beta = 5 }`,
    cdf: (x) => beta(x / 1000),
  },
  histogram: {
    write: ({ position }) =>
      `{ type = "histogram", bins = [[${position(0)}, ${position(250)}, 1], [${
        position(250)
      }, ${position(500)}, 3]] }`,
    cdf: (x) => x < 250 ? x / 1000 : x < 500 ? (x - 250) * 0.003 + 0.25 : 1,
  },
  zipf: {
    write: () => `{ type = "zipf", exponent = 0.8 }`,
    cdf: sums((k) => (k + 1) ** -0.8),
  },
};

const CUTS = [10, 25, 50, 75, 100, 150, 200, 250, 275, 300, 350, 400, 500, 700];

/** The numbers; of counts, the sum of 65,536. */
function made(place: Place, dist: string): number[] {
  if (place.per === true) {
    const tables = new Tables(
      `[table.p]\nrows = 65536\n[table.p.columns]\nid = { gen = "sequence", start = 0 }\n[table.t]\nper = { table = "p", min = 0, max = 1000, dist = ${dist} }
[table.t.columns]\nparent = { ref = "p.id" }\nn = { gen = "counter" }`,
    );
    return [tables.table("t").plan.rows];
  }
  const tables = new Tables(
    `${
      place.before ?? ""
    }\n[table.t]\nrows = ${ROWS}\n[table.t.columns]\nc = { ${place.column}, dist = ${dist} }`,
  );
  return tables.values("c", ROWS).map((value) => place.number(value));
}

for (const [where, place] of Object.entries(PLACES)) {
  for (const [type, law] of Object.entries(LAWS)) {
    // In steps of the grid, which is another law where the grid is finer.
    if (type === "zipf" && place.grid < 1 && place.grid > 0) continue;
    Deno.test(`${type} on ${where} is in the units of the values`, () => {
      const values = made(place, law.write(place));
      const isCount = law.counts === true || type === "zipf";
      const whole = place.grid === 1 || isCount;
      const isEven = type === "uniform" || type === "histogram";
      /** Share of the values that are k, or nearest to it, or below. */
      const share = (k: number) =>
        law.cdf(isCount ? k : whole && isEven ? k + 1 : k + 0.5);
      const low = type === "normal" ? law.cdf(-place.grid / 2) : 0;
      const high = share(1000);
      if (place.per === true) {
        const expected = Array.from(
          { length: 1000 },
          (_, k) => 1 - (share(k) - low) / (high - low),
        ).reduce((sum, one) => sum + one, 0);
        const mean = values[0] / 65_536;
        assert(Math.abs(mean / expected - 1) < 1e-3, `${mean}, ${expected}`);
        return;
      }
      if (whole) assert(values.every(Number.isInteger));
      const cells = values.map((value) =>
        CUTS.filter((cut) => value >= cut + (whole ? 1 : 0.5)).length
      );
      const ends = [...CUTS, 1000].map(share);
      const shares = ends.map((end, i) => end - (i === 0 ? low : ends[i - 1]));
      assertCounts(
        counted(Float64Array.from(cells), 0, CUTS.length),
        normalised(shares),
      );
      assertEquals(values.some((value) => value < 0 || value > 1000), false);
    });
  }
}
