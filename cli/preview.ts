// `thrust preview`: rows of a table, computed where they are asked for, however far.
import process from "node:process";
import { type Plan, type TablePlan, writtenTables } from "../core/plan.ts";
import { grouped } from "../core/quantities.ts";
import { createSource, type Source } from "../engine.ts";
import { readCells } from "./cells.ts";
import { type CommandLine, invalid, orNearest } from "./command_line.ts";
import { loadPlan } from "./load_plan.ts";
import { wholeNumber } from "./numbers.ts";
import { isTerminal, painter, print } from "./output.ts";
import { textTable } from "./text_table.ts";

const COUNT = "10";
const MOST = 10_000;
const LAST_ROW = Number.MAX_SAFE_INTEGER;

export async function showRows(line: CommandLine): Promise<number> {
  const { options } = line;
  const count = wholeNumber("-n", options.get("count") ?? COUNT, 1, MOST);
  const asked = options.get("at");
  const at = wholeNumber("--at", asked ?? "0", 0, LAST_ROW);
  const { plan } = await loadPlan(line);
  const tables = chosen(plan, line.arguments[1]);
  const source = await createSource(plan);
  for (const [index, table] of tables.entries()) {
    // Where nobody asked for certain rows, a small table ends where it ends.
    const end = asked === undefined ? table.rows : LAST_ROW + 1;
    const rows = numbers(at, Math.min(at + count, end));
    print((index > 0 ? "\n" : "") + shown(source, table, rows));
  }
  return 0;
}

function chosen(plan: Plan, name: string | undefined): TablePlan[] {
  if (name === undefined) return writtenTables(plan);
  const table = plan.tables.find((one) => one.name === name);
  if (table !== undefined) return [table];
  throw invalid(
    `the Genfile has no table "${name}"` +
      orNearest(name, plan.tables.map((one) => one.name)),
  );
}

function shown(source: Source, table: TablePlan, rows: number[]): string {
  if (rows.length === 0) return `${table.name}: no rows\n`;
  const paint = painter("stdout");
  const cells = readCells(source, table, rows);
  const titles = [
    { title: "row", right: true },
    ...cells.columns.map(({ name, hidden, right }) => ({
      title: hidden ? `(${name})` : name,
      right,
    })),
  ];
  const texts = cells.rows.map((row, i) => [
    String(rows[i]),
    ...row.map((cell) => cell ?? NULL),
  ]);
  function isFaint(column: number, row: number): boolean {
    return column === 0 || rows[row] >= table.rows ||
      cells.columns[column - 1].hidden || cells.rows[row][column - 1] === null;
  }
  const lines = textTable(titles, texts, {
    width: isTerminal("stdout") ? process.stdout.columns : undefined,
    paint(text, column, row) {
      if (row === -1) return paint("bold", text);
      return isFaint(column, row) ? paint("dim", text) : text;
    },
  });
  return [heading(table, rows), ...lines, ...pastEnd(table, rows), ""]
    .join("\n");
}

/** Stands for NULL; the empty text is `""`. */
const NULL = "∅";

function heading(table: TablePlan, rows: number[]): string {
  const of = `of ${grouped(table.rows)}`;
  const [first, last] = [rows[0], rows[rows.length - 1]].map(grouped);
  return rows.length === 1
    ? `${table.name}: row ${first} ${of}`
    : `${table.name}: rows ${first} to ${last} ${of}`;
}

function pastEnd(table: TablePlan, rows: number[]): string[] {
  if (rows.every((row) => row < table.rows)) return [];
  return [
    `Rows from ${
      grouped(table.rows)
    } on are past the end of ${table.name}: a run does not write them`,
  ];
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
