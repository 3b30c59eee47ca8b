// `thrust verify`: what a Genfile promises against what is in its target.
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Plan } from "../core/plan.ts";
import { grouped } from "../core/quantities.ts";
import { textWidth } from "../core/text_width.ts";
import {
  createSource,
  type Difference,
  type TableReport,
  type Verdict,
  verifyTarget,
} from "../engine.ts";
import { type CommandLine, invalid } from "./command_line.ts";
import { loadPlan } from "./load_plan.ts";
import { wholeNumber } from "./numbers.ts";
import { painter, print } from "./output.ts";
import { MOST_COLUMNS, spellOut, textTable } from "./text_table.ts";
import { VerifyLine } from "./verify_progress.ts";

const BROKEN_STATUS = 1;

export async function verifyGenfile(line: CommandLine): Promise<number> {
  const { options } = line;
  const typed = options.get("sample");
  const sample = typed === undefined
    ? undefined
    : wholeNumber("--sample", typed, 1, Number.MAX_SAFE_INTEGER);
  const { plan, diagnostics } = await loadPlan(line);
  checkComputable(plan, diagnostics);
  const isJson = options.has("json");
  const shown = new VerifyLine();
  const reports = await verifyTarget(await createSource(plan), plan, {
    sample,
    onProgress: (progress) => shown.update(progress),
  }).finally(() => shown.end());
  const broken = reports.flatMap(({ verdicts }) => verdicts)
    .filter(({ verdict }) => verdict === "broken").length;
  print(isJson ? json(plan, reports, broken === 0) : text(reports, broken));
  return broken === 0 ? 0 : BROKEN_STATUS;
}

/** What was made by chance or by the clock can be made again only when that is told. */
function checkComputable(plan: Plan, diagnostics: readonly Diagnostic[]): void {
  if (plan.seedIsRandom) {
    throw invalid(
      `the seed is random, so the values cannot be recomputed; say --seed with what the run has printed`,
    );
  }
  const followed = diagnostics.find(({ message }) =>
    message.includes("follows the clock")
  );
  if (!plan.nowIsClock || followed === undefined) return;
  const column = followed.message.split(" follows ")[0];
  throw invalid(
    `${column} follows the clock, so its values cannot be recomputed; say --now with what the run has printed`,
  );
}

function json(
  plan: Plan,
  tables: readonly TableReport[],
  holds: boolean,
): string {
  return `${JSON.stringify({ to: plan.output.to, holds, tables })}\n`;
}

const COLUMNS = ["", "table", "promise", "asked", "found"].map((title) => ({
  title,
  right: false,
}));

const SIGNS = { ok: "ok", broken: "BROKEN", "not checked": "not checked" };

function text(reports: readonly TableReport[], broken: number): string {
  const paint = painter("stdout");
  const verdicts = reports.flatMap((report) => report.verdicts);
  const rows = verdicts.map((one) => [
    SIGNS[one.verdict],
    one.table,
    one.promise,
    one.asked,
    one.found,
  ]);
  const lines = textTable(COLUMNS, rows, {
    paint(cell, column, row) {
      if (row === -1) return paint("bold", cell);
      const { verdict } = verdicts[row];
      if (verdict === "broken") return paint("red", cell);
      return verdict === "not checked" && column === 0
        ? paint("yellow", cell)
        : cell;
    },
  });
  const unchecked = verdicts.filter(({ verdict }) => verdict === "not checked");
  const summary = [
    `${grouped(verdicts.length - broken - unchecked.length)} promises hold`,
    ...(broken > 0 ? [`${grouped(broken)} broken`] : []),
    ...(unchecked.length > 0
      ? [`${grouped(unchecked.length)} not checked`]
      : []),
  ].join(", ");
  return [
    ...lines,
    ...cutLines(verdicts),
    ...reports.flatMap(differing),
    "",
    summary,
    "",
  ].join("\n");
}

/** What the table has no room for. */
function cutLines(verdicts: readonly Verdict[]): string[] {
  const long = verdicts.filter(({ verdict, found }) =>
    verdict === "broken" && textWidth(found) > MOST_COLUMNS
  );
  if (long.length === 0) return [];
  return [
    "",
    ...long.map(({ table, promise, found }) =>
      `${table}, ${promise}: ${spellOut(found)}`
    ),
  ];
}

/** The first rows of a table that differ. */
function differing({ name, differences }: TableReport): string[] {
  if (differences === undefined || differences.first.length === 0) return [];
  return [
    "",
    `${name}: the first rows that differ`,
    ...differences.first.flatMap(rowLines),
  ];
}

const MOST_CELLS = 8;

function rowLines({ kind, row, cells }: Difference): string[] {
  if (kind === "changed") {
    return cells.map(({ column, expected, found }) =>
      `  row ${row}, ${column}: expected ${shown(expected)}, found ${
        shown(found)
      }`
    );
  }
  const parts = cells.slice(0, MOST_CELLS).map(({ column, expected, found }) =>
    `${column} = ${shown(kind === "missing" ? expected : found)}`
  );
  const rest = cells.length > MOST_CELLS ? ", …" : "";
  return [
    kind === "missing"
      ? `  row ${row} is missing: ${parts.join(", ")}${rest}`
      : `  not expected: ${parts.join(", ")}${rest}`,
  ];
}

const LONGEST = 80;

function shown(text: string | null | undefined): string {
  if (text === null || text === undefined) return "NULL";
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return JSON.stringify(cut);
}
