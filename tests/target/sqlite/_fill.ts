// Runs Genfiles into SQLite databases, and reads what is there then.
import { DatabaseSync } from "node:sqlite";
import { renderDiagnostics } from "../../../core/genfile/render.ts";
import type { Plan } from "../../../core/plan.ts";
import type { RunResult } from "../../../core/run/run.ts";
import { checkGenfile, type Overrides, runPlan } from "../../../engine.ts";

/** The plan of a Genfile without its first line, `version = 1`. */
async function planOf(
  text: string,
  overrides: Overrides = {},
): Promise<Plan> {
  const genfile = `version = 1\n${text}`;
  const { plan, diagnostics } = await checkGenfile(genfile, { overrides });
  if (plan !== undefined) return plan;
  throw new Error(renderDiagnostics(diagnostics, "Genfile.toml", genfile));
}

/** Fills a file. */
export async function fill(
  text: string,
  file: string,
  overrides: Overrides = {},
): Promise<RunResult> {
  const all = { workers: 2, ...overrides, to: `sqlite:${file}` };
  return runPlan(await planOf(text, all));
}

export type Row = Record<string, unknown>;

/** Executes statements on a file, which need not be there. */
export function execute(file: string, sql: string): void {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

/** The rows that a query gives, as plain objects. */
export function query(file: string, sql: string): Row[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return db.prepare(sql).all().map((row) => ({ ...row }));
  } finally {
    db.close();
  }
}

/** The one value that a query gives. */
export function value(file: string, sql: string): unknown {
  return Object.values(query(file, sql)[0])[0];
}
