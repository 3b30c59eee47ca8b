// Nanoseconds a value for every generator, and a row for the columns of people.toml: generation alone, no encoding.
// deno run --allow-all bench/generators.ts [NAME …]; with --executable it measures dist/thrust and, without names, writes
// generators.md.
import process from "node:process";
import { Rows } from "../core/values/rows.ts";
import { generators } from "../source/registry.ts";
import { COLUMNS, genfileOf } from "./generator_columns.ts";
import { writePage } from "./generators_page.ts";
import { Tables } from "../tests/generators/_tables.ts";

const ROWS = 1024;
/** Each measurement takes so long, and the best of several counts. */
const MILLISECONDS = 60;
const ROUNDS = 5;

const PEOPLE = `
[table.t]
rows = 5_000_000
[table.t.columns]
id = "sequence"
uid = "uuid"
first_name = "person.first_name"
last_name = "person.last_name"
email = { template = "{first_name|slug}.{last_name|slug}.{id}@example.com" }
age = { gen = "int", min = 18, max = 99 }
balance = { gen = "decimal", min = 0, max = 100_000, scale = 2 }
created_at = { gen = "timestamp", from = 2020-01-01, to = 2026-01-01 }
`;

/** Nanoseconds a row for making columns of table `t`, chunk after chunk. */
function measure(tables: Tables, columns: readonly string[]): number {
  const rows = new Rows(ROWS);
  let row = 0;
  const chunk = () => {
    rows.range(row, ROWS);
    row += ROWS;
    tables.vectors(columns, rows);
  };
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    let chunks = 0;
    let passed = 0;
    while (passed < MILLISECONDS) {
      for (let i = 0; i < 20; i++) chunk();
      chunks += 20;
      passed = performance.now() - start;
    }
    best = Math.min(best, passed * 1e6 / (chunks * ROWS));
  }
  return best;
}

function show(name: string, nanoseconds: number): void {
  console.log(`${name.padEnd(20)}${nanoseconds.toFixed(1).padStart(8)} ns`);
}

async function measureHere(asked: readonly string[]): Promise<void> {
  await generators.loadFor([{
    generator: "faker.lorem.word",
    locales: [{ locale: "en_US", weight: 1 }],
  }]);
  for (const [name, column] of COLUMNS) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    show(name, measure(new Tables(genfileOf(column)), ["c"]));
  }
  if (asked.length > 0 && !asked.includes("people")) return;
  const columns = [
    ...["id", "uid", "first_name", "last_name", "email", "age", "balance"],
    "created_at",
  ];
  for (const column of columns) {
    show(`  ${column}`, measure(new Tables(PEOPLE), [column]));
  }
  show("people", measure(new Tables(PEOPLE), columns));
}

const asked = process.argv.slice(2);
const names = asked.filter((one) => one !== "--executable");
if (names.length < asked.length) await writePage(names);
else await measureHere(names);
