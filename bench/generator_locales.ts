// What a value of each generator with word lists takes in each locale that thrust has of its own: generation alone, the
// locales in turn, and the best of many rounds. Prints JSON for generators_page.ts; names given are measured alone.
//
//     bun bench/generator_locales.ts [NAME …]
import process from "node:process";
import { Rows } from "../core/values/rows.ts";
import { generators } from "../generators/registry.ts";
import { Tables } from "../tests/generators/_tables.ts";

const LOCALES = ["en_US", "pt_BR", "id_ID"];
const ROWS = 1024;
const CHUNKS = 40;
const ROUNDS = 40;

/** Nanoseconds a value, by locale. */
export interface LocaleTimes {
  name: string;
  times: Record<string, number>;
}

/** Makes chunk after chunk of a table with that generator. */
function maker(name: string, locale: string): () => void {
  const tables = new Tables(`version = 1
[run]
now = 2026-01-01T00:00:00Z
[table.t]
rows = 100_000
[table.t.columns]
c = { gen = "${name}", locale = "${locale}" }
`);
  const rows = new Rows(ROWS);
  let row = 0;
  return () => {
    for (let i = 0; i < CHUNKS; i++) {
      tables.vectors(["c"], rows.range(row, ROWS));
      row += ROWS;
    }
  };
}

const asked = process.argv.slice(2);
const measured: LocaleTimes[] = [];
for (const { name, localized } of generators.values()) {
  if (!localized || name.startsWith("faker")) continue;
  if (asked.length > 0 && !asked.includes(name)) continue;
  const makers = LOCALES.map((locale) => ({
    locale,
    make: maker(name, locale),
  }));
  const times: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const { locale, make } of makers) {
      const from = performance.now();
      make();
      const took = (performance.now() - from) * 1e6 / (CHUNKS * ROWS);
      times[locale] = Math.min(times[locale] ?? Infinity, took);
    }
  }
  measured.push({ name, times });
}
console.log(JSON.stringify(measured));
