// How fast rows get into PostgreSQL: thrust, as a whole process, against psql, pgbench and drizzle-seed, into tables
// without indexes of a server of its own with its default settings. The figures are kept in bench/postgres.txt.
//
//   deno run -A bench/postgres.ts [rows] [rounds] [executable]
import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { Database, Server } from "../tests/fixtures/postgres.ts";

const rows = Number(Deno.args[0] ?? 10_000_000);
const rounds = Number(Deno.args[1] ?? 3);
const executable = Deno.args[2] ?? "dist/thrust";

/** Rows of a scale of pgbench. */
const SCALE = 100_000;
/** drizzle-seed is measured with fewer rows: it would take minutes. */
const SEEDED = Math.min(rows, 100_000);
/** Above it, other work shares the cores, and the figures say little. */
const QUIET = 1.5;

const PEOPLE = `
CREATE TABLE people (
  id bigint NOT NULL, uid uuid NOT NULL, first_name text NOT NULL,
  last_name text NOT NULL, email text NOT NULL, age integer NOT NULL,
  balance numeric(8,2) NOT NULL, created_at timestamptz NOT NULL)`;

const ACCOUNTS = `version = 1
[table.pgbench_accounts]
rows = ${rows}
[table.pgbench_accounts.columns]
aid      = { gen = "sequence" }
bid      = { gen = "int", min = 1, max = ${Math.ceil(rows / SCALE)} }
abalance = 0
filler   = { value = "" }
`;

/** Seconds that something takes, and how many rows it brings. */
interface Contender {
  name: string;
  table: string;
  rows: number;
  prepare: string;
  run(): number;
}

function timed(command: string[], cwd?: string): number {
  const from = performance.now();
  execFileSync(command[0], command.slice(1), { stdio: "ignore", cwd });
  return (performance.now() - from) / 1000;
}

await using server = await Server.start({
  settings: { fsync: "on", autovacuum: "off" },
});
await server.run("CREATE DATABASE bench");
const database = new Database(server, "bench");
const folder = await Deno.makeTempDir({ prefix: "thrust-bench-" });
const csv = `${folder}/people.csv`;
const accounts = `${folder}/accounts.toml`;
await Deno.writeTextFile(accounts, ACCOUNTS);

function thrust(
  genfile: string,
  connections: number,
  ...args: string[]
): number {
  return timed([
    ...[executable, genfile, "--to", database.url, "--mode", "truncate"],
    ...["--connections", String(connections), "--quiet", ...args],
  ]);
}

const psql = ["psql", "-X", "-q", database.url];
const copy = ["-c", `\\copy people FROM '${csv}' (FORMAT csv, HEADER)`];
const people = { table: "people", rows, prepare: "TRUNCATE people" };
const pgbench = {
  table: "pgbench_accounts",
  rows,
  prepare: "TRUNCATE pgbench_accounts",
};
const PEOPLE_FILE = "bench/people.toml";
const count = `--rows=${rows}`;

const contenders: Contender[] = [
  {
    ...people,
    name: "psql \\copy of thrust's CSV, ANALYZE",
    run: () => timed([...psql, ...copy, "-c", "ANALYZE people"]),
  },
  {
    ...people,
    name: "thrust, 1 connection",
    run: () => thrust(PEOPLE_FILE, 1, count),
  },
  {
    ...people,
    name: "thrust, 2 connections",
    run: () => thrust(PEOPLE_FILE, 2, count),
  },
  {
    ...pgbench,
    name: "pgbench -i -I dtg",
    run: () =>
      timed([
        ...["pgbench", "-i", "-I", "dtg", "-s", String(rows / SCALE), "-q"],
        database.url,
      ]),
  },
  {
    ...pgbench,
    name: "thrust, accounts, 1 connection",
    run: () => thrust(accounts, 1),
  },
  {
    ...pgbench,
    name: "thrust, accounts, 2 connections",
    run: () => thrust(accounts, 2),
  },
];

const seeder = installDrizzle();
if (seeder !== undefined) {
  contenders.push({
    ...people,
    name: "drizzle-seed",
    rows: SEEDED,
    run: () => timed(["node", "seed.mjs"], seeder),
  });
}

/** A folder with drizzle-seed and a program that fills `people` with it; undefined where npm cannot get it. */
function installDrizzle(): string | undefined {
  const place = `${folder}/drizzle`;
  try {
    Deno.mkdirSync(place);
    Deno.writeTextFileSync(`${place}/seed.mjs`, seedProgram());
    Deno.writeTextFileSync(`${place}/package.json`, "{}");
    const packages = [
      ...["drizzle-seed@0.3.1", "drizzle-orm@0.45.4", "postgres@3.4.9"],
    ];
    execFileSync("npm", ["install", "--no-audit", ...packages], {
      cwd: place,
      stdio: "ignore",
    });
    return place;
  } catch {
    console.log("drizzle-seed cannot be installed here: not compared");
    return undefined;
  }
}

function seedProgram(): string {
  return `
import { drizzle } from "drizzle-orm/postgres-js";
import { bigint, integer, numeric, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { seed } from "drizzle-seed";
import postgres from "postgres";

const people = pgTable("people", {
  id: bigint("id", { mode: "number" }).notNull(),
  uid: uuid("uid").notNull(),
  first_name: text("first_name").notNull(),
  last_name: text("last_name").notNull(),
  email: text("email").notNull(),
  age: integer("age").notNull(),
  balance: numeric("balance", { precision: 8, scale: 2 }).notNull(),
  created_at: timestamp("created_at", { withTimezone: true }).notNull(),
});
const sql = postgres("${database.url}", { max: 1 });
await seed(drizzle(sql), { people }, { count: ${SEEDED} }).refine((f) => ({
  people: {
    columns: {
      id: f.intPrimaryKey(),
      uid: f.uuid(),
      first_name: f.firstName(),
      last_name: f.lastName(),
      email: f.email(),
      age: f.int({ minValue: 18, maxValue: 99 }),
      balance: f.number({ minValue: 0, maxValue: 100000, precision: 100 }),
      created_at: f.timestamp(),
    },
  },
}));
await sql.end();
`;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function rate(name: string): number {
  const { rows } = contenders.find((one) => one.name === name)!;
  return rows / median(times.get(name)!);
}

/** Loading so many rows with two connections, and proving all of their values. */
const PROVED = Math.min(rows, 5_000_000);
const proving = { load: [] as number[], verify: [] as number[] };

function prove(): void {
  const count = `--rows=${PROVED}`;
  proving.load.push(thrust(PEOPLE_FILE, 2, count));
  proving.verify.push(
    timed([executable, "verify", PEOPLE_FILE, "--to", database.url, count]),
  );
}

const times = new Map<string, number[]>();
try {
  timed([executable, PEOPLE_FILE, count, "--to", csv, "--quiet"]);
  await database.run(PEOPLE);
  timed(["pgbench", "-i", "-I", "dt", database.url]);
  const before = loadavg()[0];
  for (let round = 0; round < rounds; round++) {
    for (const { name, table, rows, prepare, run } of contenders) {
      await database.run(prepare);
      await database.run("CHECKPOINT");
      times.set(name, [...times.get(name) ?? [], run()]);
      const found = await database.count(table);
      if (found !== rows) throw new RangeError(`${name} made ${found} rows`);
    }
    prove();
  }
  const [{ version }] = await database.run(
    "SELECT current_setting('server_version') AS version",
  );
  console.log(
    `PostgreSQL ${version}, ${rows} rows, median of ${rounds}, whole processes; load before: ${
      before.toFixed(2)
    }${before < QUIET ? "" : " (the machine is not quiet)"}\n`,
  );
  for (const { name, rows } of contenders) {
    const all = times.get(name)!;
    const took = median(all);
    console.log(
      [
        name.padEnd(38),
        `${took.toFixed(2)} s`.padStart(8),
        `${(rows / took / 1e6).toFixed(3)} M rows/s`.padStart(17),
        `   ${all.map((one) => one.toFixed(2)).join(" ")}`,
      ].join(""),
    );
  }
  const ratio = (one: string, other: string, aim: string) =>
    console.log(
      `${one} / ${other}: ${(rate(one) / rate(other)).toFixed(2)} (${aim})`,
    );
  console.log();
  const [psqlName, one, two, bench, oneAccount, twoAccounts, seed] = contenders
    .map(({ name }) => name);
  ratio(one, psqlName, "at least 1.6");
  ratio(two, psqlName, "at least 2.0, aim 2.4");
  ratio(oneAccount, bench, "at least 1.0");
  ratio(twoAccounts, bench, "at least 1.0");
  if (seed !== undefined) ratio(two, seed, "at least 20");
  const [load, verify] = [median(proving.load), median(proving.verify)];
  console.log(
    `verify of ${PROVED} rows of people, all values / their load with 2 connections: ${
      verify.toFixed(2)
    } s / ${load.toFixed(2)} s = ${(verify / load).toFixed(2)} (at most 3)`,
  );
} finally {
  await Deno.remove(folder, { recursive: true });
}
