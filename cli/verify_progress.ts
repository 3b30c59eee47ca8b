// How far verify is: one line at the bottom of a terminal, redrawn in place and taken away in the end.
import process from "node:process";
import { grouped, percent } from "../core/quantities.ts";
import { cutText } from "../core/text_width.ts";
import type { VerifyProgress } from "../engine.ts";
import { note } from "./output.ts";

/** Milliseconds from one drawing to the next. */
const INTERVAL = 100;
/** What is done by then needs no line. */
const FIRST = 500;
const DEFAULT_COLUMNS = 80;

export class VerifyLine {
  readonly #isLive: boolean;
  #next = performance.now() + FIRST;
  #isDrawn = false;
  /** What the speed is counted from: the scan at work. */
  #scan = "";
  #began = 0;

  constructor() {
    const { stderr, env } = process;
    this.#isLive = Boolean(stderr.isTTY) && env.TERM !== "dumb";
  }

  update(progress: VerifyProgress): void {
    if (!this.#isLive) return;
    const now = performance.now();
    const scan = `${progress.table}\0${progress.work}`;
    if (scan !== this.#scan || progress.rows === 0) {
      this.#scan = scan;
      this.#began = now;
    }
    if (now < this.#next) return;
    this.#next = now + INTERVAL;
    const line = verifyLine(progress, (now - this.#began) / 1000);
    const columns = (process.stderr.columns || DEFAULT_COLUMNS) - 1;
    note(`\r${cutText(line, columns)}\x1b[K`);
    this.#isDrawn = true;
  }

  end(): void {
    if (this.#isDrawn) note("\r\x1b[K");
    this.#isDrawn = false;
  }
}

/** `orders  reading 1,234,567/5,000,000  24%  812,000 rows/s  table 2 of 5`. */
export function verifyLine(
  { table, index, tables, work, rows, of }: VerifyProgress,
  seconds: number,
): string {
  const speed = seconds > 0 ? `  ${grouped(rows / seconds)} rows/s` : "";
  return `${table}  ${work} ${grouped(rows)}/${grouped(of)}  ${
    percent(Math.min(rows, of), of)
  }${speed}  table ${index + 1} of ${tables}`;
}
