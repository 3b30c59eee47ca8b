// What a run came to, as text or as JSON, for standard error.
import { keptText } from "../core/run/kept.ts";
import type { Plan } from "../core/plan.ts";
import { total } from "./progress_text.ts";
import { byteSize, duration, grouped } from "../core/quantities.ts";
import type { Waits } from "../core/ring/ring_buffer.ts";
import type { RunResult } from "../core/run/run.ts";
import { padText, textWidth } from "../core/text_width.ts";

/** Several lines: the tables, the seed and the clock, who waited for whom. */
export function summaryText(plan: Plan, result: RunResult): string {
  const lines = [
    ...outcomeLines(plan, result),
    ...tableLines(result),
    inputsLine(plan),
    waitsLine(result),
    `peak memory ${byteSize(result.peakMemory)}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** One line that a program can read. */
export function summaryJson(plan: Plan, result: RunResult): string {
  const { outcome, seconds, tables, workers, waits, peakMemory, kept } = result;
  const seed = plan.seed;
  const now = timeText(plan.now);
  return JSON.stringify({
    type: "summary",
    outcome,
    seconds,
    seed,
    now,
    tables,
    workers,
    waits,
    peakMemory,
    ...(kept && { kept: Object.fromEntries(kept) }),
  }) + "\n";
}

function outcomeLines(plan: Plan, result: RunResult): string[] {
  if (result.outcome !== "interrupted") return [];
  const kept = plan.output.kind === "files"
    ? "; no file has been written or changed"
    : result.kept === undefined
    ? ""
    : `; ${keptText(result.kept)}`;
  return [
    `interrupted after ${duration(result.seconds)}: ${
      grouped(total(result.tables, "made"))
    } rows had been made${kept}`,
  ];
}

function tableLines(result: RunResult): string[] {
  const head = ["table", "rows", "bytes", "time", "rows/s"];
  const body = result.tables.map((table) =>
    amounts(table.table, table.rows, table.bytes, table.seconds)
  );
  const sum = amounts(
    "total",
    total(result.tables, "rows"),
    total(result.tables, "bytes"),
    result.seconds,
  );
  const lines = [head, ...body, sum];
  const widths = head.map((_, i) =>
    Math.max(...lines.map((line) => textWidth(line[i])))
  );
  return lines.map((line) =>
    line.map((cell, i) => padText(cell, widths[i], i === 0 ? "left" : "right"))
      .join("  ")
  );
}

function amounts(
  name: string,
  rows: number,
  bytes: number,
  seconds: number,
): string[] {
  const speed = rows === 0 || seconds <= 0 ? "-" : grouped(rows / seconds);
  return [name, grouped(rows), byteSize(bytes), duration(seconds), speed];
}

function inputsLine(plan: Plan): string {
  const random = plan.seedIsRandom ? " (chosen at random)" : "";
  const clock = plan.nowIsClock ? " (the start of the run)" : "";
  return `seed ${plan.seed}${random}, now ${timeText(plan.now)}${clock}`;
}

/** `2026-01-01T00:00:00Z`, with milliseconds where there are any. */
function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z");
}

/** How often and how long one side waited for the other: who waits much is the faster. */
function waitsLine({ waits, workers }: RunResult): string {
  const sources = workers.length === 1 ? "source worker" : "source workers";
  return `waits: ${sources} ${waited(waits.source)}, ` +
    `target ${waited(waits.target)}`;
}

function waited({ times, seconds }: Waits): string {
  if (times === 0) return "never";
  const often = times === 1 ? "once" : `${grouped(times)} times`;
  return `${often} (${duration(seconds)})`;
}
