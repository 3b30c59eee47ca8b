// Runs Genfiles and verifies what they have written, in this process.
import { renderDiagnostics } from "../../core/genfile/render.ts";
import type { Plan } from "../../core/plan.ts";
import {
  checkGenfile,
  createSource,
  type Overrides,
  runPlan,
  type TableReport,
  verifyTarget,
} from "../../engine.ts";
import { generators } from "../../generators/registry.ts";

const HEAD = `version = 1\n[run]\nworkers = 2\nnow = 2026-01-01T00:00:00Z\n`;
const encoder = new TextEncoder();
const CITIES = `name,weight\nSão Paulo,12\n"Washington, D.C.",3\nRecife,2\n`;

async function planOf(
  genfile: string,
  overrides: Overrides,
): Promise<Plan> {
  const text = HEAD + genfile;
  const { plan, diagnostics } = await checkGenfile(text, {
    overrides,
    readFile: () => encoder.encode(CITIES),
  });
  if (plan !== undefined) return plan;
  throw new Error(renderDiagnostics(diagnostics, "Genfile.toml", text));
}

export async function load(
  genfile: string,
  overrides: Overrides,
): Promise<void> {
  await runPlan(await planOf(genfile, overrides));
}

export async function reportsOf(
  genfile: string,
  overrides: Overrides,
  sample?: number,
): Promise<TableReport[]> {
  const plan = await planOf(genfile, overrides);
  return await verifyTarget(await createSource(plan), plan, { sample });
}

/** What is broken, as `table: promise: found`, and the first rows that differ. */
export async function broken(
  genfile: string,
  overrides: Overrides,
  sample?: number,
): Promise<string[]> {
  const reports = await reportsOf(genfile, overrides, sample);
  return reports.flatMap(({ table, verdicts, differences }) => [
    ...verdicts.filter(({ verdict }) => verdict === "broken")
      .map(({ promise, found }) => `${table}: ${promise}: ${found}`),
    ...(differences?.first ?? []).map(({ kind, row, cells }) =>
      kind === "changed"
        ? `row ${row} ${
          cells.map(({ column, expected, found }) =>
            `${column}: ${expected} -> ${found}`
          ).join(", ")
        }`
        : kind === "missing"
        ? `row ${row} missing`
        : `unexpected ${
          cells.map(({ column, found }) => `${column}=${found}`).join(" ")
        }`
    ),
  ]);
}

/** Two tables that refer to each other's rows, with NULLs, texts that need quotes, decimals and times. */
export const SHOP = `
[table.people]
rows = 3000
[table.people.columns]
id = { gen = "sequence", primary = true }
name = "person.full_name"
note = { values = ["plain", 'with "quotes", comma', "two\\nlines", "", "tab\\there"] }
score = { gen = "decimal", min = -50, max = 50, scale = 2, null = 0.2 }
ratio = { gen = "float", min = -1, max = 1 }
born = { gen = "date", from = 1940-01-01, to = 2007-12-31 }
seen = { gen = "timestamp", from = 2022-01-01, to = 2025-06-30, precision = 3 }
wakes = "time"
active = { gen = "bool", p = 0.3 }
token = "uuid"

[table.visits]
rows = 5000
[table.visits.columns]
id = { gen = "uuid", primary = true }
person_id = { ref = "people.id" }
pages = { gen = "int", min = 1, max = 9 }
`;

/** A Genfile in which every generator stands, with a column like its example. */
export function everyGenerator(): string {
  const columns = [...generators.values()].map(({ name, example }) =>
    `${name.replaceAll(".", "_")}_ = ${example}`
  );
  return `
[dict.cities]
file = "cities.csv"

[table.customers]
rows = 700
[table.customers.columns]
id = "sequence"
email = "email"

[table.everything]
rows = 2500
[table.everything.columns]
id = { gen = "sequence", primary = true }
${columns.join("\n")}
`;
}

/** Points in time in zones: with time zone, without, in a year with hours that come twice, and in the same rows in UTC. */
export const ZONES = `
[table.times]
rows = 20000
[table.times.columns]
id = { gen = "sequence", primary = true }
utc = { gen = "timestamp", from = 2024-12-31T23:00:00Z, step = "30 min", order = "asc" }
berlin = { gen = "timestamp", zone = "Europe/Berlin", from = 2025-01-01, step = "30 min", order = "asc" }
local = { gen = "timestamp", zone = "Europe/Berlin", from = 2025-01-01, step = "30 min", order = "asc", type = "timestamp", null = 0.1 }
old = { gen = "timestamp", zone = "Africa/Monrovia", from = 1890-01-01, to = 1980-01-01, precision = 3 }
coarse = { gen = "timestamp", zone = "Asia/Kathmandu", precision = 3, type = "timestamp(0)" }
list = { gen = "array", item = { gen = "timestamp", zone = "America/Sao_Paulo" }, max = 3 }
`;
