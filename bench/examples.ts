// The two large examples, measured as their users run them.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { alternate, median, peakMemory } from "./process.ts";
import type { Report } from "./report.ts";
import { measureScaling } from "./scaling.ts";

const THRUST = "dist/thrust";
const POPULATION = "examples/population/Genfile.toml";
const VAULTS = "examples/vaults/Genfile.toml";
const VAULT_TABLES = ["name", "id", "dob", "ssn"];

function population(rows: number, workers: number): string[] {
  return [
    ...[THRUST, POPULATION, `--rows=${rows}`, `--workers=${workers}`],
    ...["--to=null", "--format=csv", "--quiet"],
  ];
}

function vaults(rows: number, folder: string): string[] {
  return [
    ...[THRUST, VAULTS, `--rows=${rows}`, "--to", join(folder, "vaults")],
    ...["--mode=replace", "--quiet"],
  ];
}

export function measurePopulation(
  report: Report,
  rounds: number,
): void {
  const rows = 200_000_000;
  const times = measureScaling(
    report,
    "population",
    rows,
    (workers) => population(rows, workers),
    rounds,
  );
  report.figure(
    { what: "population, 2 workers, M rows/s (aim 3)" },
    rows / median(times.get("2 workers")!) / 1e6,
  );
}

export async function measureVaults(
  report: Report,
  folder: string,
  rounds: number,
): Promise<void> {
  const rows = 2_000_000;
  const records = VAULT_TABLES.length * rows;
  const times = alternate(
    new Map([["vaults", vaults(rows, folder)]]),
    rounds,
    () => rmSync(join(folder, "vaults"), { recursive: true, force: true }),
  );
  report.times(
    `examples/vaults, ${
      rows / 1e6
    } M records in each of 4 vaults, 8 files on a RAM disk`,
    times,
  );
  report.figure(
    { what: "vaults, M records/s (aim 3)" },
    records / median(times.get("vaults")!) / 1e6,
  );
  // One vault alone: all four would not fit a RAM disk.
  const peaks: number[] = [];
  for (const each of [1_000_000, 20_000_000]) {
    rmSync(join(folder, "vaults"), { recursive: true, force: true });
    const [program, file, , ...rest] = vaults(each, folder);
    peaks.push(await peakMemory([program, file, `ssn=${each}`, ...rest]));
  }
  report.figure(
    {
      what: "vaults, peak memory at 20 M records a vault",
      floor: { most: 150 },
    },
    peaks[1],
    " MB",
  );
  report.figure(
    {
      what: "vaults, peak memory at 20 M records a vault against 1 M",
      floor: { most: 1.1 },
    },
    peaks[1] / peaks[0],
    " ×",
  );
}
