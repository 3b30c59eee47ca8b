// What a column costs against another one: nanoseconds a value for generating and encoding it as CSV, on the runtime
// that runs this; the two of a pair in turn, and the best of many rounds, so that a busy machine spoils little.
//
//     deno run -A bench/columns.ts        bun bench/columns.ts
import process from "node:process";
import type { Plan } from "../core/plan.ts";
import { checkGenfile, createSource } from "../engine.ts";

const CHUNK = 1024;
const CHUNKS = 24;
const ROUNDS = 60;

/** Columns beside the one that is measured; hidden, so that they are made only where they are read. */
const BESIDE = `
a = { gen = "int", min = 0, max = 1000, hidden = true }
b = { gen = "int", min = 0, max = 1000, hidden = true }
`;
/** The cost of these is taken from both of a pair: what an expression reads is made in any case. */
const INT = `{ gen = "int", min = 0, max = 100_000_000 }`;

interface Pair {
  what: string;
  column: string;
  against: string;
  /** At most so many times the other. */
  most: number;
  /** Columns that both write beside it. */
  beside?: string;
}

const READ = `
a = { gen = "int", min = 0, max = 1000 }
b = { gen = "int", min = 0, max = 1000 }
`;

const PAIRS: Pair[] = [
  {
    what: "expr over two columns against int",
    column: `{ expr = "a * 3 + b" }`,
    against: INT,
    most: 2,
    beside: READ,
  },
  {
    what: "when over a column against int",
    column: `{ gen = "int", min = 0, max = 100_000_000, when = "a < 900" }`,
    against: INT,
    most: 2,
    beside: READ,
  },
  ...[
    INT,
    `{ gen = "decimal", min = 0, max = 1_000_000, scale = 2 }`,
    `{ gen = "date", from = 1000-01-01, to = 9999-12-31 }`,
    `{ gen = "timestamp", from = 2000-01-01, to = 2026-01-01 }`,
    `{ pattern = '[A-Z]{3}-\\d{5}' }`,
    `{ gen = "string", length = 12 }`,
    `"cpf"`,
    `"ssn"`,
    `"email"`,
  ].map((against): Pair => ({
    what: `unique against not: ${against}`,
    column: against.startsWith(`"`)
      ? `{ gen = ${against}, unique = true }`
      : against.replace(/ \}$/, ", unique = true }"),
    against,
    most: 2.5,
  })),
];

/** Makes chunk after chunk of a table with that column. */
async function maker(column: string, beside = BESIDE): Promise<() => void> {
  const { plan, diagnostics } = await checkGenfile(`version = 1
[table.t]
rows = 1_000_000
[table.t.columns]
${beside}
c = ${column}
`);
  if (plan === undefined) throw new TypeError(JSON.stringify(diagnostics));
  const source = await createSource(plan as Plan);
  const [table] = plan.tables;
  let row = 0;
  return () => {
    for (let i = 0; i < CHUNKS; i++) {
      source.encode(table, row, CHUNK, () => {});
      row = (row + CHUNK) % 900_000;
    }
  };
}

function nanoseconds(make: () => void): number {
  const from = performance.now();
  make();
  return (performance.now() - from) * 1e6 / (CHUNKS * CHUNK);
}

const runtime = "Bun" in globalThis ? "Bun" : "Deno";
console.log(`| ${runtime} | ns | against ns | ratio | at most | |`);
console.log("|---|---|---|---|---|---|");
const nothing = await maker(`{ value = 1 }`, READ);
for (const { what, column, against, most, beside } of PAIRS) {
  const makers = [
    await maker(column, beside),
    await maker(against, beside),
    nothing,
  ];
  const best = makers.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, make] of makers.entries()) {
      best[i] = Math.min(best[i], nanoseconds(make));
    }
  }
  const base = beside === undefined ? 0 : best[2];
  const [one, other] = [best[0] - base, best[1] - base];
  const ratio = one / other;
  console.log(
    `| ${what.replaceAll("|", "\\|")} | ${one.toFixed(1)} | ${
      other.toFixed(1)
    } | ${ratio.toFixed(2)} | ${most} | ${
      ratio <= most ? "met" : "**missed**"
    } |`,
  );
}
process.exit(0);
