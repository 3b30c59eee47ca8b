// How fast `people` gets into SQLite: thrust, as a whole process, against loops that have their rows in memory already,
// and against whole processes that read them from a CSV file.
// The figures are kept in bench/sqlite.txt.
//
//   deno run -A bench/sqlite.ts [rows] [rounds] [executable]
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const rows = Number(Deno.args[0] ?? 2_000_000);
const rounds = Number(Deno.args[1] ?? 3);
const executable = Deno.args[2] ?? "dist/thrust";

const folder = mkdtempSync(
  join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "thrust-bench-"),
);
const csv = join(folder, "people.csv");
const database = join(folder, "people.db");
const genfile = ["bench/people.toml", `--rows=${rows}`, "--quiet"];

/** Seconds that a process takes. */
function timed(command: string[]): number {
  const from = performance.now();
  execFileSync(command[0], command.slice(1), { stdio: "inherit" });
  return (performance.now() - from) / 1000;
}

/** Seconds that a loop says it took. */
function loop(runtime: string[], how: string): number {
  const command = [...runtime, "bench/sqlite_loop.ts", how, csv, database];
  return Number(execFileSync(command[0], command.slice(1)).toString());
}

/** Seconds of its whole process, which reads the rows from the CSV file first: as thrust is timed, which makes them. */
function wholeLoop(runtime: string[], how: string): number {
  const from = performance.now();
  loop(runtime, how);
  return (performance.now() - from) / 1000;
}

function thrust(command: string[]): number {
  rmSync(database, { force: true });
  return timed([...command, ...genfile, "--to", `sqlite:${database}`]);
}

const deno = ["deno", "run", "-A"];
const contenders: Record<string, () => number> = {
  "thrust, the executable": () => thrust([executable]),
  "thrust on Deno": () => thrust([...deno, "main.ts"]),
  "prepared, a row a statement, Bun": () => loop(["bun"], "prepared"),
  "prepared, a row a statement, Deno": () => loop(deno, "prepared"),
  "prepared, whole process, Bun": () => wholeLoop(["bun"], "prepared"),
  "prepared, whole process, Deno": () => wholeLoop(deno, "prepared"),
  "INSERT texts, a row each, Bun": () => loop(["bun"], "text"),
  "INSERT texts, a row each, Deno": () => loop(deno, "text"),
};

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

const times = new Map<string, number[]>();
try {
  timed([executable, ...genfile, "--to", csv]);
  const before = loadavg()[0];
  for (let round = 0; round < rounds; round++) {
    for (const [name, take] of Object.entries(contenders)) {
      times.set(name, [...times.get(name) ?? [], take()]);
      checkRows();
    }
  }
  console.log(
    `${rows} rows of people, median of ${rounds}; load before: ${
      before.toFixed(2)
    }\n`,
  );
  const own = median(times.get("thrust, the executable")!);
  for (const [name, all] of times) {
    const took = median(all);
    console.log(
      [
        name.padEnd(34),
        `${took.toFixed(2)} s`.padStart(8),
        `${(rows / took / 1e6).toFixed(2)} M rows/s`.padStart(15),
        `${(took / own).toFixed(2)} x`.padStart(9),
      ].join(""),
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** All have filled the same table. */
function checkRows(): void {
  const db = new DatabaseSync(database, { readOnly: true });
  const found = db.prepare("SELECT count(*) AS rows FROM people").get()!.rows;
  db.close();
  if (found !== rows) throw new RangeError(`There are ${found} rows`);
}
