// Proves the promises of a plan on what is in its target.
import type { Plan } from "../core/plan.ts";
import { grouped } from "../core/quantities.ts";
import type { Source } from "../source/source.ts";
import { checkColumns, checkNotNull } from "./checks/columns.ts";
import type { Differences } from "./differences.ts";
import type { FoundTable, Place } from "./place.ts";
import { checkKeys } from "./checks/keys.ts";
import { promisesOf } from "./promises.ts";
import { readTable } from "./reading.ts";
import { checkReferences } from "./checks/references.ts";
import type { Checked } from "./checks/checked.ts";
import { sayer, type TableReport } from "./verdicts.ts";
import { type VerifyProgress, watch } from "./watched.ts";

export interface VerifyOptions {
  /** Of databases: compare so many rows of each table, found by their keys. */
  sample?: number;
  /** Called at every batch of rows. */
  onProgress?: (progress: VerifyProgress) => void;
}

/** Looks at every table of a place, then at what refers from one to another. */
export async function verifyPlan(
  plan: Plan,
  source: Source,
  place: Place,
  options: VerifyOptions = {},
): Promise<TableReport[]> {
  const checked: Checked[] = [];
  for (const [index, table] of place.tables.entries()) {
    if (options.onProgress !== undefined) {
      watch(table, index, place.tables.length, options.onProgress);
    }
    checked.push(await checkTable(plan, source, table, options.sample));
  }
  for (const one of checked) await checkReferences(plan, source, one, checked);
  return checked.map(({ report }) => report);
}

async function checkTable(
  plan: Plan,
  source: Source,
  table: FoundTable,
  sample: number | undefined,
): Promise<Checked> {
  const promises = promisesOf(
    plan,
    source,
    table.plan,
    table.columns,
    table.altered,
  );
  const report: TableReport = {
    table: table.plan.name,
    name: table.name,
    verdicts: [],
  };
  const say = sayer(report);
  for (const flaw of table.flaws) {
    say("shape", "as in the Genfile", flaw, false);
  }
  const reading = await readTable(
    table,
    promises,
    sample,
    plan.output.mode === "append",
  );
  const checked = { table, promises, reading, report };
  if (reading.missing) return checked;
  sayRows(plan, checked);
  sayValues(checked);
  await checkKeys(checked);
  checkNotNull(reading.tallies, say);
  const counted = reading.tallies.find(({ children }) => children);
  if (counted !== undefined && !reading.sampled) counted.children!.check(say);
  for (const tally of reading.tallies) {
    const { type } = table.plan.columns.find(({ name }) =>
      name === tally.promises.name
    )!;
    checkColumns(tally, type, say);
  }
  return checked;
}

function sayRows(plan: Plan, { reading, report, promises }: Checked): void {
  const { rows } = promises;
  if (reading.unread !== undefined && !reading.sampled) return;
  const mayHaveMore = plan.output.mode === "append";
  const more = reading.rows - rows;
  sayer(report)(
    "rows",
    mayHaveMore ? `at least ${grouped(rows)}` : grouped(rows),
    mayHaveMore && more > 0
      ? `${grouped(reading.rows)}: ${
        grouped(more)
      } were there or came otherwise`
      : grouped(reading.rows),
    mayHaveMore ? more >= 0 : more === 0,
  );
}

function sayValues({ table, reading, report }: Checked): void {
  const say = sayer(report);
  const { differences, compared } = reading;
  const columns = `${grouped(compared)} ${compared === 1 ? "row" : "rows"}`;
  if (reading.unread !== undefined) {
    say("values", "each as recomputed", reading.unread, reading.unreadHolds);
    return;
  }
  if (differences !== undefined) report.differences = differences;
  const broken = differences !== undefined &&
    differences.changed + differences.missing + differences.unexpected > 0;
  say(
    "values",
    `each as recomputed, in ${table.columns.length} columns`,
    broken ? wordsOf(differences) : `${columns} equal`,
    !broken,
  );
  if (reading.disorder !== undefined) {
    say(
      "order",
      "row by row",
      `another row stands where row ${reading.disorder} belongs`,
      false,
    );
  }
}

function wordsOf(
  { changed, missing, unexpected, isLeast }: Differences,
): string {
  const parts = [
    [changed, "changed"],
    [missing, "missing"],
    [unexpected, "not expected"],
  ] as const;
  const words = parts.filter(([count]) => count > 0)
    .map(([count, word]) => `${grouped(count)} ${word}`).join(", ");
  return isLeast ? `${words}, or more` : words;
}
