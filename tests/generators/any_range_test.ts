// Random columns of numbers and times: ends, steps, orders and distributions of all sizes. Each is either refused with
// a hint, or makes values that lie in its range, whatever it is made of.
import { assert } from "@std/assert";
import fc from "fast-check";
import { genfileOf, reports, Tables } from "./_tables.ts";

/** Numbers of all sizes, as a Genfile writes them. */
const anyNumber = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(0.5, 1e-9, 1e15, 9007199254740991, -9007199254740991, 0.01),
).map(String);
const anyShare = fc.constantFrom("0", "1e-12", "0.3", "0.5", "0.999999", "1");
const anyLength = fc.constantFrom(
  ...["1 s", "0.5 s", "10 min", "6 h", "1 day", "90 days", "4000 weeks"],
).map((text) => `"${text}"`);
const anyDate = fc.constantFrom(
  ...["0001-01-01", "1969-12-31", "2020-02-29", "2020-03-01", "2026-01-01"],
  ...["9999-12-31", "2020-01-01T12:30:00Z", `"now"`],
);
const anyTime = fc.constantFrom("00:00:00", "08:30:00", "08:30:01", "23:59:59");

interface Kind {
  low: string;
  high: string;
  position: fc.Arbitrary<string>;
  length: fc.Arbitrary<string>;
  more?: string;
}

const KINDS: Record<string, Kind> = {
  int: { low: "min", high: "max", position: anyNumber, length: anyNumber },
  float: { low: "min", high: "max", position: anyNumber, length: anyNumber },
  decimal: {
    low: "min",
    high: "max",
    position: anyNumber,
    length: anyNumber,
    more: ", scale = 3",
  },
  date: { low: "from", high: "to", position: anyDate, length: anyLength },
  timestamp: { low: "from", high: "to", position: anyDate, length: anyLength },
  time: { low: "from", high: "to", position: anyTime, length: anyLength },
  interval: {
    low: "from",
    high: "to",
    position: anyLength,
    length: anyLength,
    more: ", precision = 3",
  },
};

function anyDist({ position, length }: Kind): fc.Arbitrary<string> {
  const table = (
    type: string,
    parameters: Record<string, fc.Arbitrary<string>>,
  ) =>
    fc.record(parameters, { requiredKeys: [] }).map((given) =>
      `{ type = "${type}"${
        Object.entries(given).map(([name, value]) => `, ${name} = ${value}`)
          .join("")
      } }`
    );
  return fc.oneof(
    fc.constant(`"uniform"`),
    table("normal", { mean: position, stddev: length }),
    table("lognormal", { mean: anyNumber, stddev: anyNumber }),
    table("exponential", { mean: length }),
    table("pareto", { shape: anyNumber, scale: length }),
    table("zipf", { exponent: anyNumber }),
    table("poisson", { mean: length }),
    table("binomial", { trials: anyNumber, p: anyShare }),
    table("geometric", { p: anyShare }),
    table("triangular", { mode: fc.oneof(position, length) }),
    table("beta", { alpha: anyNumber, beta: anyNumber }),
    fc.array(fc.tuple(position, position, anyNumber), { maxLength: 3 }).map(
      (bins) =>
        `{ type = "histogram", bins = [${
          bins.map((bin) => `[${bin.join(", ")}]`).join(", ")
        }] }`,
    ),
  );
}

const anyColumn = fc.constantFrom(...Object.keys(KINDS)).chain((gen) => {
  const kind = KINDS[gen];
  return fc.record({
    [kind.low]: kind.position,
    [kind.high]: kind.position,
    step: kind.length,
    order: fc.constantFrom(`"asc"`, `"desc"`),
    dist: anyDist(kind),
    unique: fc.constant("true"),
  }, { requiredKeys: [] }).map((given) =>
    `{ gen = "${gen}"${kind.more ?? ""}${
      Object.entries(given).map(([name, value]) => `, ${name} = ${value}`)
        .join("")
    } }`
  );
});

Deno.test("any column of numbers or times is refused with its reason, or keeps its promises", () => {
  let made = 0;
  let refused = 0;
  fc.assert(
    fc.property(anyColumn, (column) => {
      const found = reports(genfileOf(column));
      if (found.length > 0) {
        refused++;
        for (const { message } of found) assert(message.length > 5);
        return;
      }
      made++;
      const tables = new Tables(genfileOf(column));
      const values = tables.numbers("c", 300);
      const { min = -Infinity, max = Infinity, kind, nullable } = tables.type(
        "c",
      );
      assert(!nullable || column.includes(`mean = "now"`), column);
      values.forEach((value, i) => {
        assert(Number.isFinite(value), `${value} in ${column}`);
        if (kind !== "float") assert(Number.isSafeInteger(value), column);
        assert(value >= min && value <= max, `${value} in ${column}`);
        if (i === 0) return;
        if (column.includes(`order = "asc"`)) {
          assert(value >= values[i - 1], `${values[i - 1]}, then ${value}`);
        }
        if (column.includes(`order = "desc"`)) {
          assert(value <= values[i - 1], `${values[i - 1]}, then ${value}`);
        }
      });
      if (column.includes("unique")) {
        assert(new Set(values).size === 300, column);
      }
      // Every row alone is the same.
      const [one] = tables.at("c", [123]);
      assert(one === values[123]);
    }),
    { numRuns: 4000, seed: 5 },
  );
  assert(made > 400 && refused > 400, `${made} made, ${refused} refused`);
});
