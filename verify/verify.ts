// Proves the promises of a plan on what is in its target.
import type { Plan } from "../core/plan.ts";
import { grouped } from "../core/quantities.ts";
import { sqliteText } from "../source/formats/sqlite_values.ts";
import type { Source } from "../source/source.ts";
import { checkColumns, checkNotNull } from "./column_checks.ts";
import type { Differences } from "./differences.ts";
import { ExpectedRows } from "./expected_rows.ts";
import type { FoundTable, Place } from "./found.ts";
import { lostReferences, repeatedKey, type Scan, scanColumns } from "./keys.ts";
import { promisesOf, type TablePromises } from "./promises.ts";
import { type Reading, readTable } from "./reading.ts";
import type { Say } from "./tally.ts";
import { type VerifyProgress, watch } from "./watched.ts";

/** What became of a promise. */
export interface Verdict {
  table: string;
  /** Where its rows were found. */
  name: string;
  /** What is promised: `rows`, `values`, `primary key (id)`, `NULL in email`. */
  promise: string;
  asked: string;
  found: string;
  verdict: "ok" | "broken" | "not checked";
}

export interface TableReport {
  table: string;
  name: string;
  verdicts: Verdict[];
  differences?: Differences;
}

export interface VerifyOptions {
  /** Of databases: compare so many rows of each table, found by their keys. */
  sample?: number;
  /** Called at every batch of rows. */
  onProgress?: (progress: VerifyProgress) => void;
}

interface Checked {
  table: FoundTable;
  promises: TablePromises;
  reading: Reading;
  report: TableReport;
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

function sayer(report: TableReport): Say {
  return (promise, asked, found, holds) => {
    const { table, name } = report;
    const verdict = holds === undefined
      ? "not checked"
      : holds
      ? "ok"
      : "broken";
    report.verdicts.push({ table, name, promise, asked, found, verdict });
  };
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

async function checkKeys(checked: Checked): Promise<void> {
  const { promises, report } = checked;
  const say = sayer(report);
  const keys = [
    ["primary key", promises.primaryKey] as const,
    ...promises.uniqueKeys.map((key) => ["unique key", key] as const),
  ];
  for (const [kind, key] of keys) {
    if (key.length === 0) continue;
    const [found, holds] = await keyHolds(checked, key);
    say(`${kind} (${key.join(", ")})`, "no two rows alike", found, holds);
  }
}

async function keyHolds(
  { table, reading }: Checked,
  key: readonly string[],
): Promise<[found: string, holds: boolean | undefined]> {
  const guard = await table.guard?.(key);
  if (guard !== undefined) return [guard, true];
  const tally = reading.tallies.find(({ promises }) =>
    key.length === 1 && promises.name === key[0]
  );
  // Of rows that are known to be right, only what is needed has been tallied.
  if (tally?.rising && tally.rows === reading.rows && !reading.sampled) {
    return ["rises from row to row", true];
  }
  if (table.unread !== undefined) return [table.unread, undefined];
  const twice = await repeatedKey(table, key, reading.rows);
  return twice === undefined
    ? ["none are", true]
    : [`(${twice}) more than once`, false];
}

async function checkReferences(
  plan: Plan,
  source: Source,
  checked: Checked,
  all: readonly Checked[],
): Promise<void> {
  const { table, promises, report, reading } = checked;
  if (reading.missing) return;
  for (const { columns, table: to, targets } of promises.foreignKeys) {
    const promise = `foreign key (${columns.join(", ")})`;
    const asked = `a row of ${to} each`;
    const say = (found: string, holds: boolean | undefined) =>
      sayer(report)(promise, asked, found, holds);
    const guard = await table.referenceGuard?.(columns, to, targets);
    if (guard !== undefined) {
      say(guard, true);
      continue;
    }
    // A table may stand in several files, each with some of its columns.
    const parents = all.filter((one) => one.table.plan.name === to);
    const parent = parents.find((one) =>
      targets.every((name) =>
        one.table.columns.includes(name)
      )
    ) ?? parents[0];
    if (table.unread !== undefined) {
      say(table.unread, undefined);
    } else if (
      parent !== undefined && isDense(parent, targets, checked, columns)
    ) {
      say("all within the numbers of the key", true);
    } else if (parent?.reading.missing || parent?.table.unread !== undefined) {
      say(`${parent.table.name} cannot be read`, undefined);
    } else {
      const isThere = parent !== undefined &&
        targets.every((name) => parent.table.columns.includes(name));
      const lost = await lostReferences(
        table,
        columns,
        isThere
          ? scanColumns(parent.table, targets)
          : expectedColumns(plan, source, to, targets),
        isThere
          ? parent.reading.rows
          : plan.tables.find(({ name }) => name === to)!.rows,
      );
      const where = isThere ? "" : ", which this run does not write: computed";
      if (lost === undefined) say(`all are there${where}`, true);
      else {
        say(
          `${
            grouped(lost.rows)
          } not there, the first is (${lost.first})${where}`,
          false,
        );
      }
    }
  }
}

/** Whether a key is the whole numbers from one to another without a gap, and all that refers to it lies between. */
function isDense(
  parent: Checked,
  [target, ...more]: readonly string[],
  child: Checked,
  [column]: readonly string[],
): boolean {
  const key = tallyOf(parent, target);
  const values = tallyOf(child, column);
  if (more.length > 0 || key === undefined || values === undefined) {
    return false;
  }
  if (parent.reading.sampled || child.reading.sampled) return false;
  const isKey = parent.report.verdicts.some(({ promise, verdict }) =>
    verdict === "ok" &&
    (promise === `primary key (${target})` ||
      promise === `unique key (${target})`)
  );
  return isKey && key.nulls === 0 && key.odd === 0 && values.odd === 0 &&
    key.kind === "int" &&
    key.max - key.min + 1 === key.rows &&
    (values.nulls === values.rows ||
      values.min >= key.min && values.max <= key.max);
}

function tallyOf({ table, reading }: Checked, column: string) {
  const tally = reading.tallies.find(({ promises }) =>
    promises.name === column
  );
  const type = table.plan.columns.find(({ name }) => name === column)?.type;
  if (tally === undefined || type === undefined) return undefined;
  const { nulls, odd, min, max, rows } = tally;
  return { nulls, odd, min, max, rows, kind: type.kind };
}

/** A key of a table that this run does not write, as it is computed. */
function expectedColumns(
  plan: Plan,
  source: Source,
  name: string,
  columns: readonly string[],
): Scan {
  const table = plan.tables.find((one) => one.name === name)!;
  const rows = new ExpectedRows(
    source,
    table,
    columns,
    (column) => sqliteText(name, column),
  );
  return (see) => {
    rows.scan(table.rows, see);
    return Promise.resolve();
  };
}

/** Whether anything is broken. */
export function isBroken(reports: readonly TableReport[]): boolean {
  return reports.some(({ verdicts }) =>
    verdicts.some(({ verdict }) => verdict === "broken")
  );
}
