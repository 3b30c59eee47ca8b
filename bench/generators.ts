// Nanoseconds a value for every generator, and a row for the columns of people.toml: generation alone, no encoding.
// deno run --allow-all bench/generators.ts [NAME …]
import process from "node:process";
import { Rows } from "../core/values/rows.ts";
import { generators } from "../generators/registry.ts";
import { Tables } from "../tests/generators/_tables.ts";

const ROWS = 1024;
/** Each measurement takes so long, and the best of several counts. */
const MILLISECONDS = 60;
const ROUNDS = 5;

const BEFORE = `
[dict.cities]
values = ["Ulm", "Bath", "Troyes", "Recife"]
[table.customers]
rows = 100_000
[table.customers.columns]
id = "sequence"
`;

/** Columns worth a look beside each generator's example. */
const MORE: Record<string, string> = {
  "int normal": `{ gen = "int", min = 0, max = 1000, dist = "normal" }`,
  "int zipf": `{ gen = "int", min = 0, max = 1000, dist = "zipf" }`,
  "int exponential":
    `{ gen = "int", min = 0, max = 1000, dist = { type = "exponential", mean = 100 } }`,
  "uuid 7": `{ gen = "uuid", version = 7 }`,
  "string 12": `{ gen = "string" }`,
  "pattern free": `{ pattern = '(Mr|Mrs)\\. [A-Z][a-z]{2,8}( jr)?' }`,
  "ref zipf": `{ ref = "customers.id", dist = "zipf" }`,
  "template upper": `{ template = "{o|upper}" }`,
  "template slug": `{ template = "{p|slug}" }`,
  "template slug é": `{ template = "{q|slug}" }`,
  "bound by row": `{ gen = "int", min = 0, max = "r" }`,
};

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

const asked = process.argv.slice(2);
const columns = [
  ...[...generators.values()].map(({ name, example }) => [name, example]),
  ...Object.entries(MORE),
].filter(([name]) => asked.length === 0 || asked.includes(name));
for (const [name, column] of columns) {
  const text = `${BEFORE}
[table.t]
rows = 100_000
[table.t.columns]
o = { template = "Row {row} of t", hidden = true }
p = { gen = "person.full_name", hidden = true }
q = { gen = "person.full_name", locale = "pt_BR", of = "other", hidden = true }
r = { gen = "int", min = 0, max = 1000, hidden = true }
c = ${column.replace(`column = "name"`, `column = "value"`)}
`;
  show(name, measure(new Tables(text), ["c"]));
}
if (asked.length === 0 || asked.includes("people")) {
  const columns = [
    ...["id", "uid", "first_name", "last_name", "email", "age", "balance"],
    "created_at",
  ];
  for (const column of columns) {
    show(`  ${column}`, measure(new Tables(PEOPLE), [column]));
  }
  show("people", measure(new Tables(PEOPLE), columns));
}
