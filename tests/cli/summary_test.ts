import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { RunResult } from "../../core/run/run.ts";
import { summaryJson, summaryText } from "../../cli/summary.ts";
import { textWidth } from "../../core/text_width.ts";
import { planOf } from "../fixtures/plans.ts";

const plan = planOf({ rows: { customers: 1_000_000, orders: 5 }, file: "x" });
const result: RunResult = {
  outcome: "done",
  seconds: 2.5,
  tables: [
    {
      table: "customers",
      total: 1_000_000,
      made: 1_000_000,
      rows: 1_000_000,
      bytes: 123_456_789,
      seconds: 2,
      state: "done",
    },
    {
      table: "orders",
      total: 5,
      made: 5,
      rows: 5,
      bytes: 60,
      seconds: 0,
      state: "done",
    },
  ],
  workers: [600_000, 400_005],
  waits: {
    source: { times: 1234, seconds: 1.5 },
    target: { times: 0, seconds: 0 },
  },
  seed: "42",
  now: 0,
  peakMemory: 200e6,
};

Deno.test("summary says what each table came to, the seed and the clock, and who waited for whom", () => {
  assertEquals(
    summaryText(plan, result),
    `table           rows     bytes    time   rows/s
customers  1,000,000  123.5 MB  2.00 s  500,000
orders             5      60 B  0.00 s        -
total      1,000,005  123.5 MB  2.50 s  400,002
seed 42, now 1970-01-01T00:00:00Z
waits: source workers 1,234 times (1.50 s), target never
peak memory 200.0 MB
`,
  );
});

Deno.test("summary marks a seed and a clock that nobody gave", () => {
  const text = summaryText(
    { ...plan, seedIsRandom: true, nowIsClock: true, now: 1 },
    result,
  );
  assertStringIncludes(
    text,
    "seed 42 (chosen at random), now 1970-01-01T00:00:00.001Z (the start of the run)\n",
  );
});

Deno.test("summary of an interrupted run says how far it came and that nothing was kept", () => {
  const text = summaryText(plan, { ...result, outcome: "interrupted" });
  assertEquals(
    text.split("\n")[0],
    "interrupted after 2.50 s: 1,000,005 rows had been made; no file has been written or changed",
  );
});

Deno.test("JSON summary is one line with everything in it", () => {
  const line = summaryJson(plan, result);
  assertEquals(line.indexOf("\n"), line.length - 1);
  assertEquals(JSON.parse(line), {
    type: "summary",
    ...result,
    now: "1970-01-01T00:00:00Z",
  });
});

Deno.test("summary lines up under names in wide characters and stays within 100 columns", () => {
  const often = { times: 12_345_678, seconds: 86_399 };
  const text = summaryText(plan, {
    ...result,
    tables: [{ ...result.tables[0], table: "顧客" }],
    waits: { source: often, target: often },
  });
  const [head, row, sum, ...rest] = text.trimEnd().split("\n");
  assertEquals(textWidth(row), head.length);
  assertEquals(sum.length, head.length);
  for (const line of rest) assert(line.length <= 100, line);
});
