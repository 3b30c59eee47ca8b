// A benchmark's report: what was measured, and what was asked for.
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { median } from "./process.ts";

/** Above it, other work shares the cores, and seconds say little. */
const QUIET = 0.7;

/** What a row of the report asks for. */
export interface Ask {
  what: string;
  /** `least`: the figure must not be below `floor`; `most`: not above. Absent: it is told, no more. */
  floor?: { least?: number; most?: number; aim?: number };
}

export class Report {
  readonly #rows: string[] = [];
  readonly #from = loadavg()[0];

  /** Prints date, machine, commit and load. */
  head(title: string): void {
    const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
    }).trim();
    const load = this.#from.toFixed(1);
    console.log(
      `## ${title}: ${
        new Date().toISOString().slice(0, 10)
      }, commit ${commit}\n\n` +
        `${cpus().length} cores (${cpus()[0].model}), load before ${load}` +
        `${this.#from > QUIET ? ": the machine was not quiet" : ""}\n`,
    );
  }

  /** Prints a command's times. */
  times(
    title: string,
    times: ReadonlyMap<string, number[]>,
    rate?: (name: string, seconds: number) => string,
  ): void {
    console.log(
      `### ${title}\n\n| what | median s | all | rate |\n|---|---|---|---|`,
    );
    for (const [name, all] of times) {
      const took = median(all);
      const each = all.map((one) => one.toFixed(3)).join(" ");
      console.log(
        `| ${name} | ${took.toFixed(3)} | ${each} | ${
          rate?.(name, took) ?? ""
        } |`,
      );
    }
    console.log();
  }

  /** Notes a figure against what was asked. */
  figure({ what, floor = {} }: Ask, value: number, unit = ""): void {
    const { least, most, aim } = floor;
    const asked = least !== undefined
      ? `at least ${least}`
      : most !== undefined
      ? `at most ${most}`
      : "–";
    const met = (least === undefined || value >= least) &&
      (most === undefined || value <= most);
    this.#rows.push(
      `| ${what} | ${value.toFixed(2)}${unit} | ${asked}${
        aim === undefined ? "" : ` (aim ${aim})`
      } | ${asked === "–" ? "" : met ? "met" : "**missed**"} |`,
    );
  }

  /** Notes what could not be measured. */
  absent(what: string, why: string): void {
    this.#rows.push(`| ${what} | not compared | | ${why} |`);
  }

  /** Prints the figures. */
  end(): void {
    console.log(
      "### Figures\n\n| what | figure | asked | |\n|---|---|---|---|",
    );
    for (const row of this.#rows) console.log(row);
    console.log(`\nLoad after: ${loadavg()[0].toFixed(1)}`);
  }
}
