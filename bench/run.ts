// `deno task bench`: the executable against others and against itself, whole processes in alternation, in one run.
// What it prints is appended to bench/results.md.
//
//   deno run -A bench/run.ts [rounds] [--only=contenders,workers,disk,memory,start,shop,pairs,giants,population,vaults]
import {
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileCommand } from "../scripts/compile.ts";
import type { Contender, Install } from "./contenders/contender.ts";
import { fakeCrate } from "./contenders/fake_crate.ts";
import { fakedata, fakedataTemplate } from "./contenders/fakedata.ts";
import { faker } from "./contenders/faker.ts";
import { gofakeit } from "./contenders/gofakeit.ts";
import { mimesis } from "./contenders/mimesis.ts";
import { tpchgen } from "./contenders/tpchgen.ts";
import { measurePopulation, measureVaults } from "./examples.ts";
import { measureGiants, measurePairs, measureShop } from "./relations.ts";
import { alternate, median, peakMemory, seconds } from "./process.ts";
import { Report } from "./report.ts";
import { measureScaling } from "./scaling.ts";

const THRUST = "dist/thrust";
const PEOPLE = "bench/people.toml";
const DENO = [Deno.execPath(), "run", "-A"];

const only = Deno.args.find((one) => one.startsWith("--only="))?.slice(7)
  .split(",");
const rounds = Number(Deno.args.find((one) => !one.startsWith("--")) ?? 3);

if (!existsSync(THRUST)) {
  console.error(
    `Cannot measure ${THRUST}: it is missing; build it with deno task compile:bun`,
  );
  Deno.exit(1);
}

// A RAM disk where there is one: what is measured is thrust, not the disk.
const folder = mkdtempSync(
  join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "thrust-bench-"),
);
const report = new Report();

function people(rows: number, workers: number, ...rest: string[]): string[] {
  const asked = [`--rows=${rows}`, `--workers=${workers}`, "--quiet"];
  return [THRUST, PEOPLE, ...asked, ...rest];
}

/** Each other tool with its floor: how many times its rate thrust has to reach. */
const CONTENDERS: {
  install: Install;
  name: string;
  floor?: number;
  aim?: number;
}[] = [
  { install: fakedataTemplate, name: "fakedata, a template", floor: 7 },
  { install: fakedata, name: "fakedata, a list of generators", floor: 7 },
  { install: faker(["bun"]), name: "faker", floor: 50 },
  { install: gofakeit, name: "gofakeit" },
  { install: fakeCrate, name: "crate fake" },
  { install: mimesis, name: "mimesis" },
  { install: tpchgen, name: "tpchgen-cli", floor: 2, aim: 3 },
];

/** One source worker against each contender: rows a second of people, bytes a second of lineitem. */
function againstOthers(): void {
  for (const { install, name, floor, aim } of CONTENDERS) {
    const place = mkdtempSync(join(tmpdir(), "thrust-contender-"));
    try {
      against(install(place), floor, aim);
    } catch (error) {
      report.absent(`people or lineitem / ${name}`, (error as Error).message);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
}

function against(
  { name, version, against, rows, command }: Contender,
  least?: number,
  aim?: number,
): void {
  const own = against === "people"
    ? { rows: 30_000_000, command: people(30_000_000, 1) }
    : {
      rows,
      command: [THRUST, "bench/lineitem.toml", "--workers=1", "--quiet"],
    };
  const theirs = command(rows);
  const times = alternate(
    new Map([["thrust", own.command], [name, theirs]]),
    rounds,
  );
  const sizes = against === "people"
    ? { thrust: own.rows, [name]: rows }
    : { thrust: bytesOf([...own.command, "--to=-"]), [name]: bytesOf(theirs) };
  const unit = against === "people" ? "M rows/s" : "MB/s";
  report.times(
    `${against} against ${name} ${version}`,
    times,
    (one, took) => `${(sizes[one] / took / 1e6).toFixed(2)} ${unit}`,
  );
  const rate = (one: string) => sizes[one] / median(times.get(one)!);
  report.figure(
    {
      what: `${against}, one source worker, ${
        against === "people" ? "rows" : "bytes"
      }/s, against ${name} ${version}`,
      floor: { least, aim },
    },
    rate("thrust") / rate(name),
    " ×",
  );
}

/** Bytes that a command prints. */
function bytesOf(command: string[]): number {
  const file = join(folder, "bytes");
  seconds(["sh", "-c", `"$@" > '${file}'`, "sh", ...command]);
  const { size } = statSync(file);
  rmSync(file);
  return size;
}

/** Two source workers against one, and the sources on Deno. */
function workers(): void {
  const rows = 100_000_000;
  const onDeno = [...DENO, "main.ts", ...people(rows, 1).slice(1)];
  const times = measureScaling(
    report,
    "people",
    rows,
    (workers) => people(rows, workers),
    rounds,
    new Map([["1 worker, sources on Deno", onDeno]]),
  );
  const took = (name: string) => median(times.get(name)!);
  report.figure(
    { what: "people to null, the executable against its sources on Deno" },
    took("1 worker, sources on Deno") / took("1 worker"),
    " ×",
  );
}

/** A file on a RAM disk against copying that file. */
function disk(): void {
  const rows = 20_000_000;
  const file = join(folder, "people.csv");
  const copy = `${file}.copy`;
  const times = alternate(
    new Map([
      ["people to a file", people(rows, 2, "--to", file)],
      ["cat of that file", ["sh", "-c", `cat '${file}' > '${copy}'`]],
    ]),
    rounds,
    // Writing to memory that is free already is what is timed.
    (name) => rmSync(name.startsWith("cat") ? copy : file, { force: true }),
  );
  report.times(`${rows / 1e6} M rows of people on a RAM disk`, times);
  report.figure(
    {
      what: "people to a file on a RAM disk, time against cat",
      floor: { most: 3 },
    },
    median(times.get("people to a file")!) /
      median(times.get("cat of that file")!),
    " ×",
  );
  rmSync(file);
  rmSync(copy);
}

async function memory(): Promise<void> {
  const file = join(folder, "people.csv");
  for (const to of ["null", "files"]) {
    const peaks: number[] = [];
    for (const rows of [1_000_000, 50_000_000]) {
      rmSync(file, { force: true });
      const target = to === "null" ? "null" : file;
      peaks.push(await peakMemory(people(rows, 2, "--to", target)));
    }
    const [few, many] = peaks;
    report.figure(
      { what: `peak memory at 50 M rows, ${to}`, floor: { most: 150 } },
      many,
      " MB",
    );
    report.figure(
      {
        what: `peak memory at 50 M rows against 1 M, ${to}`,
        floor: { most: 1.1 },
      },
      many / few,
      " ×",
    );
  }
  rmSync(file);
}

/** Short commands against an empty program, compiled in the same way. */
function start(): void {
  const program = join(folder, "empty.ts");
  const empty = join(folder, "empty");
  writeFileSync(program, "export {};\n");
  seconds(compileCommand([program], empty));
  const small = join(folder, "small.csv");
  const times = alternate(
    new Map([
      ["an empty program", [empty]],
      ["thrust --version", [THRUST, "--version"]],
      ["1,000 rows of people to CSV", [
        ...[THRUST, PEOPLE, "--rows=1000", "--quiet", "--to", small],
        "--mode=replace",
      ]],
      ["the same by a source worker", [
        ...[THRUST, PEOPLE, "--rows=1000", "--quiet", "--to", small],
        ...["--mode=replace", "--workers=1"],
      ]],
    ]),
    20,
  );
  report.times("Short commands", times);
  const took = (name: string) => median(times.get(name)!);
  const nothing = took("an empty program");
  report.figure(
    {
      what: "thrust --version, time against an empty program",
      floor: { most: 1.5 },
    },
    took("thrust --version") / nothing,
    " ×",
  );
  report.figure(
    {
      what: "1,000 rows of people, time against an empty program",
      floor: { most: 8, aim: 6 },
    },
    took("1,000 rows of people to CSV") / nothing,
    " ×",
  );
  report.figure(
    { what: "1,000 rows of people, time against a source worker's" },
    took("1,000 rows of people to CSV") / took("the same by a source worker"),
    " ×",
  );
}

const parts = {
  contenders: againstOthers,
  workers,
  disk,
  memory,
  start,
  shop: () => measureShop(report, folder, rounds),
  pairs: () => measurePairs(report, folder, rounds),
  giants: () => measureGiants(report, folder),
  population: () => measurePopulation(report, rounds),
  vaults: () => measureVaults(report, folder, rounds),
};

try {
  report.head("The executable");
  for (const [name, measure] of Object.entries(parts)) {
    if (only === undefined || only.includes(name)) await measure();
  }
  report.end();
} finally {
  rmSync(folder, { recursive: true });
}
