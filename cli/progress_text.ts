// How far a run is, as text. Nothing here writes anywhere: a snapshot goes in, lines come out.
import {
  byteSize,
  clockTime,
  duration,
  grouped,
  percent,
} from "../core/quantities.ts";
import type { Snapshot, TableProgress } from "../core/run/snapshot.ts";
import { cutText, padText, textWidth } from "../core/text_width.ts";

/** Columns of a terminal that does not say. */
const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;
const LONGEST_NAME = 24;

/** A terminal's size; 0 or undefined where it is not known. */
export interface ScreenSize {
  columns?: number;
  rows?: number;
}

/** One line a table and one for the workers, none longer than the screen is wide, not more than it is high. */
export function liveLines(snapshot: Snapshot, size: ScreenSize): string[] {
  const columns = (size.columns || DEFAULT_COLUMNS) - 1;
  const height = Math.max(2, (size.rows || DEFAULT_ROWS) - 2);
  const cells = snapshot.tables.map(tableCells);
  const widths = cells[0]?.map((_, i) =>
    Math.max(...cells.map((row) => textWidth(row[i])))
  );
  const lines = cells.map((row) =>
    row.map((cell, i) => padText(cell, widths[i], i === 0 ? "left" : "right"))
      .join("  ").trimEnd()
  );
  const shown = [
    ...aroundTheWork(snapshot.tables, lines, height),
    workersLine(snapshot),
  ];
  return shown.map((line) => cutText(line, columns));
}

/** Name, rows, share, rows/s, MB/s, time left. */
function tableCells(table: TableProgress): string[] {
  const counts = `${grouped(table.rows)}/${grouped(table.total)}`;
  const share = percent(table.rows, table.total);
  const name = cutText(table.table, LONGEST_NAME);
  if (table.state === "waiting") return [name, counts, share, "", "", ""];
  return [name, counts, share, ...speeds(table), remaining(table)];
}

function speeds({ rows, bytes, seconds }: TableProgress): string[] {
  if (seconds <= 0) return ["", ""];
  return [
    `${grouped(rows / seconds)} rows/s`,
    `${(bytes / seconds / 1e6).toFixed(1)} MB/s`,
  ];
}

function remaining(table: TableProgress): string {
  if (table.state === "done") return duration(table.seconds);
  const left = secondsLeft(table);
  return left === undefined ? "" : `${clockTime(left)} left`;
}

/** How long a table will take at the speed it has had so far. */
function secondsLeft(table: TableProgress): number | undefined {
  if (table.rows === 0) return undefined;
  return (table.total - table.rows) * table.seconds / table.rows;
}

/** Where there are more tables than lines: those at work, what has just been done, what comes next. */
function aroundTheWork(
  tables: readonly TableProgress[],
  lines: string[],
  height: number,
): string[] {
  if (lines.length + 1 <= height) return lines;
  const room = Math.max(1, height - 2);
  const current = tables.findIndex((table) => table.state !== "done");
  const last = lines.length - room;
  const from = current === -1 ? last : Math.min(Math.max(0, current - 2), last);
  return [
    ...lines.slice(from, from + room),
    `… ${lines.length - room} more tables`,
  ];
}

/** How the rows made are shared between the workers. */
function workersLine({ workers }: Snapshot): string {
  const total = workers.reduce((sum, rows) => sum + rows, 0);
  const shares = workers.map((rows, i) =>
    `${i} ${total === 0 ? "-" : percent(rows, total)}`
  );
  return `workers  ${shares.join("  ")}`;
}

/** One line, for where nothing can be redrawn: the table at work, then all. */
export function plainLine(snapshot: Snapshot): string {
  const { tables } = snapshot;
  const table = tables.find((one) => one.state === "running") ??
    tables.find((one) => one.state === "waiting") ?? tables.at(-1);
  const at = `${clockTime(snapshot.seconds)} `;
  if (table === undefined) return at;
  const parts = [
    `${table.table}: ${grouped(table.rows)} of ${grouped(table.total)} rows (${
      percent(table.rows, table.total)
    })`,
    ...speeds(table).filter((speed) => speed !== ""),
    remaining(table),
    `in all ${grouped(total(tables, "rows"))} of ${
      grouped(total(tables, "total"))
    } rows, ${byteSize(total(tables, "bytes"))}`,
  ];
  return at + parts.filter((part) => part !== "").join(", ");
}

/** One JSON object, for programs. */
export function jsonLine(snapshot: Snapshot): string {
  const { seconds, tables, workers } = snapshot;
  return JSON.stringify({ type: "progress", seconds, tables, workers });
}

export function total(
  tables: readonly TableProgress[],
  of: "rows" | "total" | "bytes" | "made",
): number {
  return tables.reduce((sum, table) => sum + table[of], 0);
}
