// Runs a Genfile into a database of the tests' server, in this process.
import type { Overrides } from "../../../core/planning/plan_maker.ts";
import type { RunResult } from "../../../core/run/run.ts";
import { checkGenfile, runPlan } from "../../../engine.ts";
import { inFolder } from "../../fixtures/folder.ts";
import type { Database } from "../../fixtures/postgres.ts";

const HEAD = `version = 1\n[run]\nworkers = 2\nnow = 2026-01-01T00:00:00Z\n`;

/** @throws {ThrustError} What the run fails with. */
export async function load(
  genfile: string,
  to: string,
  overrides: Overrides = {},
): Promise<RunResult> {
  const text = genfile.includes("version = 1") ? genfile : `${HEAD}${genfile}`;
  const { plan, diagnostics } = await checkGenfile(text, {
    overrides: { to, ...overrides },
  });
  if (plan === undefined) throw new TypeError(diagnostics[0].message);
  return await runPlan(plan);
}

/** Has the server copy what the Genfile gives as CSV: each table `t` into `csv_t`, which is like it. */
export async function loadCsv(
  genfile: string,
  database: Database,
  tables: string[],
  overrides: Overrides = {},
): Promise<void> {
  await inFolder(async (folder) => {
    await load(genfile, folder, overrides);
    for (const table of tables) {
      const path = `${database.server.folder}/${table}.csv`;
      await Deno.copyFile(`${folder}/${table}.csv`, path);
      const header = (await Deno.readTextFile(path)).split("\n", 1)[0];
      const columns = header.split(",").map((name) => `"${name}"`).join(", ");
      await database.run(`
        CREATE TABLE "csv_${table}" (LIKE "${table}");
        COPY "csv_${table}" (${columns}) FROM '${path}' (FORMAT csv, HEADER)`);
    }
  });
}

/** How many rows only one of two tables has, as text: some types have no equality. */
export async function differingRows(
  database: Database,
  one: string,
  other: string,
  columns = ["*"],
): Promise<number> {
  const list = columns[0] === "*"
    ? "t::text"
    : columns.map((name) => `t."${name}"::text`).join(", ");
  const select = (table: string) => `SELECT ${list} FROM "${table}" AS t`;
  const [{ n }] = await database.run(`
    SELECT count(*)::int AS n FROM (
      (${select(one)} EXCEPT ALL ${select(other)})
      UNION ALL
      (${select(other)} EXCEPT ALL ${select(one)})
    ) AS differing`);
  return Number(n);
}
