// Two source workers against one, beside what this machine's two cores give to two programs that know nothing of each
// other: where they share clock, cache or host, no program gets twice as much done with both.
import { alternate, median } from "./process.ts";
import type { Report } from "./report.ts";

/**
 * @param rows Rows of a run: so many that starting and compiling, half a second of processor a worker, hardly count.
 * @param command What makes them with so many workers.
 * @returns The seconds of each round, by name.
 */
export function measureScaling(
  report: Report,
  what: string,
  rows: number,
  command: (workers: number) => string[],
  rounds: number,
  others: ReadonlyMap<string, string[]> = new Map(),
): Map<string, number[]> {
  const times = alternate(
    new Map([
      ["1 worker", command(1)],
      ["2 workers", command(2)],
      ["two runs of 1 worker at once", twice(command(1))],
      ...others,
    ]),
    rounds,
  );
  report.times(
    `${rows / 1e6} M rows of ${what} to null`,
    times,
    (name, took) =>
      `${
        ((name.startsWith("two") ? 2 : 1) * rows / took / 1e6).toFixed(2)
      } M rows/s`,
  );
  const took = (name: string) => median(times.get(name)!);
  report.figure(
    {
      what: `${what} to null, 2 workers against 1`,
      floor: { least: 1.7, aim: 1.85 },
    },
    took("1 worker") / took("2 workers"),
    " ×",
  );
  const bound = 2 * took("1 worker") / took("two runs of 1 worker at once");
  report.figure(
    { what: `${what}, two runs of 1 worker at once against one: the machine` },
    bound,
    " ×",
  );
  return times;
}

/** The command, twice at the same time. */
function twice(command: string[]): string[] {
  return ["sh", "-c", '"$@" & "$@"; wait', "sh", ...command];
}
