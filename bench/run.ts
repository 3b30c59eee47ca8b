// `deno task bench`: times whole processes, one after another and alternating, and prints medians and ratios.
// The figures of a run are appended by hand, with date, machine and commit, to bench/results.md.
//
//   deno run -A bench/run.ts [rows] [rounds]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rows = Number(Deno.args[0] ?? 5_000_000);
const rounds = Number(Deno.args[1] ?? 3);
const executable = "dist/thrust";
const genfile = "bench/people.toml";

/** One thing to time: a command, and how many rows and bytes it makes. */
interface Contender {
  name: string;
  command: string[];
  /** Removed before each run: writing to memory that is free already is what is timed. */
  writes?: string;
}

function seconds({ name, command, writes }: Contender): number {
  if (writes !== undefined) rmSync(writes, { force: true });
  const from = performance.now();
  const done = spawnSync(command[0], command.slice(1), {
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (done.status !== 0) {
    throw new Error(`Cannot time ${name}: ${done.stderr}${done.error ?? ""}`);
  }
  return (performance.now() - from) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

if (!existsSync(executable)) {
  console.error(`Cannot bench: ${executable} is missing; run compile:bun`);
  Deno.exit(1);
}

// A RAM disk where there is one: what is measured is thrust, not the disk.
const folder = mkdtempSync(
  join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "thrust-bench-"),
);
const file = join(folder, "people.csv");
const small = join(folder, "small.csv");
const people = [executable, genfile, `--rows=${rows}`, "--quiet"];
const contenders: Contender[] = [
  {
    name: "people to null, 1 worker",
    command: [...people, "--workers=1"],
  },
  {
    name: "people to null, 2 workers",
    command: [...people, "--workers=2"],
  },
  {
    name: "people to null, 1 worker, sources on Deno",
    command: [
      "deno",
      "run",
      "-A",
      "main.ts",
      ...people.slice(1),
      "--workers=1",
    ],
  },
  {
    name: "people to a file on a RAM disk, 2 workers",
    command: [...people, "--workers=2", "--to", file],
    writes: file,
  },
  {
    name: "cat of that file to the same disk",
    command: ["sh", "-c", `cat "$0" > "$0.copy"`, file],
  },
  {
    name: "1,000 rows to a file",
    command: [
      ...people.slice(0, 2),
      "--rows=1000",
      "--quiet",
      "--to",
      small,
      "--mode=replace",
    ],
  },
  { name: "thrust --version", command: [executable, "--version"] },
];

const times = new Map<string, number[]>();
try {
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const took = seconds(contender);
      times.set(contender.name, [...times.get(contender.name) ?? [], took]);
    }
  }
  const bytes = statSync(file).size;
  console.log(`people: ${rows} rows, ${bytes} bytes, median of ${rounds}\n`);
  console.log("| what | seconds | M rows/s | MB/s |\n|---|---|---|---|");
  for (const [name, all] of times) {
    const took = median(all);
    const whole = name.includes("people") || name.includes("cat");
    const rate = whole
      ? `${(rows / took / 1e6).toFixed(2)} | ${(bytes / took / 1e6).toFixed(0)}`
      : "– | –";
    console.log(`| ${name} | ${took.toFixed(3)} | ${rate} |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
